import type { DatabaseSync } from 'node:sqlite'
import type { OrderItem, SimpleOrderItem } from '../../shared/order-item.ts'
import { PacklightError } from '../../shared/result.ts'
import type { SyncRun } from '../../shared/sync-status.ts'
import { inTransaction } from './database.ts'
import type { Engine } from './engine/engine.ts'
import type { EngineLoader } from './engine/engine-loader.ts'
import type { ItemAmounts, ItemKeys, ProductKeys } from './item-keys.ts'
import type { PageStored, PageToStore, RunEnd } from './protocol.ts'
import { itemFingerprint } from './repositories/item-fingerprint.ts'
import type { Repositories } from './repositories/repositories.ts'

/** What a page changed, to be told to the engine once it is safely stored. */
interface PageChanges {
  items: { keys: ItemKeys; amounts: ItemAmounts }[]
  products: ProductKeys[]
  /** Ids of those that had been gone. */
  cameBack: number[]
  /** What differs is marked as changed by this run. */
  areMarked: boolean
  added: number
  changed: number
  /** Something that a screen shows is different now. */
  visible: boolean
  /** The few states and lists of a page are on all of its items: one look at each is enough. */
  isNewPart(name: string, part: unknown): boolean
}

function noChanges(areMarked: boolean): PageChanges {
  const parts = new Set<string>()
  const isNewPart = (name: string, part: unknown) => {
    const before = parts.size
    return parts.add(name + JSON.stringify(part)).size > before
  }
  return { items: [], products: [], cameBack: [], areMarked, added: 0, changed: 0, visible: false, isNewPart }
}

/** Everything that changes the cache, each call in one transaction. */
export class CacheWriter {
  readonly #db: DatabaseSync
  readonly #all: Repositories
  readonly #engine: EngineLoader

  constructor(db: DatabaseSync, repositories: Repositories, engine: EngineLoader) {
    this.#db = db
    this.#all = repositories
    this.#engine = engine
  }

  startRun(kind: SyncRun['kind'], startedAt: string): number {
    const runId = inTransaction(this.#db, () => {
      this.#all.seenItems.forget()
      if (this.#all.itemChanges.forget() > 0) this.#all.totals.raiseRevision()
      return this.#all.syncRuns.start(kind, startedAt)
    })
    this.#engine.tell((engine) => engine.forgetChanges())
    return runId
  }

  resumeRun(runId: number): void {
    this.#all.syncRuns.resume(runId)
  }

