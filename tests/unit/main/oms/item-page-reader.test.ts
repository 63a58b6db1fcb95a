import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemPageReader } from '../../../../src/main/oms/item-page-reader.ts'
import { parseJson } from '../../../../src/main/oms/parse-json.ts'
import { readOrderItem, readPage } from '../../../../src/main/oms/read-page.ts'
import { textOf } from '../../../../src/main/oms/text-of.ts'
import type { JsonObject, JsonValue } from '../../../../src/shared/json.ts'
import type { Product } from '../../../../src/shared/order-item.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const long = 'x'.repeat(100)
const wire = (id: number, over: JsonObject = {}): JsonObject => ({
  id,
  name: `Ürün ${long}`,
  attributes_kwargs: { beden: { label: 'L', value: 'L' } },
  ...over,
})

/** Pages of one shop, one after the other; each is compared with what is read of it alone. */
function shop() {
  const read = itemPageReader()
  const readText = (text: string) => {
    const page = read(bytesOf(text))
    expect(page).toEqual(readPage(parseJson(textOf(bytesOf(text))), readOrderItem))
    return page?.items.map(({ item }) => item) ?? []
  }
  const readProducts = (...products: JsonValue[]): (Product | null)[] =>
    readText(JSON.stringify({ results: products.map((product, id) => ({ id, product, order: 5 })) })).map(
      ({ product }) => product,
    )
  return { readText, readProducts }
}

describe('a product that comes again as it was', () => {
  it('is the same object; another one is read anew', () => {
    const { readProducts } = shop()
    const [first, second] = readProducts(wire(1), wire(2))
    expect(readProducts(wire(2), wire(1), null, wire(1))).toSatisfy(
      ([a, b, c, d]: unknown[]) => a === second && b === first && c === null && d === first,
    )
    const [changed] = readProducts(wire(1, { attributes_kwargs: { beden: { label: 'Large', value: 'L' } } }))
    expect(changed?.attributesKwargs['beden']?.label).toBe('Large')
    // Not the first object: whoever remembers it was told of the other one since.
    expect(readProducts(wire(1))[0]).not.toBe(first)
  })

  it('is what it was on its own row, also where the same page changes it', () => {
    const { readProducts } = shop()
    readProducts(wire(1))
    const other = wire(1, { sku: '2' })
    const skus = readProducts(wire(1), other, wire(1), other).map((product) => product?.sku)
    expect(skus).toEqual([null, '2', null, '2'])
  })

  it.each([
    ['spaces', (text: string) => text.replaceAll(':', ': ')],
    ['other escapes', (text: string) => text.replaceAll('Ü', '\\u00dc')],
    ['numbers with zeros', (text: string) => text.replaceAll('"order":5', '"order":5.0')],
    ['a mark of the beginning', (text: string) => `\ufeff${text}`],
  ])('may be written with %s', (_name, change) => {
    const { readText } = shop()
    const page = JSON.stringify({ results: [{ id: 1, product: wire(1, { order: 5 }) }] })
    for (const text of [page, change(page), page, change(page), change(page)]) readText(text)
  })

  it('may also stand where it is no product of an item', () => {
    const { readText, readProducts } = shop()
    readProducts(wire(1), wire(2))
    const product = JSON.stringify(wire(1))
    for (const results of [
      `{"id":1,"extra_field":{"product":${product}},"product":${product}}`,
      `{"id":1,"product":${product},"product":null}`,
      `{"id":1,"product":null,"product":${product}}`,
      `{"id":1,"a \\"product":${product}}`,
      `{"no":"id","product":${product}}`,
      `{"id":1,"attributes":{"note":${JSON.stringify(`"product":${product}`)}},"product":${product}}`,
      `{"id":1,"product":"\\u0000known product 0"},{"id":2,"product":${product}}`,
      `{"id":1,"product":"\\u0000known product 0"}`,
    ]) {
      readText(`{"results":[${results}]}`)
    }
  })

  it('is forgotten when some thousand others came since', () => {
    const { readProducts } = shop()
    const [early] = readProducts(wire(1))
    readProducts(...Array.from({ length: 5_999 }, (_none, index) => wire(index + 2)))
    expect(readProducts(wire(1))[0]).toBe(early)
    readProducts(wire(6_001))
    expect(readProducts(wire(1))[0]).not.toBe(early)
  })

  it('is read as if it came for the first time, whatever the pages', () => {
    const product = fc.oneof(
      fc.record({ id: fc.integer({ min: 1, max: 3 }), name: fc.constantFrom(long, `${long}ş`) }),
      fc.record({ id: fc.integer({ min: 1, max: 2 }), extra_attributes: fc.jsonValue() }),
      fc.jsonValue(),
    ) as fc.Arbitrary<JsonValue>
    const row = fc.record({ id: fc.nat(9), product, extra_field: fc.option(fc.record({ product })) })
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 5 }), { maxLength: 6 }), (pages) => {
        const { readText } = shop()
        for (const results of pages) readText(JSON.stringify({ count: 1, results }))
      }),
      { numRuns: 300 },
    )
  })
})

it('what is not JSON is broken, what is no page is none', () => {
  const read = itemPageReader()
  expect(() => read(bytesOf('{"results":['))).toThrow(
    expect.objectContaining({ code: 'oms.broken-answer' }) as Error,
  )
  expect(read(bytesOf('{"detail":"x"}'))).toBeNull()
})
