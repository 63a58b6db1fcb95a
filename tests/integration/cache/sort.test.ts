import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortColumns } from '../../../src/shared/item-query.ts'
import type { SortColumn } from '../../../src/shared/item-query.ts'
import { compareDecimals } from '../../../src/shared/money.ts'
import { moneyFields } from '../../../src/shared/order-item.ts'
import type { MoneyField, OrderItem } from '../../../src/shared/order-item.ts'
import { decimal } from '../../support/arbitraries.ts'
import { makeItem, makeProduct, makeState } from '../../support/cache-items.ts'
import { fillService, idsOf, openTestService } from '../../support/cache-service.ts'

const collator = new Intl.Collator('tr', { numeric: true })
const compareNumbers = (a: number, b: number) => a - b

/** The order as one would write it down, slowly: what the engine must agree with. */
function expected(items: OrderItem[], column: SortColumn, direction: 'ascending' | 'descending'): number[] {
  const by = <T>(value: (item: OrderItem) => T | null, compare: (a: T, b: T) => number) => {
    const valued = items.filter((item) => value(item) !== null)
    const rest = items.filter((item) => value(item) === null).sort((a, b) => a.id - b.id)
    valued.sort((a, b) => compare(value(a) as T, value(b) as T) || a.id - b.id)
    const parts = direction === 'ascending' ? [valued, rest] : [valued.reverse(), rest.reverse()]
    return parts.flat().map(({ id }) => id)
  }
  const text = (value: (item: OrderItem) => string | null | undefined) =>
    by(
      (item) => value(item) ?? null,
      (a, b) => collator.compare(a, b),
    )
  const number = (value: (item: OrderItem) => number | null | undefined) =>
    by((item) => value(item) ?? null, compareNumbers)
  const time = (date: string | null) => (date === null ? null : Date.parse(date))
  switch (column) {
    case 'product':
      return text((item) => item.product?.name)
    case 'sku':
      return text((item) => item.product?.sku)
    case 'barcode':
      return text((item) => item.product?.barcode)
    case 'baseCode':
      return text((item) => item.product?.baseCode)
    case 'stockList':
      return text((item) => item.stockList?.name)
    case 'priceList':
      return text((item) => item.priceList?.name)
    case 'priceCurrency':
      return text((item) => item.priceCurrency)
    case 'state':
      return number((item) => (item.state ? Number(item.state.enumValue) : null))
    case 'createdDate':
    case 'modifiedDate':
      return number((item) => time(item[column]))
    case 'id':
    case 'order':
    case 'omnitronId':
    case 'parentOmnitronId':
      return number((item) => item[column])
    default:
      return by((item) => item[column], compareDecimals)
  }
}

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 4 })
const names = [
  'Çanta',
  'Canta',
  'Işık',
  'İnce',
  'ıssız',
  'inek',
  'Şal',
  'sal',
  'Zil',
  'Ürün 9',
  'Ürün 10',
  'üzüm',
]
const products = names.map((name, index) =>
  makeProduct(index + 1, {
    name: index === 3 ? null : name,
    sku: index === 5 ? null : `K-${(index * 7) % 12}`,
    barcode: index % 4 === 0 ? null : `00${(index * 5) % 12}`,
    baseCode: `B-${index % 3}`,
  }),
)
const day = fc.integer({ min: 1, max: 4 }).map((number) => `2026-01-0${number}T10:00:00.000Z`)
const amount = orNull(
  fc.oneof(decimal, fc.constantFrom('1', '1.00', '-1', '-1.5', '0', '-0.00', '10', '9.99')),
)
const amounts = fc.record(
  Object.fromEntries(moneyFields.map((field) => [field, amount])) as Record<MoneyField, typeof amount>,
)
/** Names alone tell them apart: of two with one name the lower number comes first, as it was met first or not. */
const list = orNull(
  fc.constantFrom('Çorlu', 'Cide', 'İzmir', 'ızgara').map((name) => ({
    ...makeItem(1).stockList!,
    pk: name.codePointAt(0)!,
    name,
  })),
)
const others = fc.record({
  order: orNull(fc.integer({ min: 1, max: 5 })),
  omnitronId: orNull(fc.integer({ min: 1, max: 9 })),
  parentOmnitronId: orNull(fc.integer({ min: 1, max: 9 })),
  priceCurrency: orNull(fc.constantFrom('TRY', 'EUR')),
  stockList: list,
  priceList: list,
  product: orNull(fc.constantFrom(...products)),
  state: orNull(fc.constantFrom(...['100', '450', '50', '500'].map((code) => makeState(code, code)))),
  createdDate: orNull(day),
  modifiedDate: orNull(day),
})
const variation = fc.tuple(others, amounts).map(([one, money]) => ({ ...one, ...money }))
const someItems = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 60 }), variation), {
    selector: ([id]) => id,
    maxLength: 25,
  })
  .map((pairs) => pairs.map(([id, over]) => makeItem(id, over)))
const everySort = sortColumns.flatMap((column) =>
  (['ascending', 'descending'] as const).map((direction) => ({ column, direction })),
)

describe('the order of items', () => {
  it('is total, exact and Turkish, with what has no value last, also after changes', () => {
    fc.assert(
      fc.property(someItems, someItems, (first, second) => {
        const { calls, dispose } = openTestService()
        try {
          const held = new Map<number, OrderItem>()
          for (const page of [first, second]) {
            fillService(calls, page)
            for (const item of page) held.set(item.id, item)
            for (const sort of everySort) {
              const ids = expected([...held.values()], sort.column, sort.direction)
              expect(idsOf(calls, { sort }), `${sort.column} ${sort.direction}`).toEqual(ids)
            }
          }
        } finally {
          dispose()
        }
      }),
      { numRuns: 25 },
    )
  })

  it('is the same for a few hits as for all', () => {
    const items = Array.from({ length: 400 }, (_none, index) =>
      makeItem(index + 1, {
        product: makeProduct(index % 5 === 0 ? 1 : 2, { name: index % 5 === 0 ? 'elma' : 'armut' }),
        modifiedDate: index % 7 === 0 ? null : `2026-01-0${1 + (index % 3)}T10:00:00.000Z`,
        attributes: index % 100 === 0 ? { note: 'rare' } : {},
      }),
    )
    const { calls, dispose } = openTestService(items)
    for (const sort of everySort) {
      const all = idsOf(calls, { sort })
      expect(idsOf(calls, { sort, search: 'rare' })).toEqual(all.filter((id) => id % 100 === 1))
      expect(idsOf(calls, { sort, search: 'elma' })).toEqual(all.filter((id) => id % 5 === 1))
    }
    dispose()
  })

  it('follows a product that gets another name', () => {
    const items = [1, 2, 3].map((id) => makeItem(id, { product: makeProduct(id, { name: `b${id}` }) }))
    const { calls, dispose } = openTestService(items)
    const sort = { column: 'product', direction: 'ascending' } as const
    expect(idsOf(calls, { sort })).toEqual([1, 2, 3])
    fillService(calls, [makeItem(2, { product: makeProduct(2, { name: 'a' }) })])
    expect(idsOf(calls, { sort })).toEqual([2, 1, 3])
    expect(idsOf(calls, { search: 'b2' })).toEqual([])
    dispose()
  })
})
