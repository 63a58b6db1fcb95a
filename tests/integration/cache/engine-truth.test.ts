/** Whatever a store lives through, the engine says what one says that is read anew from the database. */
import fc from 'fast-check'
import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { createCacheService } from '../../../src/main/cache/cache-service.ts'
import type { CacheService } from '../../../src/main/cache/cache-service.ts'
import { itemChanges, itemKinds, noFilters } from '../../../src/shared/item-filters.ts'
import type { ItemFilters } from '../../../src/shared/item-filters.ts'
import { allItems, sortColumns } from '../../../src/shared/item-query.ts'
import type { ItemQuery } from '../../../src/shared/item-query.ts'
import type { OrderItem } from '../../../src/shared/order-item.ts'
import {
  dropdown,
  makeItem,
  makeProduct,
  makeProgress,
  makeState,
  pageOf,
} from '../../support/cache-items.ts'
import { commitTo } from '../../support/cache-service.ts'
import { temporaryFile } from '../../support/open-cache.ts'

const filtered = (over: Partial<ItemFilters>): ItemQuery => ({
  ...allItems,
  filters: { ...noFilters, ...over },
})
const queries: ItemQuery[] = [
  ...sortColumns.flatMap((column) =>
    (['ascending', 'descending'] as const).map((direction) => ({ ...allItems, sort: { column, direction } })),
  ),
  ...['a', 'p', '1', '2', '50', 'x', 'red 1', 'sku-1', 'p2 v1', '500001', '0001'].map((search) => ({
    ...allItems,
    search,
  })),
  ...itemKinds.map((kind) => filtered({ kind: [kind] })),
  ...itemChanges.map((change) => filtered({ change: [change] })),
  ...['gone', 'listed'].map((listing) => filtered({ listing: [listing] })),
  filtered({ picture: ['missing'] }),
  { ...filtered({ picture: ['present'], netAmount: { from: '-5', to: '100' } }), search: 'red' },
]

const number = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: null })
const item: fc.Arbitrary<OrderItem> = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }),
    order: number(4),
    omnitronId: number(6),
    parentOmnitronId: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null, freq: 2 }),
    state: number(3),
    product: number(4),
    list: number(2),
    version: fc.integer({ min: 1, max: 3 }),
    hasPictures: fc.boolean(),
    image: fc.constantFrom(null, 'https://cdn.example/own.jpg'),
    netAmount: fc.constantFrom(null, '1.0', '1.00', '-1', '10', '0.5', '-0', '007', '99999999999999999999.5'),
    priceCurrency: fc.constantFrom(null, 'TRY', 'EUR', ''),
    attribute: fc.constantFrom(null, 'red', 'blue 0001'),
    modifiedDate: fc.constantFrom(
      '2022-01-01T00:00:00Z',
      '1960-01-01T00:00:00Z',
      '2023-05-05T00:00:00.123456Z',
    ),
  })
  .map(({ id, state, product, list, version, hasPictures, attribute, ...over }) => {
    const pictures = hasPictures ? [{ id: 1, order: 1, url: 'https://cdn.example/1.jpg' }] : []
    const form = { name: `p${product ?? 0} v${version}`, sku: `SKU-${version}`, images: pictures }
    return makeItem(id, {
      ...over,
      price: over.netAmount,
      state: state === null ? null : makeState(String(state), `S${state}`),
      product: product === null ? null : makeProduct(product, form),
      attributesKwargs: attribute === null ? {} : { renk: dropdown(attribute) },
      priceList: list === null ? null : { ...makeItem(1).priceList!, pk: list, name: `L${version}` },
    })
  })

type Step = (life: Life) => void
const ids = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 3 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.array(item, { maxLength: 4 }), ids).map(
      ([items, unchanged]) =>
        (life: Life) =>
          life.page(items, unchanged),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('full' as const, 'refresh' as const)
      .map((kind) => (life: Life) => life.start(kind)),
  },
  { weight: 2, arbitrary: fc.boolean().map((isComplete) => (life: Life) => life.finish(isComplete)) },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 1, max: 4 })
      .map((order) => (life: Life) => life.service.calls.rememberOrder(order, `A-${order}`)),
  },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 60 }).map((pieces) => (life: Life) => life.prepare(pieces)),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...queries)
      .map((query) => (life: Life) => void life.service.calls.query(query)),
  },
  { weight: 2, arbitrary: fc.constant((life: Life) => life.reopen()) },
)

const open = (file: string): CacheService => createCacheService({ file, readOnly: false })

/** A store's cache, and the sync that fills it. */
class Life {
  service: CacheService
  readonly #file: string
  #run: number | null

  constructor(file: string) {
    this.#file = file
    this.service = open(file)
    this.#run = this.service.calls.startRun('full', '2026-01-01T00:00:00Z')
  }

  page(items: OrderItem[], unchanged: number[]): void {
    if (this.#run === null) return
    const { calls } = this.service
    const unchangedIds = unchanged.filter((id) => calls.detail(id) !== null)
    const rest = { checkpoint: {}, progress: makeProgress(), fetchedAt: '2026-01-01T00:00:00Z' }
    commitTo(calls, { runId: this.#run, answers: [pageOf(items)], unchangedIds, ...rest })
  }

  start(kind: 'full' | 'refresh'): void {
    this.#run ??= this.service.calls.startRun(kind, '2026-01-02T00:00:00Z')
  }

  finish(isComplete: boolean): void {
    if (this.#run === null) return
    const end = { finishedAt: '2026-01-03T00:00:00Z', error: null, progress: makeProgress() }
    const outcome = isComplete ? 'complete' : 'cancelled'
    this.service.calls.finishRun({ runId: this.#run, outcome, markUnseenGone: isComplete, ...end })
    this.#run = null
  }

  prepare(pieces: number): void {
    for (let piece = 0; piece < pieces; piece++) this.service.prepare()
  }

  reopen(): void {
    this.service.calls.close()
    this.service = open(this.#file)
    if (this.#run !== null) this.service.calls.resumeRun(this.#run)
  }
}

const answersOf = ({ calls }: CacheService) =>
  queries.map((query) => {
    const { queryId, exactItemId, total, cached } = calls.query(query)
    return {
      ...{ query, exactItemId, total, cached },
      rows: calls.window(queryId, 0, 1000),
      facets: calls.facets(queryId),
    }
  })

it('answers as an engine that is read anew, and counts as the database does', async () => {
  const base = await temporaryFile()
  let lives = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), (steps) => {
      const file = `${base}-${++lives}`
      const life = new Life(file)
      for (const one of steps) one(life)
      const answers = answersOf(life.service)
      const { items, orders, products, gone } = life.service.calls.summary()
      life.service.calls.close()
      rmSync(`${file}-engine`, { force: true })
      const anew = open(file)
      expect(answers).toEqual(answersOf(anew))
      anew.calls.close()
      const db = new DatabaseSync(file)
      const counted = db
        .prepare(
          `SELECT count(*) AS items, count(DISTINCT order_id) AS orders, count(gone_since) AS gone,
             (SELECT count(*) FROM products) AS products FROM items`,
        )
        .get()
      db.close()
      expect({ items, orders, products, gone }).toEqual({ ...counted })
    }),
    { numRuns: 120, endOnFailure: true },
  )
})
