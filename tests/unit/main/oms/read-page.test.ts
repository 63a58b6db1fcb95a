import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../../src/main/oms/parse-json.ts'
import { pageOfLink, readOrderItem, readPage, readSimpleItem } from '../../../../src/main/oms/read-page.ts'
import type { JsonObject, JsonValue } from '../../../../src/shared/json.ts'
import { moneyFields, type OrderItem, type Product } from '../../../../src/shared/order-item.ts'

const fixture = (name: string): JsonValue =>
  parseJson(readFileSync(new URL(`../../../fixtures/oms/${name}.json`, import.meta.url), 'utf8'))

/** The fields that the three samples share, but for the names of their lists. */
const common = {
  id: 1,
  order: 1,
  omnitronId: 1,
  parentOmnitronId: null,
  createdDate: '2021-07-07T08:17:49.927569Z',
  modifiedDate: '2021-07-07T08:42:21.265143Z',
  netAmount: '599.99',
  price: '599.99',
  retailPrice: '1000.00',
  taxRate: '8.00',
  taxAmount: null,
  discountAmount: '0.00',
  withoutNetAmount: null,
  installmentInterestAmount: null,
  priceCurrency: 'TRY',
  attributes: {},
  attributesKwargs: {},
  image: null,
  extraField: { price_extra_field: {}, stock_extra_field: {} },
}

const lists = (price: string, stock: string, stockKey: number) => ({
  priceList: {
    pk: 1,
    code: null,
    name: price,
    isAutoSync: false,
    createdDate: '2021-02-25T13:41:08.252536Z',
    modifiedDate: '2021-02-25T13:41:08.252562Z',
  },
  stockList: {
    pk: stockKey,
    code: null,
    name: stock,
    isAutoSync: false,
    createdDate: '2021-02-25T13:41:20.523128Z',
    modifiedDate: '2021-02-25T13:41:20.523152Z',
  },
})

const state = (contentType: number) => ({
  id: 1,
  name: 'Preparing',
  translations: { 'en-us': 'Preparing', 'tr-tr': 'Hazırlanıyor' },
  enumClass: 'OrderStatus',
  enumValue: '450',
  contentType,
  config: {},
  createdDate: '2021-06-30T14:43:26.801262Z',
  modifiedDate: '2022-10-14T10:39:33.568211Z',
})

const dropdown = (label: string, value: string) => ({ label, value, dataType: 'dropdown' })

const product = (omnitronId: number): Product => ({
  id: 1,
  omnitronId,
  name: 'Urun8',
  baseCode: '8',
  sku: '8',
  barcode: null,
  attributes: {
    renk: 'SİYAH',
    beden: 'L',
    integration_size: 'L',
    integration_color: 'SİYAH',
    integration_gram1: 'One size',
    integration_SizeId: 'S',
    integration_ColorId: 'SİYAH',
  },
  attributesKwargs: {
    renk: dropdown('SİYAH', 'SİYAH'),
    beden: dropdown('Large', 'L'),
    integration_size: dropdown('L', 'L'),
    integration_color: dropdown('BLACK', 'SİYAH'),
    integration_gram1: dropdown('One Size', 'One size'),
    integration_SizeId: dropdown('S', 'S'),
    integration_ColorId: dropdown('SİYAH', 'SİYAH'),
  },
  extraAttributes: {},
  images: [
    {
      id: 1,
      order: 1,
      url: 'https://{cdn_url}/products/2021/03/17/8/604303c1-e2f9-4e78-a666-67d75bbca1e3.jpg',
    },
  ],
  createdDate: '2021-07-07T08:17:49.890983Z',
  modifiedDate: '2022-02-09T08:14:57.425198Z',
  remoteModifiedDate: '2022-02-03T11:53:24.467975Z',
})

