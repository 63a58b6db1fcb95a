import type { DatabaseSync } from 'node:sqlite'
import type { ItemList, SimpleOrderItem } from '../../shared/order-item.ts'
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
}

const noChanges = (areMarked: boolean): PageChanges => ({
  items: [],
  products: [],
  cameBack: [],
  areMarked,
  added: 0,
  changed: 0,
  visible: false,
})

/** Everything that changes the cache, each call in one transaction. */
export class CacheWriter {
  readonly #db: DatabaseSync
  readonly #all: Repositories
  readonly #engine: EngineLoader
  /** A page was not stored: those sent after it must not be either, or the walk would go on behind a hole. */
  #hole = false

  constructor(db: DatabaseSync, repositories: Repositories, engine: EngineLoader) {
    this.#db = db
    this.#all = repositories
    this.#engine = engine
  }

  startRun(kind: SyncRun['kind'], startedAt: string): number {
    this.#hole = false
    const runId = inTransaction(this.#db, () => {
      this.#all.seenItems.forget()
      if (this.#all.itemChanges.forget() > 0) this.#all.totals.raiseRevision()
      return this.#all.syncRuns.start(kind, startedAt)
    })
    this.#engine.tell((engine) => engine.forgetChanges())
    return runId
  }

  resumeRun(runId: number): void {
    this.#hole = false
    this.#all.syncRuns.resume(runId)
  }

  commitPage(page: PageToStore): PageStored {
    if (this.#hole)
      throw new PacklightError({ code: 'cache.failed', details: 'the page before was not stored' })
    this.#hole = true
    const stored = this.#storePage(page)
    this.#hole = false
    return stored
  }

  #storePage(page: PageToStore): PageStored {
    const { itemChanges, seenItems, syncRuns, totals } = this.#all
    const changes = noChanges(syncRuns.kindOf(page.runId) === 'refresh')
    const seen = inTransaction(this.#db, () => {
      this.#putParts(page, changes)
      this.#putItems(page, changes)
      const ids = [...page.answers.flatMap(({ items }) => items.map(({ id }) => id)), ...page.unchangedIds]
      const { newlySeen, cameBack } = seenItems.mark(ids)
      changes.cameBack.push(...cameBack)
      totals.add('gone', -changes.cameBack.length)
      if (changes.areMarked) itemChanges.putChanged(changes.cameBack)
      if (changes.visible || changes.cameBack.length > 0) totals.raiseRevision()
      const { runId: id, checkpoint, progress } = page
      const { added, changed } = changes
      const seenSoFar = syncRuns.checkpoint({ id, checkpoint, progress, newlySeen, added, changed })
      if (seenSoFar === undefined) {
        throw new PacklightError({ code: 'cache.failed', details: `there is no sync run ${id}` })
      }
      return seenSoFar
    })
    this.#engine.tell((engine) => tellPage(engine, changes))
    return { added: changes.added, changed: changes.changed, seen, revision: totals.revision() }
  }

  #putItems({ answers, fetchedAt }: PageToStore, changes: PageChanges): void {
    const { itemWriter, rawPages } = this.#all
    /** Raw pages of before by how many items point elsewhere now. */
    const left = new Map<number, number>()
    const stateTotals = new Map<number | null, number>()
    const count = (state: number | null, items: number) =>
      stateTotals.set(state, (stateTotals.get(state) ?? 0) + items)
    let moreOrders = 0
    for (const { items, ...body } of answers) {
      const rawPageId = rawPages.add(body, new Set(items.map(({ id }) => id)).size)
      // In the order of their ids, though the newest come first: a third fewer pages of the file change.
      for (const item of items.toSorted((a, b) => a.id - b.id)) {
        const written = itemWriter.put(item, { fetchedAt, rawPageId })
        const rawBefore = written.rawPageBefore
        if (rawBefore !== null && rawBefore !== rawPageId) left.set(rawBefore, (left.get(rawBefore) ?? 0) + 1)
        count(written.keys.stateId, 1)
        if (written.kind === 'added') changes.added++
        else count(written.stateBefore, -1)
        if (written.kind === 'changed') changes.changed++
        moreOrders += written.moreOrders
        if (written.cameBack) changes.cameBack.push(item.id)
        if (written.kind === 'same') continue
        changes.visible = true
        changes.items.push({ keys: this.#marked(written.keys, written.kind, changes), amounts: item })
      }
    }
    for (const [rawPage, count] of left) rawPages.release(rawPage, count)
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

  /** What the items refer to. */
  #putParts({ answers, states, products }: PageToStore, changes: PageChanges): void {
    for (const state of states) if (this.#all.states.put(state)) changes.visible = true
    for (const text of products) {
      const written = this.#all.products.put(text)
      if (!written) continue
      if (written.isNew) this.#all.totals.add('products', 1)
      const { id, name, sku, barcode, baseCode, images } = written.product
      changes.products.push({ id, name, sku, barcode, baseCode, hasPicture: images.length > 0 })
      changes.visible = true
    }
    // Items of one page share the very object of a list: one look at each is enough.
    const lists = { price: new Set<ItemList>(), stock: new Set<ItemList>() }
    for (const { priceList, stockList } of answers.flatMap(({ items }) => items)) {
      if (priceList) lists.price.add(priceList)
      if (stockList) lists.stock.add(stockList)
    }
    for (const kind of ['price', 'stock'] as const) {
      for (const list of lists[kind]) if (this.#all.lists.put(kind, list)) changes.visible = true
    }
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
