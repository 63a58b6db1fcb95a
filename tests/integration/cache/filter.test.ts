import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { facetNames, noFilters } from '../../../src/shared/item-filters.ts'
import type { DateFilter, FacetName, Facets, ItemFilters } from '../../../src/shared/item-filters.ts'
import { allItems } from '../../../src/shared/item-query.ts'
import { compareDecimals } from '../../../src/shared/money.ts'
import type { OrderItem } from '../../../src/shared/order-item.ts'
import { stateKey } from '../../../src/shared/order-state.ts'
import { makeItem, makeProduct, makeProgress, makeState, pageOf } from '../../support/cache-items.ts'
import { commitTo, fillService, idsOf, openTestService } from '../../support/cache-service.ts'

const today = new Date()
/** Noon of the day so many days ago: no clock change moves that into another day. */
const daysAgo = (days: number) =>
  new Date(today.getFullYear(), today.getMonth(), today.getDate() - days, 12).toISOString()
const localDay = (days: number) => {
  const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() - days)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** What the engine must agree with, as one would write it down, slowly. */
class Slow {
  readonly #items: readonly OrderItem[]

  constructor(items: readonly OrderItem[]) {
    this.#items = items
  }

  valueOf(item: OrderItem, facet: FacetName): string {
    switch (facet) {
      case 'state':
        return item.state ? stateKey(item.state) : ''
      case 'stockList':
      case 'priceList':
        return String(item[facet]?.pk ?? '')
      case 'priceCurrency':
        return item.priceCurrency ?? ''
      case 'kind': {
        if (item.parentOmnitronId !== null) return 'part'
        const isNamed = this.#items.some((one) => one.parentOmnitronId === item.omnitronId)
        return item.omnitronId !== null && isNamed ? 'bundle' : 'single'
      }
      case 'picture':
        return item.image !== null || (item.product?.images.length ?? 0) > 0 ? 'present' : 'missing'
      case 'listing':
        return 'listed'
      case 'change':
        return 'same'
    }
  }

  passes(item: OrderItem, filters: ItemFilters): boolean {
    const isChosen = facetNames.every(
      (facet) => filters[facet].length === 0 || filters[facet].includes(this.valueOf(item, facet)),
    )
    return (
      isChosen &&
      isIn(item.createdDate, filters.createdDate) &&
      isIn(item.modifiedDate, filters.modifiedDate) &&
      isBetween(item.netAmount, filters.netAmount)
    )
  }

  ids(filters: ItemFilters): number[] {
    return this.#items.filter((item) => this.passes(item, filters)).map(({ id }) => id)
  }

  facets(filters: ItemFilters): Facets['values'] {
    const counts = facetNames.map((facet) => {
      const found: Record<string, number> = {}
      for (const item of this.#items) {
        if (!this.passes(item, { ...filters, [facet]: [] })) continue
        const value = this.valueOf(item, facet)
        found[value] = (found[value] ?? 0) + 1
      }
      return [facet, found]
    })
    return Object.fromEntries(counts) as Facets['values']
  }
}