describe("the API's own samples are read exactly", () => {
  it('order_items/', () => {
    const body = fixture('order_items')
    const item = {
      ...common,
      ...lists('test_fiyat_list', 'test_stok_list', 34),
      state: state(1),
      product: product(8),
    }
    expect(readPage(body, readOrderItem)).toEqual({
      count: 1,
      items: [{ item }],
      rejected: [],
      // `next` is the list itself: it names no page.
      nextPage: null,
    })
  })

  it('order_items/list-simple/', () => {
    const body = fixture('order_items-list-simple')
    const item = {
      ...common,
      ...lists('test_fiyat_list', 'test_stok_list', 34),
      stateId: 1,
      productId: 1,
    }
    expect(readPage(body, readSimpleItem)).toEqual({
      count: 1,
      items: [{ item }],
      rejected: [],
      nextPage: null,
    })
  })

  it('order_items/{id}/', () => {
    const body = fixture('order_items-1')
    const item = {
      ...common,
      ...lists('pz_fiyat_list', 'pz_stok_list', 1),
      state: state(3),
      product: product(1),
    }
    expect(readOrderItem(body)).toEqual({ item })
  })
})

/** The item of a raw form that must be readable. */
function read(raw: JsonObject): OrderItem {
  const entry = readOrderItem({ id: 7, ...raw })
  if (typeof entry === 'string') throw new Error(entry)
  return entry.item
}

const readProduct = (raw: JsonObject) => read({ product: { id: 3, ...raw } }).product!

describe('what differs from the document does not lose the item', () => {
  it('nothing but an id', () => {
    const item = read({})
    expect(item).toMatchObject({
      id: 7,
      order: null,
      state: null,
      product: null,
      attributes: {},
      image: null,
    })
    expect(Object.values(item)).not.toContain(undefined)
    expect(Object.values(readProduct({}))).not.toContain(undefined)
    expect(Object.values(read({ state: { id: 2 } }).state!)).not.toContain(undefined)
  })

  it.each([
    'order',
    'created_date',
    'omnitron_id',
    'price',
    'price_currency',
    'attributes',
    'price_list',
    'state',
  ])('a %s of a wrong type', (field) => {
    for (const wrong of [true, [1], { x: 1 }, [], '', -1.5]) expect(read({ [field]: wrong }).id).toBe(7)
  })

  it('a wrong field inside the state or the product costs that field alone', () => {
    expect(
      read({ state: { id: 5, name: ['?'], enum_class: 'OrderStatus', enum_value: 450 } }).state,
    ).toMatchObject({
      id: 5,
      name: null,
      enumClass: 'OrderStatus',
      enumValue: '450',
    })
    expect(readProduct({ sku: 12, barcode: 8690000000012, name: null, base_code: false })).toMatchObject({
      sku: '12',
      barcode: '8690000000012',
      name: null,
      baseCode: null,
    })
  })

  it('a state or product without an id is none', () => {
    expect(read({ state: { name: 'Preparing' }, product: { name: 'Urun' } })).toMatchObject({
      state: null,
      product: null,
    })
  })

  it('list-simple takes the id of a state that was sent whole', () => {
    const entry = readSimpleItem({ id: 7, state: { id: 5 }, product: 'x' })
    expect(entry).toMatchObject({ item: { stateId: 5, productId: null } })
  })

  it.each([
    ['https://cdn.example/a.jpg', 'https://cdn.example/a.jpg'],
    [{ url: 'https://cdn.example/a.jpg', id: 1 }, 'https://cdn.example/a.jpg'],
    [{ href: 'x' }, null],
    ['', null],
    [' ', null],
    [5, null],
  ])('the own image %j', (image, url) => {
    expect(read({ image }).image).toBe(url)
  })

  it('pictures are sorted by order; unreadable ones are left out, one without an order is last', () => {
    const productimage_set: JsonValue = [
      { id: 1, order: null, url: 'c' },
      { id: 2, order: 2, url: 'b' },
      null,
      { id: 3, order: 0 },
      { id: 4, order: 0, url: '' },
      'd',
      { order: 1, url: 'a' },
    ]
    expect(readProduct({ productimage_set }).images).toEqual([
      { id: null, order: 1, url: 'a' },
      { id: 2, order: 2, url: 'b' },
      { id: 1, order: null, url: 'c' },
    ])
  })

  it('translations without a name are left out, and a bare name is one', () => {
    const translations = { 'tr-tr': { name: 'Kargoda' }, 'en-us': 'Shipped', 'de-de': { name: null }, fr: {} }
    expect(read({ state: { id: 1, translations } }).state?.translations).toEqual({
      'tr-tr': 'Kargoda',
      'en-us': 'Shipped',
    })
  })

  it('an attribute of another form is its bare value', () => {
    const attributes_kwargs: JsonValue = {
      a: 'L',
      b: null,
      c: { value: 3 },
      d: { label: 4, data_type: 'text' },
    }
    expect(readProduct({ attributes_kwargs }).attributesKwargs).toEqual({
      a: { label: null, value: 'L', dataType: null },
      b: { label: null, value: null, dataType: null },
      c: { label: null, value: 3, dataType: null },
      d: { label: '4', value: null, dataType: 'text' },
    })
  })

  it('an attribute called __proto__ is an attribute', () => {
    const kwargs = parseJson('{"__proto__": {"label": "x"}}')
    expect(Object.keys(readProduct({ attributes_kwargs: kwargs }).attributesKwargs)).toEqual(['__proto__'])
  })
})

