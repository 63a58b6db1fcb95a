/** Wire names and shapes to the program's own vocabulary (src/shared/order-item.ts). */
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
import { isJsonObject } from './parse-json.ts'
import type { WireItem, WireList, WireProduct, WireSimpleItem, WireState } from './wire-schema.ts'

function toText(value: JsonValue | undefined): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : null
}

/** An entry that is no object is taken for the bare value. */
function toAttributeValue(entry: JsonValue): AttributeValue {
  if (!isJsonObject(entry)) return { label: null, value: entry, dataType: null }
  return {
    label: toText(entry['label']),
    value: entry['value'] ?? null,
    dataType: toText(entry['data_type']),
  }
}

// fromEntries, not assignment: an attribute may be called "__proto__".
const toAttributeValues = (kwargs: JsonObject): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(kwargs).map(([key, entry]) => [key, toAttributeValue(entry)]))

/** `{locale: {name}}` to locale -> name. */
function toNames(translations: JsonObject): Record<string, string> {
  const names: [string, string][] = []
  for (const [locale, entry] of Object.entries(translations)) {
    const name = isJsonObject(entry) ? entry['name'] : entry
    if (typeof name === 'string' && name !== '') names.push([locale, name])
  }
  return Object.fromEntries(names)
}

function toState(wire: WireState): OrderState {
  return {
    id: wire.id,
    name: wire.name,
    translations: toNames(wire.translations),
    enumClass: wire.enum_class,
    enumValue: wire.enum_value,
    contentType: wire.content_type,
    config: wire.config ?? null,
    createdDate: wire.created_date,
    modifiedDate: wire.modified_date,
  }
}

/** Shown by `order`; pictures without one come last, as they came. */
function toImages(wire: WireProduct['productimage_set']): ProductImage[] {
  const place = (image: ProductImage) => image.order ?? Number.MAX_SAFE_INTEGER
  return wire.filter((image) => image !== null).sort((a, b) => place(a) - place(b))
}

function toProduct(wire: WireProduct): Product {
  return {
    id: wire.id,
    omnitronId: wire.omnitron_id,
    name: wire.name,
    baseCode: wire.base_code,
    sku: wire.sku,
    barcode: wire.barcode,
    attributes: wire.attributes,
    attributesKwargs: toAttributeValues(wire.attributes_kwargs),
    extraAttributes: wire.extra_attributes,
    images: toImages(wire.productimage_set),
    createdDate: wire.created_date,
    modifiedDate: wire.modified_date,
    remoteModifiedDate: wire.remote_modified_date,
  }
}

function toItemList(wire: WireList): ItemList {
  return {
    pk: wire.pk,
    code: wire.code,
    name: wire.name,
    isAutoSync: wire.is_auto_sync,
    createdDate: wire.created_date,
    modifiedDate: wire.modified_date,
  }
}

function toCommon(wire: WireItem | WireSimpleItem): Omit<OrderItem, 'state' | 'product'> {
  return {
    id: wire.id,
    order: wire.order,
    omnitronId: wire.omnitron_id,
    parentOmnitronId: wire.parent_omnitron_id,
    createdDate: wire.created_date,
    modifiedDate: wire.modified_date,
    netAmount: wire.net_amount,
    price: wire.price,
    retailPrice: wire.retail_price,
    taxRate: wire.tax_rate,
    taxAmount: wire.tax_amount,
    discountAmount: wire.discount_amount,
    withoutNetAmount: wire.without_net_amount,
    installmentInterestAmount: wire.installment_interest_amount,
    // Not the locale's upper case: "try" must not become "TRY" with a Turkish rule for another letter.
    priceCurrency: wire.price_currency?.trim().toUpperCase() || null,
    attributes: wire.attributes,
    attributesKwargs: toAttributeValues(wire.attributes_kwargs),
    image: wire.image?.trim() || null,
    priceList: wire.price_list && toItemList(wire.price_list),
    stockList: wire.stock_list && toItemList(wire.stock_list),
    extraField: wire.extra_field,
  }
}

export function toOrderItem(wire: WireItem): OrderItem {
  return {
    ...toCommon(wire),
    state: wire.state && toState(wire.state),
    product: wire.product && toProduct(wire.product),
  }
}

export function toSimpleOrderItem(wire: WireSimpleItem): SimpleOrderItem {
  return { ...toCommon(wire), stateId: wire.state, productId: wire.product }
}
