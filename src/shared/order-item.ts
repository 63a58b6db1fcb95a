/**
 * The one vocabulary of the program: an OMS order item and what hangs on it.
 *
 * Every field of the API's document is here under its own name, in camel case. Source: Akinon "Order Item
 * Services" (`GET /api/v1/oms/order_items/`, `list-simple/` and `{id}/`). All but the ids may be null, because
 * a missing optional field must never lose an item.
 */
import type { JsonObject, JsonValue } from './json.ts'

/** A decimal number as the OMS writes it, e.g. "599.99". Text from the answer to the pixel, never a float. */
export type Decimal = string

/** A moment in UTC, ISO 8601, as the OMS writes it (microseconds): "2021-07-07T08:17:49.927569Z". */
export type IsoDate = string

/** The eight amounts and rates of an order item, in the order of the API's document. */
export const moneyFields = [
  'netAmount',
  'price',
  'retailPrice',
  'taxRate',
  'taxAmount',
  'discountAmount',
  'withoutNetAmount',
  'installmentInterestAmount',
] as const
export type MoneyField = (typeof moneyFields)[number]

/** One unit of one product in one order. There is no quantity: a row is a unit. */
export interface OrderItem extends Record<MoneyField, Decimal | null> {
  id: number
  /** The order's id. The API carries no order number. */
  order: number | null
  omnitronId: number | null
  /** Set on the parts of a bundle: the `omnitronId` of the bundle's own item. */
  parentOmnitronId: number | null
  state: OrderState | null
  product: Product | null
  createdDate: IsoDate | null
  modifiedDate: IsoDate | null
  /** ISO 4217, upper case (the OMS may send lower case). */
  priceCurrency: string | null
  attributes: JsonObject
  attributesKwargs: Record<string, AttributeValue>
  /** The item's own picture, beside those of its product. */
  image: string | null
  priceList: ItemList | null
  stockList: ItemList | null
  extraField: JsonObject
}

/** An item of `list-simple/`: the same, with state and product as ids alone. */
export interface SimpleOrderItem extends Omit<OrderItem, 'state' | 'product'> {
  stateId: number | null
  productId: number | null
}

/** The status of an order item. Identified by `enumClass` and `enumValue`: other classes reuse the numbers. */
export interface OrderState {
  id: number
  name: string | null
  /** Locale ("tr-tr", "en-us") to name. */
  translations: Record<string, string>
  enumClass: string | null
  enumValue: string | null
  contentType: number | null
  config: JsonValue
  createdDate: IsoDate | null
  modifiedDate: IsoDate | null
}

export interface Product {
  id: number
  omnitronId: number | null
  name: string | null
  baseCode: string | null
  sku: string | null
  barcode: string | null
  attributes: JsonObject
  attributesKwargs: Record<string, AttributeValue>
  extraAttributes: JsonObject
  /** Sorted by `order`. */
  images: ProductImage[]
  createdDate: IsoDate | null
  modifiedDate: IsoDate | null
  remoteModifiedDate: IsoDate | null
}

/** An entry of `productimage_set`. */
export interface ProductImage {
  id: number | null
  order: number | null
  url: string
}

/** An entry of `attributes_kwargs`: what a key of `attributes` means to a person. */
export interface AttributeValue {
  label: string | null
  value: JsonValue
  dataType: string | null
}

/** A price list or a stock list. */
export interface ItemList {
  pk: number
  code: string | null
  name: string | null
  isAutoSync: boolean | null
  createdDate: IsoDate | null
  modifiedDate: IsoDate | null
}