describe('amounts', () => {
  it.each([
    ['"599.90"', '599.90'],
    ['599.90', '599.90'],
    ['599.99', '599.99'],
    ['600', '600'],
    ['-0.10', '-0.10'],
    ['12345678901234567890.12', '12345678901234567890.12'],
    ['1e-7', '0.0000001'],
    ['1.5E+3', '1500'],
    ['2.50e0', '2.50'],
    ['12.345e1', '123.45'],
    ['-1.5e-1', '-0.15'],
    ['1e300', null],
    ['"1,5"', null],
    ['"NaN"', null],
    ['""', null],
    ['null', null],
    ['true', null],
  ])('%s is %s', (written, amount) => {
    const raw = parseJson(`{"id": 1, "price": ${written}}`) as JsonObject
    expect(read(raw).price).toBe(amount)
  })

  it('any decimal a server can write is kept digit by digit', () => {
    const decimal = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.stringMatching(/^\d{1,6}$/))
      .map(([minus, whole, fraction]) => `${minus ? '-' : ''}${whole}.${fraction}`)
    const names = fc.constantFrom(...moneyFields)
    fc.assert(
      fc.property(decimal, names, fc.boolean(), (written, field, asNumber) => {
        const name = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        const raw = parseJson(
          `{"id":1,"${name}":${asNumber ? written : JSON.stringify(written)}}`,
        ) as JsonObject
        expect(read(raw)[field]).toBe(written)
      }),
    )
  })
})

describe('dates', () => {
  it.each([
    ['2021-07-07T08:17:49.927569Z', '2021-07-07T08:17:49.927569Z'],
    ['2021-07-07T08:17:49Z', '2021-07-07T08:17:49.000000Z'],
    ['2021-07-07T08:17:49.5Z', '2021-07-07T08:17:49.500000Z'],
    ['2021-07-07T08:17:49.123456789Z', '2021-07-07T08:17:49.123456Z'],
    ['2021-07-07T11:17:49.927569+03:00', '2021-07-07T08:17:49.927569Z'],
    ['2021-07-07T01:17:49+0300', '2021-07-06T22:17:49.000000Z'],
    ['2021-07-07 08:17:49', '2021-07-07T08:17:49.000000Z'],
    ['2021-13-07T08:17:49Z', null],
    ['07.07.2021', null],
    ['', null],
    [1625645869, null],
  ])('%j is %s', (written, moment) => {
    expect(read({ modified_date: written }).modifiedDate).toBe(moment)
  })
})

