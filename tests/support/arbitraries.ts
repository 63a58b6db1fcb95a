/** Wild but possible values of the domain, for property tests. */
import fc from 'fast-check'
import type { JsonObject, JsonValue } from '../../src/shared/json.ts'
import type { AttributeValue, ItemList, OrderItem, OrderState, Product } from '../../src/shared/order-item.ts'

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })

/** Any characters, but whole ones: no database keeps half a surrogate pair. */
export const wildText = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('SİYAH', 'Işıl', "O'Neill", 'a"b', '', ' ', '%_', 'NULL', '0012', '\u0000', 'ı̇'),
  )
  .map((text) => text.toWellFormed())
export const recordId = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 2 ** 53 - 1 }))
export const isoDate = fc
  .tuple(
    fc.date({ min: new Date('1990-01-01'), max: new Date('2080-01-01'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([date, micro]) => date.toISOString().replace('Z', `${String(micro).padStart(3, '0')}Z`))
export const decimal = fc
  .tuple(
    fc.constantFrom('', '', '-'),
    fc.bigInt({ min: 0n, max: 10n ** 24n }),
    fc.integer({ min: 0, max: 999 }),
  )
  .chain(([sign, whole, fraction]) =>
    fc.constantFrom(`${sign}${whole}`, `${sign}${whole}.${String(fraction).padStart(3, '0')}`),
  )
export const json: fc.Arbitrary<JsonValue> = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonValue)
export const jsonObject: fc.Arbitrary<JsonObject> = fc.dictionary(wildText, json, { maxKeys: 3 })

const attribute: fc.Arbitrary<AttributeValue> = fc.record({
  label: orNull(wildText),
  value: json,
  dataType: orNull(wildText),
})
const attributes = fc.dictionary(wildText, attribute, { maxKeys: 3 })

export const orderState: fc.Arbitrary<OrderState> = fc.record({
  id: recordId,
  name: orNull(wildText),
  translations: fc.dictionary(fc.constantFrom('tr-tr', 'en-us', 'de'), wildText),
  enumClass: orNull(wildText),
  enumValue: orNull(wildText),
  contentType: orNull(recordId),
  config: json,
  createdDate: orNull(isoDate),
  modifiedDate: orNull(isoDate),
})

export const product: fc.Arbitrary<Product> = fc.record({
  id: recordId,
  omnitronId: orNull(recordId),
  name: orNull(wildText),
  baseCode: orNull(wildText),
  sku: orNull(wildText),
  barcode: orNull(wildText),
  attributes: jsonObject,
  attributesKwargs: attributes,
  extraAttributes: jsonObject,
  images: fc.array(fc.record({ id: orNull(recordId), order: orNull(fc.integer()), url: wildText }), {
    maxLength: 3,
  }),
  createdDate: orNull(isoDate),
  modifiedDate: orNull(isoDate),
  remoteModifiedDate: orNull(isoDate),
})

const itemList: fc.Arbitrary<ItemList> = fc.record({
  pk: recordId,
  code: orNull(wildText),
  name: orNull(wildText),
  isAutoSync: orNull(fc.boolean()),
  createdDate: orNull(isoDate),
  modifiedDate: orNull(isoDate),
})

export const orderItem: fc.Arbitrary<OrderItem> = fc.record({
  id: recordId,
  order: orNull(recordId),
  omnitronId: orNull(recordId),
  parentOmnitronId: orNull(recordId),
  state: orNull(orderState),
  product: orNull(product),
  createdDate: orNull(isoDate),
  modifiedDate: orNull(isoDate),
  priceCurrency: orNull(fc.constantFrom('TRY', 'EUR')),
  netAmount: orNull(decimal),
  price: orNull(decimal),
  retailPrice: orNull(decimal),
  taxRate: orNull(decimal),
  taxAmount: orNull(decimal),
  discountAmount: orNull(decimal),
  withoutNetAmount: orNull(decimal),
  installmentInterestAmount: orNull(decimal),
  attributes: jsonObject,
  attributesKwargs: attributes,
  image: orNull(wildText),
  priceList: orNull(itemList),
  stockList: orNull(itemList),
  extraField: jsonObject,
})