function isIn(date: string | null, filter: DateFilter | null): boolean {
  if (filter === null) return true
  if (date === null) return false
  const day = localDayOf(date)
  if ('days' in filter) return day >= localDay(filter.days - 1)
  return (filter.from === null || day >= filter.from) && (filter.to === null || day <= filter.to)
}
const localDayOf = (date: string) => {
  const [year, month, day] = [
    new Date(date).getFullYear(),
    new Date(date).getMonth(),
    new Date(date).getDate(),
  ]
  return [year, String(month + 1).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

function isBetween(amount: string | null, filter: ItemFilters['netAmount']): boolean {
  if (filter === null) return true
  if (amount === null) return false
  return (
    (filter.from === null || compareDecimals(amount, filter.from) >= 0) &&
    (filter.to === null || compareDecimals(amount, filter.to) <= 0)
  )
}

const list = (pk: number) => ({ ...makeItem(1).stockList!, pk, name: `list ${pk}` })
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 })
const states = ['100', '450', '500'].map((code) => makeState(code, code))
const products = [1, 2, 3].map((id) =>
  makeProduct(id, { name: `ürün ${id}`, ...(id === 2 && { images: [] }) }),
)
const money = fc.constantFrom('0', '-1.5', '9.99', '10', '10.00', '10.001', '1000000000000000000000.5')
const day = fc.integer({ min: 0, max: 40 })
const variation = fc.record({
  omnitronId: orNull(fc.integer({ min: 1, max: 12 })),
  parentOmnitronId: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null, freq: 1 }),
  state: orNull(fc.constantFrom(...states)),
  product: orNull(fc.constantFrom(...products)),
  stockList: orNull(fc.constantFrom(list(1), list(2))),
  priceList: orNull(fc.constantFrom(list(1), list(3))),
  priceCurrency: orNull(fc.constantFrom('TRY', 'EUR')),
  netAmount: orNull(money),
  image: fc.constantFrom(null, null, 'https://cdn.example/own.jpg'),
  createdDate: orNull(day.map(daysAgo)),
  modifiedDate: orNull(day.map(daysAgo)),
})
const someItems = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 40 }), variation), {
    selector: ([id]) => id,
    maxLength: 30,
  })
  .map((pairs) => pairs.map(([id, over]) => makeItem(id, over)))

const some = (...values: string[]): fc.Arbitrary<string[]> =>
  fc.oneof(fc.constant<string[]>([]), fc.subarray(values))
const dates = orNull(
  fc.oneof(
    fc.constantFrom({ days: 1 }, { days: 7 }, { days: 30 }),
    fc.record({ from: orNull(day.map(localDay)), to: orNull(day.map(localDay)) }),
  ),
)
const someFilters: fc.Arbitrary<ItemFilters> = fc.record({
  state: some('OrderStatus:450', 'OrderStatus:500', '', 'OrderStatus:999'),
  stockList: some('1', '2', ''),
  priceList: some('1', '3', '77'),
  priceCurrency: some('TRY', 'EUR', ''),
  kind: some('single', 'bundle', 'part'),
  picture: some('missing', 'present'),
  listing: some('listed', 'gone'),
  change: some('same', 'new'),
  createdDate: dates,
  modifiedDate: dates,
  netAmount: orNull(fc.record({ from: orNull(money), to: orNull(money) })),
})
const ascending = { column: 'id', direction: 'ascending' } as const

function service(items: OrderItem[] = []) {
  const { calls, dispose } = openTestService(items)
  onTestFinished(dispose)
  return calls
}

