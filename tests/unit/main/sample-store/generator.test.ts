import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '../../../../src/main/sample-store/dates.ts'
import { createSampleCatalogue, referenceTime } from '../../../../src/main/sample-store/generator.ts'
import type { JsonObject } from '../../../../src/shared/json.ts'

const fixture = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../fixtures/oms/${name}.json`, import.meta.url), 'utf8'),
  ) as JsonObject
const object = (value: unknown) => value as JsonObject
const cents = (value: unknown) => Math.round(Number(value) * 100)

const catalogue = createSampleCatalogue({ items: 5_000, imageOrigin: 'http://127.0.0.1:1' })
const all = Array.from({ length: 5_000 }, (_, index) => catalogue.itemJson(index))
const products = new Map(all.map((item) => [object(item['product'])['id'], object(item['product'])]))

describe('the shape of an item', () => {
  const documented = fixture('order_items-1')
  const drawn = all.find((item) => item['price_list'] && item['stock_list'] && images(item).length > 0)!

  it('has the fields of the document, in its order', () => {
    expect(Object.keys(drawn)).toEqual(Object.keys(documented))
    for (const nested of ['state', 'product', 'price_list', 'stock_list', 'extra_field']) {
      expect(Object.keys(object(drawn[nested])), nested).toEqual(Object.keys(object(documented[nested])))
    }
    expect(Object.keys(images(drawn)[0]!)).toEqual(Object.keys(images(documented)[0]!))
  })

  it('has the fields of the simple list, in its order, with the same values', () => {
    const [documentedSimple] = fixture('order_items-list-simple')['results'] as JsonObject[]
    for (const index of [0, 17, 2_500, 4_999]) {
      const { state, product, ...rest } = catalogue.itemJson(index)
      const simple = catalogue.simpleItemJson(index)
      expect(Object.keys(simple)).toEqual(Object.keys(documentedSimple!))
      expect(simple).toEqual({ ...rest, state: object(state)['id'], product: object(product)['id'] })
    }
  })

  it('names each attribute twice: bare, and with its label', () => {
    for (const product of products.values()) {
      expect(Object.keys(object(product['attributes_kwargs']))).toEqual(
        Object.keys(object(product['attributes'])),
      )
    }
  })
})

describe('what is in stock', () => {
  const nullable = [
    ...[
      'net_amount',
      'price',
      'retail_price',
      'tax_rate',
      'tax_amount',
      'discount_amount',
      'without_net_amount',
    ],
    ...['installment_interest_amount', 'image', 'price_list', 'stock_list', 'parent_omnitron_id'],
  ]
  it.each(nullable)('has items with and without %s', (field) => {
    expect(all.some((item) => item[field] === null)).toBe(true)
    expect(all.some((item) => item[field] !== null)).toBe(true)
  })

  it('has every state, among them one of another class with a known number, and one without translations', () => {
    const states = new Map(all.map((item) => [object(item['state'])['id'], object(item['state'])]))
    expect(states.size).toBe(19)
    expect(
      [...states.values()].filter((state) => state['enum_value'] === '450').map((s) => s['enum_class']),
    ).toHaveLength(2)
    expect(
      [...states.values()].some((state) => Object.keys(object(state['translations'])).length === 0),
    ).toBe(true)
  })

  it('sells mostly in lira, and in euro and dollar', () => {
    const inLira = all.filter((item) => item['price_currency'] === 'try').length
    expect(inLira / all.length).toBeGreaterThan(0.85)
    expect(new Set(all.map((item) => item['price_currency']))).toEqual(new Set(['try', 'eur', 'usd']))
  })

  it('has own ids and SKUs', () => {
    expect(new Set(all.map((item) => item['id'])).size).toBe(5_000)
    expect(new Set(all.map((item) => item['omnitron_id'])).size).toBe(5_000)
    const skus = Array.from({ length: catalogue.productCount }, (_, index) => catalogue.product(index).sku)
    expect(new Set(skus).size).toBe(catalogue.productCount)
  })

  it('has 13-digit barcodes with right check digits, some with leading zeros, some missing', () => {
    const barcodes = [...products.values()].map((product) => product['barcode'] as string | null)
    const given = barcodes.filter((barcode) => barcode !== null)
    for (const barcode of given) {
      const weighted = Array.from(barcode).reduce(
        (sum, digit, at) => sum + Number(digit) * (at % 2 ? 3 : 1),
        0,
      )
      expect([barcode.length, weighted % 10]).toEqual([13, 0])
    }
    expect(new Set(given).size).toBe(given.length)
    expect(given.some((barcode) => barcode.startsWith('00'))).toBe(true)
    expect(barcodes).toContain(null)
  })

  it('has names that break careless programs', () => {
    const names = [...products.values()].map((product) => product['name'] as string)
    for (const kind of [
      /^=/,
      /^-/,
      /</,
      /"/,
      /\n/,
      /\p{Emoji_Presentation}/u,
      /[\u0590-\u06ff]/,
      /\u200b/,
      /I.*ı/,
      /.{200}/,
    ]) {
      expect(
        names.some((name) => kind.test(name)),
        String(kind),
      ).toBe(true)
    }
  })

  it('has look-alikes in one order: one model in two colours or sizes', () => {
    const seen = new Map<string, unknown>()
    const lookAlikes = all.filter((item) => {
      const { base_code, sku } = object(item['product'])
      const key = `${item['order'] as number} ${base_code as string}`
      const other = seen.get(key)
      seen.set(key, sku)
      return other !== undefined && other !== sku
    })
    expect(lookAlikes.length).toBeGreaterThan(50)
  })

  it('has products with none to five pictures, and own pictures of items in both known shapes', () => {
    expect(new Set([...products.values()].map((product) => images({ product }).length))).toEqual(
      new Set([0, 1, 2, 3, 4, 5]),
    )
    expect(new Set(all.map((item) => typeof item['image']))).toEqual(new Set(['object', 'string']))
  })

  it('has no pictures without an address to serve them', () => {
    const bare = createSampleCatalogue({ items: 200, imageOrigin: null })
    const items = Array.from({ length: 200 }, (_, index) => bare.itemJson(index))
    expect(items.every((item) => images(item).length === 0 && item['image'] === null)).toBe(true)
  })
})

describe('bundles', () => {
  const byOmnitronId = new Map(all.map((item) => [item['omnitron_id'], item]))
  const parts = all.filter((item) => item['parent_omnitron_id'] !== null)

  it('have their parts in the same order, and a few parts have lost their bundle', () => {
    const parents = parts.map((part) => byOmnitronId.get(part['parent_omnitron_id']))
    const lost = parents.filter((parent) => parent === undefined).length
    expect(lost).toBeGreaterThan(0)
    expect(lost).toBeLessThan(parts.length / 5)
    parts.forEach((part, at) => {
      if (parents[at]) expect(parents[at]['order']).toBe(part['order'])
    })
  })

  it('cost what their parts cost', () => {
    const costs = new Map<unknown, number>()
    for (const part of parts) {
      const key = part['parent_omnitron_id']!
      const net = part['net_amount'] ?? part['price']
      costs.set(key, (costs.get(key) ?? 0) + cents(net))
    }
    let compared = 0
    for (const [key, sum] of costs) {
      const parent = byOmnitronId.get(key as number)
      if (!parent || parent['net_amount'] === null) continue
      expect(cents(parent['net_amount'])).toBe(sum)
      compared += 1
    }
    expect(compared).toBeGreaterThan(50)
  })

  it('lack a part now and then', () => {
    const lacking = all.filter((item) => {
      const wanted = object(object(item['product'])['extra_attributes'])['bundle_parts']
      const held = parts.filter((part) => part['parent_omnitron_id'] === item['omnitron_id']).length
      return wanted !== undefined && held < Number(wanted)
    })
    expect(lacking.length).toBeGreaterThan(0)
  })
})

describe('amounts', () => {
  it('have two places', () => {
    for (const item of all) expect(item['net_amount'] ?? '0.00').toMatch(/^-?\d+\.\d\d$/)
  })

  it('add up in most items: net = retail - discount, net = without tax + tax', () => {
    const adding = all.filter(
      (item) => cents(item['retail_price']) - cents(item['discount_amount']) === cents(item['net_amount']),
    )
    expect(adding.length / all.length).toBeGreaterThan(0.85)
    const taxed = all.filter((item) => item['tax_amount'] !== null && item['net_amount'] !== null)
    expect(taxed.length / all.length).toBeGreaterThan(0.8)
    for (const item of taxed) {
      expect(cents(item['tax_amount']) + cents(item['without_net_amount'])).toBe(cents(item['net_amount']))
    }
  })

  it('are sometimes zero and sometimes negative', () => {
    expect(all.some((item) => item['net_amount'] === '0.00')).toBe(true)
    expect(all.some((item) => cents(item['net_amount']) < 0)).toBe(true)
  })
})

describe('dates', () => {
  const time = (item: JsonObject, field: string) => Date.parse(item[field] as string)

  it('have microseconds, in UTC', () => {
    for (const item of all) expect(item['modified_date']).toMatch(/^2026-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  })

  it('lie in the 90 days before now; nothing changes before it is made', () => {
    for (const item of all) {
      expect(time(item, 'created_date')).toBeGreaterThan(referenceTime - 91 * day)
      expect(time(item, 'created_date')).toBeLessThanOrEqual(time(item, 'modified_date'))
      expect(time(item, 'modified_date')).toBeLessThanOrEqual(referenceTime)
    }
  })

  it('reach from three months ago to the last minutes', () => {
    const changes = all.map((item) => time(item, 'modified_date'))
    expect(referenceTime - Math.max(...changes)).toBeLessThan(2 * 60_000)
    expect(referenceTime - Math.min(...changes)).toBeGreaterThan(80 * day)
  })
})

describe('the generator', () => {
  it('answers the same whatever was asked before', () => {
    const other = createSampleCatalogue({ items: 5_000, imageOrigin: 'http://127.0.0.1:1' })
    for (const index of [4_999, 3, 2_048, 3, 31, 32, 33]) expect(other.itemJson(index)).toEqual(all[index])
  })

  it('answers otherwise for another seed', () => {
    const other = createSampleCatalogue({ items: 5_000, seed: 2, imageOrigin: 'http://127.0.0.1:1' })
    expect(other.itemJson(9)).not.toEqual(all[9])
  })

  it('hands out objects that are nobody else’s', () => {
    const item = catalogue.itemJson(7)
    object(item['state'])['name'] = 'changed'
    if (item['stock_list']) object(item['stock_list'])['name'] = 'changed'
    object(object(item['product'])['attributes'])['renk'] = 'changed'
    expect(catalogue.itemJson(7)).toEqual(all[7])
  })

  it('finds an order by its number, and nothing by what is none', () => {
    const number = catalogue.orderNumberOf(1_234)
    const found = catalogue.itemsOfOrder(number)
    expect(found).toContain(1_234)
    expect(new Set(found.map((index) => all[index]!['order'])).size).toBe(1)
    expect(all.filter((item) => item['order'] === all[1_234]!['order'])).toHaveLength(found.length)
    for (const wrong of [
      '',
      '0',
      '-1',
      'abc',
      `${number}0`,
      `${number}.0`,
      '1e9',
      String(Number(number) + 1),
    ]) {
      expect(catalogue.itemsOfOrder(wrong), wrong).toEqual([])
    }
  })

  it('holds a million items as easily as none', () => {
    const large = createSampleCatalogue({
      items: 1_000_000,
      orders: 300_000,
      products: 50_000,
      imageOrigin: null,
    })
    expect(large.itemJson(999_999)['order']).toBe(Number(large.itemJson(0)['order']) + 299_999)
    expect(createSampleCatalogue({ items: 0, imageOrigin: null }).itemCount).toBe(0)
    expect(() => catalogue.itemJson(5_000)).toThrow(RangeError)
    expect(() => createSampleCatalogue({ items: -1, imageOrigin: null })).toThrow(RangeError)
  })
})

function images(item: JsonObject): JsonObject[] {
  return object(item['product'])['productimage_set'] as JsonObject[]
}
