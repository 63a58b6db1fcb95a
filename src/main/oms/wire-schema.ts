/**
 * Order items as the OMS sends them. Source: Akinon "Order Item Services". Unknown fields pass by (the raw JSON is
 * kept beside the item); only an item without an `id` is refused.
 */
import { z } from 'zod'
import { anyJson, date, flag, id, integer, jsonObject, money, text } from './wire-fields.ts'

const stateSchema = z.object({
  id,
  name: text,
  translations: jsonObject,
  enum_class: text,
  enum_value: text,
  content_type: integer,
  config: anyJson.optional(),
  created_date: date,
  modified_date: date,
})

const imageSchema = z.object({ id: integer, order: integer, url: z.string().trim().min(1) })

const productSchema = z.object({
  id,
  omnitron_id: integer,
  name: text,
  base_code: text,
  sku: text,
  barcode: text,
  attributes: jsonObject,
  attributes_kwargs: jsonObject,
  extra_attributes: jsonObject,
  productimage_set: z.array(imageSchema.nullable().catch(null)).catch([]),
  created_date: date,
  modified_date: date,
  remote_modified_date: date,
})

const listSchema = z.object({
  pk: id,
  code: text,
  name: text,
  is_auto_sync: flag,
  created_date: date,
  modified_date: date,
})

/** The undocumented `image` of an item: a URL, or an object that has one. */
const ownImageSchema = z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)])

const commonFields = {
  id,
  order: integer,
  omnitron_id: integer,
  parent_omnitron_id: integer,
  created_date: date,
  modified_date: date,
  net_amount: money,
  price: money,
  retail_price: money,
  tax_rate: money,
  tax_amount: money,
  discount_amount: money,
  without_net_amount: money,
  installment_interest_amount: money,
  price_currency: text,
  attributes: jsonObject,
  attributes_kwargs: jsonObject,
  image: ownImageSchema.nullable().catch(null),
  price_list: listSchema.nullable().catch(null),
  stock_list: listSchema.nullable().catch(null),
  extra_field: jsonObject,
}

/** The id alone, also where the whole object was sent. */
const reference = z
  .union([id, z.object({ id }).transform((object) => object.id)])
  .nullable()
  .catch(null)

/** An item of `order_items/` and `order_items/{id}/`. */
export const wireItemSchema = z.object({
  ...commonFields,
  state: stateSchema.nullable().catch(null),
  product: productSchema.nullable().catch(null),
})

/** An item of `order_items/list-simple/`. */
export const wireSimpleItemSchema = z.object({ ...commonFields, state: reference, product: reference })

/** The page around items. `count` and `next` may be wrong or missing; without `results` it is no page. */
export const wirePageSchema = z.object({
  count: z.int().min(0).nullable().catch(null),
  next: z.string().nullable().catch(null),
  results: z.array(anyJson),
})

export type WireItem = z.infer<typeof wireItemSchema>
export type WireSimpleItem = z.infer<typeof wireSimpleItemSchema>
export type WireState = z.infer<typeof stateSchema>
export type WireProduct = z.infer<typeof productSchema>
export type WireList = z.infer<typeof listSchema>