describe('filters', () => {
  it('leave what passes all of them, and each says what its other choices would leave, also after changes', () => {
    fc.assert(
      fc.property(someItems, someItems, fc.array(someFilters, { maxLength: 6 }), (first, second, wanted) => {
        const { calls, dispose } = openTestService()
        try {
          const held = new Map<number, OrderItem>()
          for (const page of [first, second]) {
            fillService(calls, page)
            for (const item of page) held.set(item.id, item)
            const slow = new Slow([...held.values()].sort((a, b) => a.id - b.id))
            for (const filters of [noFilters, ...wanted]) {
              const query = { ...allItems, filters, sort: ascending }
              expect(idsOf(calls, query)).toEqual(slow.ids(filters))
              expect(calls.count([query])).toEqual([slow.ids(filters).length])
              const facets = calls.facets(calls.query(query).queryId)
              expect(facets?.values).toEqual(slow.facets(filters))
              for (const field of ['createdDate', 'modifiedDate'] as const) {
                const counts = [1, 7, 30, 90].map(
                  (days) => slow.ids({ ...filters, [field]: { days } }).length,
                )
                expect(facets?.[field], field).toEqual(counts)
              }
            }
          }
        } finally {
          dispose()
        }
      }),
      { numRuns: 60 },
    )
  })

  it('combine with a search', () => {
    const product = makeProduct(1, { name: 'gömlek' })
    const calls = service([
      makeItem(1, { product, state: states[0]! }),
      makeItem(2, { product, state: states[1]! }),
      makeItem(3, { state: states[1]! }),
    ])
    const filters = { ...noFilters, state: ['OrderStatus:450'] }
    expect(idsOf(calls, { search: 'gömlek', filters })).toEqual([2])
    const { queryId, total, cached } = calls.query({ ...allItems, search: 'gömlek', filters })
    expect({ total, cached }).toEqual({ total: 1, cached: 3 })
    expect(calls.facets(queryId)?.values.state).toEqual({ 'OrderStatus:100': 1, 'OrderStatus:450': 1 })
    expect(calls.count([allItems, { ...allItems, search: 'gömlek' }, { ...allItems, filters }])).toEqual([
      3, 2, 2,
    ])
    expect(calls.facets(queryId + 99)).toBeNull()
  })

  it('know what the newest sync changed, and nothing of the one before', () => {
    const calls = service([1, 2, 3, 4].map((id) => makeItem(id)))
    const changesOf = () => calls.facets(calls.query(allItems).queryId)?.values.change
    const listingOf = () => calls.facets(calls.query(allItems).queryId)?.values.listing
    expect(changesOf()).toEqual({ same: 4 })
    const refresh = (items: OrderItem[], unchangedIds: number[]) => {
      const runId = calls.startRun('refresh', '2026-02-02T09:00:00.000Z')
      commitTo(calls, {
        runId,
        answers: [pageOf(items)],
        unchangedIds,
        checkpoint: {},
        progress: makeProgress(),
        fetchedAt: '2026-02-02T10:00:00.000Z',
      })
      calls.finishRun({
        runId,
        outcome: 'complete',
        finishedAt: '2026-02-02T11:00:00.000Z',
        error: null,
        progress: makeProgress(),
        markUnseenGone: true,
      })
    }
    refresh([makeItem(1, { netAmount: '1.00' }), makeItem(2), makeItem(9)], [3])
    expect(changesOf()).toEqual({ changed: 2, new: 1, same: 2 })
    expect(listingOf()).toEqual({ listed: 4, gone: 1 })
    expect(idsOf(calls, { filters: { ...noFilters, change: ['changed', 'new'] } })).toEqual([9, 4, 1])
    expect(idsOf(calls, { filters: { ...noFilters, listing: ['gone'] } })).toEqual([4])
    const changes = calls.query(allItems).firstRows.map(({ id, change }) => [id, change])
    expect(Object.fromEntries(changes)).toEqual({
      9: 'new',
      4: 'changed',
      3: 'same',
      2: 'same',
      1: 'changed',
    })
    refresh([makeItem(4)], [1, 2, 3, 9])
    expect(changesOf()).toEqual({ same: 4, changed: 1 })
    expect(listingOf()).toEqual({ listed: 5 })
    expect(calls.summary()).toMatchObject({ items: 5, gone: 0, orders: 3 })
  })

  it('see pictures that a product gets or loses', () => {
    const bare = makeProduct(1, { images: [] })
    const calls = service([1, 2].map((id) => makeItem(id, { product: bare })))
    const missing = { filters: { ...noFilters, picture: ['missing'] } }
    expect(idsOf(calls, missing)).toEqual([2, 1])
    fillService(calls, [makeItem(1, { product: makeProduct(1) })])
    expect(idsOf(calls, missing)).toEqual([])
    fillService(calls, [makeItem(1, { product: bare })])
    expect(idsOf(calls, missing)).toEqual([2, 1])
  })
})

describe('orders are counted', () => {
  it('as items come, and as they go over to another one', () => {
    const calls = service([
      makeItem(1, { order: 7 }),
      makeItem(2, { order: 7 }),
      makeItem(3, { order: null }),
    ])
    const orders = () => calls.summary().orders
    expect(orders()).toBe(1)
    fillService(calls, [makeItem(2, { order: 8 })])
    expect(orders()).toBe(2)
    fillService(calls, [makeItem(1, { order: 8 })])
    expect(orders()).toBe(1)
    fillService(calls, [makeItem(1, { order: null }), makeItem(2, { order: null })])
    expect(orders()).toBe(0)
  })
})