describe('an entry that cannot be read', () => {
  it.each([
    [{}, /^id: /],
    [{ id: null }, /^id: /],
    [{ id: '7' }, /^id: /],
    [{ id: 1.5 }, /^id: /],
    [{ id: 2 ** 53 }, /^id: /],
    [null, 'item: not an object'],
    [[{ id: 1 }], 'item: not an object'],
    ['x', 'item: not an object'],
  ])('%j is set aside, and the rest of the page is kept', (bad, reason) => {
    const page = readPage({ count: 3, next: null, results: [{ id: 1 }, bad, { id: 2 }] }, readOrderItem)
    expect(page?.items.map(({ item }) => item.id)).toEqual([1, 2])
    expect(page?.rejected).toEqual([{ index: 1, reason: expect.stringMatching(reason) as string, raw: bad }])
  })

  it('an id with more digits than a double holds is refused, not rounded to that of another item', () => {
    expect(readOrderItem(parseJson('{"id": 9007199254740993}'))).toMatch(/^id: /)
  })
})

describe('the page around the items', () => {
  it.each([
    [null, null],
    ['', null],
    ['https://{domain_url}/api/v1/oms/order_items/', null],
    ['https://shop.example/api/v1/oms/order_items/?page=3', 3],
    ['http://10.0.0.7:8000/inner/order_items/?limit=100&page=12&order_number=A%201#x', 12],
    ['?page=2', 2],
    ['https://{domain_url}/?limit=10&page=4', 4],
    ['https://shop.example/?page=0', null],
    ['https://shop.example/?page=-1', null],
    ['https://shop.example/?page=last', null],
    ['https://shop.example/?page=99999999999999999', null],
    ['https://shop.example/#?page=2', null],
  ])('next %j names page %s', (next, page) => {
    expect(pageOfLink(next)).toBe(page)
  })

  it.each([[{ count: '5' }], [{ count: -1 }], [{ count: 1.5 }], [{}]])(
    'a count of %j is none',
    (envelope) => {
      expect(readPage({ ...envelope, results: [] }, readOrderItem)?.count).toBeNull()
    },
  )

  it.each([[null], [[]], ['x'], [{}], [{ results: null }], [{ results: {} }], [{ detail: 'Hello' }]])(
    '%j is no page',
    (body) => {
      expect(readPage(body, readOrderItem)).toBeNull()
    },
  )
})

describe('any JSON', () => {
  const json = fc.jsonValue() as fc.Arbitrary<JsonValue>
  /** Items with the documented names and values of any kind, some documented, some not. */
  const fieldValue = fc.oneof(
    json,
    fc.constantFrom<JsonValue>(null, '1.00', '2021-07-07T08:17:49Z', { id: 1 }, { pk: 2 }, [{ url: 'x' }]),
  )
  const wireNames = Object.keys((fixture('order_items') as { results: JsonObject[] }).results[0]!)
  const productNames = Object.keys((fixture('order_items-1') as { product: JsonObject }).product)
  const part = (names: string[]) => fc.dictionary(fc.constantFrom(...names), fieldValue)
  const anyItem = fc
    .tuple(part(wireNames), part(productNames), fc.option(fc.maxSafeInteger()))
    .map(([item, product, id]): JsonObject => {
      const whole: JsonObject = { ...item, product: { ...product } }
      return id === null ? whole : { ...whole, id }
    })

  it('is a page or none, and never an exception', () => {
    fc.assert(
      fc.property(json, (body) => {
        readPage(body, readOrderItem)
        readPage(body, readSimpleItem)
        readPage({ results: [body] }, readOrderItem)
      }),
      { numRuns: 500 },
    )
  })

  it('loses no item that has an id, and accounts for all others', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 8 }), (results) => {
        for (const reader of [readOrderItem, readSimpleItem]) {
          const page = readPage<{ id: number }>({ results }, reader)!
          const wanted = results.filter(({ id }) => Number.isSafeInteger(id))
          expect(page.items.map(({ item }) => item.id)).toEqual(wanted.map(({ id }) => id))
          expect(page.items.length + page.rejected.length).toBe(results.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})
