import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noFilters } from '../../../src/shared/item-filters.ts'
import { allItems } from '../../../src/shared/item-query.ts'
import { wildText } from '../../support/arbitraries.ts'
import { dropdown, makeItem, makeProduct, shipped } from '../../support/cache-items.ts'
import { idsOf, openTestService } from '../../support/cache-service.ts'

const shirt = makeProduct(13, { name: 'Beyaz gömlek', sku: 'GML', barcode: '8690000000013' })
const catalogue = [
  makeItem(1, {
    order: 71,
    product: makeProduct(11, {
      name: 'SİYAH Gömlek',
      sku: 'AB-12 34',
      barcode: '0012345678905',
      baseCode: 'GML',
      attributesKwargs: { beden: dropdown('Large', 'L') },
    }),
  }),
  makeItem(2, { order: 72, product: makeProduct(12, { name: 'Işıl ışıltı kazak', sku: 'KZK-1' }) }),
  makeItem(3, { order: 72, product: shirt, state: shipped }),
  makeItem(4, { order: 73, product: shirt, attributesKwargs: { not: dropdown('Hediye paketi') } }),
  // Its number begins as the order of others does.
  makeItem(730, { order: 900, product: null, omnitronId: null, state: null }),
]
let cache: ReturnType<typeof openTestService>
beforeAll(() => {
  cache = openTestService(catalogue)
  cache.calls.rememberOrder(71, 'TR-0042/A')
})
afterAll(() => cache.dispose())

describe('a search', () => {
  it.each([
    ['siyah', [1]],
    ['SIYAH', [1]],
    ['sıyah', [1]],
    ['SİYAH', [1]],
    ['isil', [2]],
    ['IŞIL', [2]],
    ['ışıl kaz', [2]],
    ['gomlek', [1, 3, 4]],
    ['göm bey', [3, 4]],
    ['large', [1]],
    ['l gömlek siyah', [1]],
    ['hediye', [4]],
    ['beyaz paketi', [4]],
    ['ab1234', [1]],
    ['AB 12', [1]],
    ['ab-12 34', [1]],
    ['12345678905', [1]],
    ['00012345678905', [1]],
    ['0012345', [1]],
    ['001 234 567 8905', [1]],
    ['500002', [2]],
    ['50000', [1, 2, 3, 4]],
    ['72', [2, 3]],
    ['0073', [4, 730]],
    ['900', [730]],
    ['tr-0042', [1]],
    ['TR0042a', [1]],
    ['tr 0042 a', [1]],
    ['ömlek', []],
    ['siyah kazak', []],
    ['kazak 900', []],
    ['  ', [1, 2, 3, 4, 730]],
    ['"*-', [1, 2, 3, 4, 730]],
  ])('for %j finds items %j', (search, expected) => {
    const ids = idsOf(cache.calls, { search })
    expect(ids.toSorted((a, b) => a - b)).toEqual(expected)
  })

  it('puts what is named exactly first, then what the sort wants', () => {
    const sort = { column: 'modifiedDate', direction: 'ascending' } as const
    expect(idsOf(cache.calls, { search: '73', sort })).toEqual([4, 730])
    expect(idsOf(cache.calls, { search: 'gml', sort })).toEqual([1, 3, 4])
    expect(idsOf(cache.calls, { search: 'gml', sort: { ...sort, direction: 'descending' } })).toEqual([
      4, 3, 1,
    ])
  })

  it.each([
    ['0012345678905', 1], // one barcode, one item
    ['8690000000013', null], // a barcode of items in two orders
    ['72', 2], // an order: its first item
    ['tr-0042/A', 1], // an order's number
    ['3', 3], // an item's id
    ['500004', 4], // an Omnitron id
    ['TR-004', null], // only the beginning of a number
    ['siyah', null],
  ])('for %j says that item %j is named exactly', (search, expected) => {
    expect(cache.calls.query({ ...allItems, search }).exactItemId).toBe(expected)
  })

  it('names an item exactly also where a filter hides it: a scan is to be answered', () => {
    const filters = { ...noFilters, listing: ['gone'] }
    const { total, exactItemId } = cache.calls.query({ ...allItems, search: '0012345678905', filters })
    expect({ total, exactItemId }).toEqual({ total: 0, exactItemId: 1 })
  })

  it('names no item where several have the code, though none of them has an order', () => {
    const product = makeProduct(1, { barcode: '8690000000099' })
    const { calls, dispose } = openTestService([1, 2].map((id) => makeItem(id, { product, order: null })))
    expect(calls.query({ ...allItems, search: '8690000000099' }).exactItemId).toBeNull()
    dispose()
  })

  it.each([
    ['tr-0042', 1, 'orderNumber'],
    ['71', 1, 'orderNumber'],
    ['ab12', 1, 'sku'],
    ['12345678905', 1, 'barcode'],
    ['730', 730, 'id'],
    ['500002', 2, 'omnitronId'],
    ['gömlek', 3, 'name'],
    ['hediye', 4, 'attribute'],
    ['base-12', 2, 'baseCode'],
  ])('for %j tells that item %i was hit in its %s', (search, id, field) => {
    const { firstRows } = cache.calls.query({ ...allItems, search })
    expect(firstRows.find((row) => row.id === id)?.matchedField).toBe(field)
  })

  it('takes any text: quotes, operators, half words', () => {
    const raw = fc.oneof(
      wildText,
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '"',
        '*',
        'AND',
        'NOT x',
        'kö-zs',
        'NEAR(',
        'a OR',
        '{codes} : b',
        '^',
        "';--",
        '0',
        '00',
        '-1',
      ),
    )
    fc.assert(
      fc.property(fc.array(raw, { maxLength: 4 }), (parts) => {
        const answer = cache.calls.query({ ...allItems, search: parts.join(' ') })
        expect(answer.firstRows.length).toBe(answer.total)
      }),
      { numRuns: 300 },
    )
  })

  it('finds every item by each word and code that it holds, however it is written', () => {
    const held = catalogue.flatMap((item) =>
      [item.product?.name, item.product?.sku, item.product?.barcode, item.product?.baseCode]
        .flatMap((text) => (text ? [text, ...text.split(' ')] : []))
        .map((text) => ({ id: item.id, text })),
    )
    const written = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => text.toLocaleUpperCase('tr'),
      (text: string) => text.toLocaleLowerCase('tr'),
      (text: string) => text.normalize('NFD'),
      (text: string) => text.slice(0, Math.ceil(text.length / 2)),
    )
    fc.assert(
      fc.property(fc.constantFrom(...held), written, ({ id, text }, write) => {
        expect(idsOf(cache.calls, { search: write(text) })).toContain(id)
      }),
    )
  })
})
