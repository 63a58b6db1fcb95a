import type { DatabaseSync } from 'node:sqlite'
import type { ItemChange } from '../../../shared/item-filters.ts'
import type { OrderItemRow } from '../../../shared/item-query.ts'
import { Statement } from '../statement.ts'
import { amountsOf, moneyColumns } from './money-columns.ts'
import type { MoneyRow } from './money-columns.ts'

type Text = string | null
type Integer = number | null

interface GridRow extends MoneyRow {
  id: number
  order_id: Integer
  order_number: Text
  omnitron_id: Integer
  parent_omnitron_id: Integer
  state_id: Integer
  name: Text
  sku: Text
  barcode: Text
  base_code: Text
  attribute_labels: Text
  price_currency: Text
  stock_list: Text
  price_list: Text
  created_date: Text
  modified_date: Text
  image_id: Integer
  bundle_part_count: number
  gone_since: Text
  change: ItemChange | null
}

const amounts = Object.values(moneyColumns).map((name) => `items.${name}`)

const wanted = (ids: string) => `
  SELECT items.id, items.order_id, order_numbers.number AS order_number, items.omnitron_id,
    items.parent_omnitron_id, items.state_id, products.name, products.sku, products.barcode,
    products.base_code, products.attribute_labels, ${amounts.join(', ')}, items.price_currency,
    coalesce(stock.name, stock.code) AS stock_list, coalesce(price.name, price.code) AS price_list,
    item_changes.kind AS change, items.created_date, items.modified_date, items.gone_since,
    coalesce(items.image_id, product_images.image_id) AS image_id,
    (SELECT count(*) FROM items AS part
     WHERE part.parent_omnitron_id = items.omnitron_id AND part.id <> items.id) AS bundle_part_count
  FROM ${ids}
  LEFT JOIN products ON products.id = items.product_id
  LEFT JOIN product_images ON product_images.product_id = items.product_id AND product_images.position = 0
  LEFT JOIN order_numbers ON order_numbers.order_id = items.order_id
  LEFT JOIN item_lists AS stock ON stock.kind = 'stock' AND stock.pk = items.stock_list_pk
  LEFT JOIN item_lists AS price ON price.kind = 'price' AND price.pk = items.price_list_pk
  LEFT JOIN item_changes ON item_changes.item_id = items.id`

const toRow = (row: GridRow): OrderItemRow => ({
  id: row.id,
  order: row.order_id,
  orderNumber: row.order_number,
  omnitronId: row.omnitron_id,
  parentOmnitronId: row.parent_omnitron_id,
  stateId: row.state_id,
  productName: row.name,
  sku: row.sku,
  barcode: row.barcode,
  baseCode: row.base_code,
  attributeLabels: row.attribute_labels === null ? [] : (JSON.parse(row.attribute_labels) as string[]),
  ...amountsOf(row),
  priceCurrency: row.price_currency,
  stockList: row.stock_list,
  priceList: row.price_list,
  createdDate: row.created_date,
  modifiedDate: row.modified_date,
  imageId: row.image_id,
  bundlePartCount: row.bundle_part_count,
  gone: row.gone_since !== null,
  change: row.change ?? 'same',
  matchedField: null,
  selected: false,
})

/** Reads lines of the grid. */
export class ItemRows {
  readonly #byIds
  readonly #latest
  readonly #ofOrder
  readonly #parent
  readonly #parts

  constructor(db: DatabaseSync) {
    this.#byIds = new Statement<[string], GridRow>(
      db,
      `${wanted('json_each(?) AS wanted CROSS JOIN items ON items.id = wanted.value')} ORDER BY wanted.key`,
    )
    this.#latest = new Statement<[number], GridRow>(
      db,
      `${wanted('items')} ORDER BY items.modified_us DESC, items.id DESC LIMIT ?`,
    )
    this.#ofOrder = new Statement<[number], GridRow>(
      db,
      `${wanted('items')} WHERE items.order_id = ? ORDER BY items.id`,
    )
    this.#parent = new Statement<[number, number | null, number], GridRow>(
      db,
      `${wanted('items')} WHERE items.omnitron_id = ?
       ORDER BY items.order_id IS NOT ?, items.id = ?, items.id LIMIT 1`,
    )
    this.#parts = new Statement<[number, number], GridRow>(
      db,
      `${wanted('items')} WHERE items.parent_omnitron_id = ? AND items.id <> ? ORDER BY items.id`,
    )
  }

  /** In the order of `ids`. */
  byIds(ids: readonly number[]): OrderItemRow[] {
    return this.#byIds.all(JSON.stringify(ids)).map(toRow)
  }

  /** Last modified first, as the standard view shows them. */
  latest(count: number): OrderItemRow[] {
    return this.#latest.all(count).map(toRow)
  }

  ofOrder(orderId: number): OrderItemRow[] {
    return this.#ofOrder.all(orderId).map(toRow)
  }

  /** The bundle that a part belongs to; of several the one in the same order. */
  bundleParent(part: { id: number; order: number | null; parentOmnitronId: number }): OrderItemRow | null {
    const row = this.#parent.get(part.parentOmnitronId, part.order, part.id)
    return row && row.id !== part.id ? toRow(row) : null
  }

  bundleParts(bundle: { id: number; omnitronId: number }): OrderItemRow[] {
    return this.#parts.all(bundle.omnitronId, bundle.id).map(toRow)
  }
}