  commitPage(page: PageToStore): PageStored {
    const { itemChanges, seenItems, syncRuns, totals } = this.#all
    const changes = noChanges(syncRuns.kindOf(page.runId) === 'refresh')
    const seen = inTransaction(this.#db, () => {
      this.#putItems(page, changes)
      const ids = [...page.items.map(({ item }) => item.id), ...page.unchangedIds]
      const { newlySeen, cameBack } = seenItems.mark(ids)
      changes.cameBack.push(...cameBack)
      totals.add('gone', -changes.cameBack.length)
      if (changes.areMarked) itemChanges.putChanged(changes.cameBack)
      if (changes.visible || changes.cameBack.length > 0) totals.raiseRevision()
      const { runId: id, checkpoint } = page
      const { added, changed } = page.progress
      const progress = { ...page.progress, added: added + changes.added, changed: changed + changes.changed }
      const seenSoFar = syncRuns.checkpoint({ id, checkpoint, progress, newlySeen })
      if (seenSoFar === undefined) {
        throw new PacklightError({ code: 'cache.failed', details: `there is no sync run ${id}` })
      }
      return seenSoFar
    })
    this.#engine.tell((engine) => tellPage(engine, changes))
    return { added: changes.added, changed: changes.changed, seen, revision: totals.revision() }
  }

  #putItems({ items, fetchedAt }: PageToStore, changes: PageChanges): void {
    const stateTotals = new Map<number | null, number>()
    const count = (state: number | null, items: number) =>
      stateTotals.set(state, (stateTotals.get(state) ?? 0) + items)
    let moreOrders = 0
    for (const { item, rawJson } of items) {
      this.#putParts(item, changes)
      const written = this.#all.itemWriter.put(item, fetchedAt)
      this.#all.rawItems.put(item.id, rawJson)
      moreOrders += written.moreOrders
      count(written.keys.stateId, 1)
      if (written.kind === 'added') changes.added++
      else count(written.stateBefore, -1)
      if (written.kind === 'changed') changes.changed++
      if (written.cameBack) changes.cameBack.push(item.id)
      if (written.kind === 'same') continue
      changes.visible = true
      changes.items.push({ keys: this.#marked(written.keys, written.kind, changes), amounts: item })
    }
    for (const [state, change] of stateTotals) this.#all.totals.addToState(state, change)
    this.#all.totals.add('orders', moreOrders)
  }

  /** The keys, with what this run did to the item where that is noted. */
  #marked(keys: ItemKeys, kind: 'added' | 'changed', { areMarked }: PageChanges): ItemKeys {
    if (!areMarked) return keys
    const { itemChanges } = this.#all
    itemChanges.put(keys.id, kind === 'added' ? 'new' : 'changed')
    return { ...keys, change: itemChanges.kindOf(keys.id) }
  }

  #putParts({ state, product, priceList, stockList }: OrderItem, changes: PageChanges): void {
    const { states, lists, products } = this.#all
    const put = <T>(name: string, part: T | null, write: (part: T) => boolean) => {
      if (part === null || !changes.isNewPart(name, part)) return
      if (write(part)) changes.visible = true
    }
    put('state', state, (one) => states.put(one))
    put('price', priceList, (one) => lists.put('price', one))
    put('stock', stockList, (one) => lists.put('stock', one))
    if (!product) return
    const written = products.put(product)
    if (written === 'same') return
    if (written === 'added') this.#all.totals.add('products', 1)
    const { id, name, sku, barcode, baseCode, images } = product
    changes.products.push({ id, name, sku, barcode, baseCode, hasPicture: images.length > 0 })
    changes.visible = true
  }

  /**
   * Which items differ from what is held, and must be fetched in full. Price and stock lists come whole in this
   * form, so a renamed list is stored at once instead of fetching every item that is on it.
   */
  compare(items: readonly SimpleOrderItem[]): { changedIds: number[]; unchangedIds: number[] } {
    const { lists, totals, itemWriter } = this.#all
    const held = itemWriter.fingerprints(items.map(({ id }) => id))
    const changedIds: number[] = []
    const unchangedIds: number[] = []
    for (const item of items) {
      const same = held.get(item.id) === itemFingerprint(item)
      ;(same ? unchangedIds : changedIds).push(item.id)
    }
    inTransaction(this.#db, () => {
      let differs = false
      for (const { priceList, stockList } of items) {
        if (priceList && lists.put('price', priceList)) differs = true
        if (stockList && lists.put('stock', stockList)) differs = true
      }
      if (differs) totals.raiseRevision()
    })
    return { changedIds, unchangedIds }
  }

  finishRun(end: RunEnd): { gone: number; revision: number } {
    const { runId: id, outcome, finishedAt, error, progress } = end
    const gone = inTransaction(this.#db, () => {
      const newlyGone = end.markUnseenGone ? this.#all.seenItems.markUnseenGone(finishedAt) : []
      this.#all.itemChanges.putChanged(newlyGone)
      this.#all.totals.add('gone', newlyGone.length)
      if (newlyGone.length > 0) this.#all.totals.raiseRevision()
      this.#all.syncRuns.finish({ id, outcome, finishedAt, error, progress, gone: newlyGone.length })
      return newlyGone
    })
    this.#engine.tell((engine) => {
      engine.setListed(gone, false)
      engine.markChanged(gone)
    })
    return { gone: gone.length, revision: this.#all.totals.revision() }
  }

  rememberOrder(order: number, orderNumber: string): void {
    inTransaction(this.#db, () => {
      if (this.#all.orderNumbers.put(order, orderNumber)) this.#all.totals.raiseRevision()
    })
  }
}

function tellPage(engine: Engine, { products, items, cameBack, areMarked }: PageChanges): void {
  for (const product of products) engine.putProduct(product)
  for (const { keys, amounts } of items) engine.putItem(keys, amounts)
  engine.setListed(cameBack, true)
  if (areMarked) engine.markChanged(cameBack)
  if (products.length > 0 || items.length > 0) engine.wordsChanged()
}
