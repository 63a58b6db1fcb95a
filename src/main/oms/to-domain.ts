/**
 * Order items as the OMS sends them, in the program's own vocabulary (src/shared/order-item.ts). Source: Akinon
 * "Order Item Services". Unknown fields pass by (the answer itself is kept); only an item without an `id` is refused.
 */
import { isJsonObject } from '../../shared/json.ts'
import type { JsonObject, JsonValue } from '../../shared/json.ts'
import type {
  AttributeValue,
  ItemList,
  OrderItem,
  OrderState,
  Product,
  ProductImage,
  SimpleOrderItem,
} from '../../shared/order-item.ts'
import { date, flag, integer, isId, jsonObject, money, reference, text } from './wire-fields.ts'
import type { Field } from './wire-fields.ts'

/** An entry that is no object is taken for the bare value. */
function toAttributeValue(entry: JsonValue): AttributeValue {
  if (!isJsonObject(entry)) return { label: null, value: entry, dataType: null }
  return { label: text(entry['label']), value: entry['value'] ?? null, dataType: text(entry['data_type']) }
}

function toAttributeValues(field: Field): Record<string, AttributeValue> {
  const values: Record<string, AttributeValue> = {}
  for (const [key, entry] of Object.entries(jsonObject(field))) {
    const value = toAttributeValue(entry)
    // Assigning would set the prototype instead.
    if (key === '__proto__') Object.defineProperty(values, key, { ...shown, value })
    else values[key] = value
  }
  return values
}
const shown = { enumerable: true, configurable: true, writable: true }

/** `{locale: {name}}` to locale -> name. */
function toNames(field: Field): Record<string, string> {
  const names: [string, string][] = []
  for (const [locale, entry] of Object.entries(jsonObject(field))) {
    const name = isJsonObject(entry) ? entry['name'] : entry
    if (typeof name === 'string' && name !== '') names.push([locale, name])
  }
  return Object.fromEntries(names)
}

function toState(field: Field): OrderState | null {
  if (!isJsonObject(field) || !isId(field['id'])) return null
  return {
    id: field['id'],
    name: text(field['name']),
    translations: toNames(field['translations']),
    enumClass: text(field['enum_class']),
    enumValue: text(field['enum_value']),
    contentType: integer(field['content_type']),
    config: field['config'] ?? null,
    createdDate: date(field['created_date']),
    modifiedDate: date(field['modified_date']),
  }
}

/** Shown by `order`; pictures without one come last, as they came. Those without a URL are none. */
function toImages(field: Field): ProductImage[] {
  if (!Array.isArray(field)) return []
  const images: ProductImage[] = []
  for (const entry of field) {
    if (!isJsonObject(entry) || typeof entry['url'] !== 'string') continue
    const url = entry['url'].trim()
    if (url !== '') images.push({ id: integer(entry['id']), order: integer(entry['order']), url })
  }
  const place = (image: ProductImage) => image.order ?? Number.MAX_SAFE_INTEGER
  return images.sort((a, b) => place(a) - place(b))
}

export function toProduct(field: Field): Product | null {
  if (!isJsonObject(field) || !isId(field['id'])) return null
  return {
    id: field['id'],
    omnitronId: integer(field['omnitron_id']),
    name: text(field['name']),
    baseCode: text(field['base_code']),
    sku: text(field['sku']),
    barcode: text(field['barcode']),
    attributes: jsonObject(field['attributes']),
    attributesKwargs: toAttributeValues(field['attributes_kwargs']),
    extraAttributes: jsonObject(field['extra_attributes']),
    images: toImages(field['productimage_set']),
    createdDate: date(field['created_date']),
    modifiedDate: date(field['modified_date']),
    remoteModifiedDate: date(field['remote_modified_date']),
  }
}

function toItemList(field: Field): ItemList | null {
  if (!isJsonObject(field) || !isId(field['pk'])) return null
  return {
    pk: field['pk'],
    code: text(field['code']),
    name: text(field['name']),
    isAutoSync: flag(field['is_auto_sync']),
    createdDate: date(field['created_date']),
    modifiedDate: date(field['modified_date']),
  }
}

/** The undocumented `image` of an item: a URL, or an object that has one. */
function toOwnImage(field: Field): string | null {
  const url = isJsonObject(field) ? field['url'] : field
  return typeof url === 'string' ? url.trim() || null : null
}

const toCommon = (id: number, wire: JsonObject): Omit<OrderItem, 'state' | 'product'> => ({
  id,
  order: integer(wire['order']),
  omnitronId: integer(wire['omnitron_id']),
  parentOmnitronId: integer(wire['parent_omnitron_id']),
  createdDate: date(wire['created_date']),
  modifiedDate: date(wire['modified_date']),
  netAmount: money(wire['net_amount']),
  price: money(wire['price']),
  retailPrice: money(wire['retail_price']),
  taxRate: money(wire['tax_rate']),
  taxAmount: money(wire['tax_amount']),
  discountAmount: money(wire['discount_amount']),
  withoutNetAmount: money(wire['without_net_amount']),
  installmentInterestAmount: money(wire['installment_interest_amount']),
  // Not the locale's upper case: "try" must not become "TRY" with a Turkish rule for another letter.
  priceCurrency: text(wire['price_currency'])?.trim().toUpperCase() || null,
  attributes: jsonObject(wire['attributes']),
  attributesKwargs: toAttributeValues(wire['attributes_kwargs']),
  image: toOwnImage(wire['image']),
  priceList: toItemList(wire['price_list']),
  stockList: toItemList(wire['stock_list']),
  extraField: jsonObject(wire['extra_field']),
})

/** An item of `order_items/` and `order_items/{id}/`. Null without a usable `id`. */
export function toOrderItem(wire: JsonObject, readProduct: typeof toProduct): OrderItem | null {
  const { id } = wire
  if (!isId(id)) return null
  return { ...toCommon(id, wire), state: toState(wire['state']), product: readProduct(wire['product']) }
}

/** An item of `order_items/list-simple/`. Null without a usable `id`. */
export function toSimpleOrderItem(wire: JsonObject): SimpleOrderItem | null {
  const { id } = wire
  if (!isId(id)) return null
  return { ...toCommon(id, wire), stateId: reference(wire['state']), productId: reference(wire['product']) }
}
