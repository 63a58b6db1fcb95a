import type { DatabaseSync } from 'node:sqlite'
import type { ItemList, OrderItem } from '../../../shared/order-item.ts'
import { Statement } from '../statement.ts'
import type { ItemLists } from './item-lists.ts'
import { amountsOf } from './money-columns.ts'
import type { MoneyRow } from './money-columns.ts'
import type { Products } from './products.ts'
import type { States } from './states.ts'
import { readAttributes, readObject } from './values.ts'

type Text = string | null
type Integer = number | null

interface FullRow extends MoneyRow {
  id: number
  order_id: Integer
  omnitron_id: Integer
  parent_omnitron_id: Integer
  state_id: Integer
  product_id: Integer
  price_list_pk: Integer
  stock_list_pk: Integer
  image_id: Integer
  image_url: Text
  created_date: Text
  modified_date: Text
  price_currency: Text
  attributes: string
  attributes_kwargs: string
  extra_field: string
  fetched_at: string
  gone_since: Text
  order_number: Text
}

/** An item with what the cache knows beside it. */
export interface StoredItem {
  item: OrderItem
  orderNumber: string | null
  imageId: number | null
  fetchedAt: string
  goneSince: string | null
}

/** Reads items whole, with their state, product and lists. */
export class ItemReader {
  readonly #states
  readonly #products
  readonly #lists
  readonly #byIds

  constructor(db: DatabaseSync, states: States, products: Products, lists: ItemLists) {
    this.#states = states
    this.#products = products
    this.#lists = lists
    this.#byIds = new Statement<[string], FullRow>(
      db,
      `SELECT items.*, images.url AS image_url, order_numbers.number AS order_number
       FROM json_each(?) AS wanted
       CROSS JOIN items ON items.id = wanted.value
       LEFT JOIN images ON images.id = items.image_id
       LEFT JOIN order_numbers ON order_numbers.order_id = items.order_id
       ORDER BY wanted.key`,
    )
  }

  /** In the order of `ids`; ids that are not held are left out. */
  byIds(ids: readonly number[]): StoredItem[] {
    const rows = this.#byIds.all(JSON.stringify(ids))
    const states = this.#states.all()
    const lists = this.#lists.all()
    const productIds = new Set(rows.flatMap(({ product_id: id }) => (id === null ? [] : [id])))
    const products = this.#products.byIds([...productIds])
    const of = <T>(map: Map<number, T>, key: Integer): T | null =>
      key === null ? null : (map.get(key) ?? null)
    return rows.map((row) => ({
      item: {
        ...scalars(row),
        state: of(states, row.state_id),
        product: of(products, row.product_id),
        priceList: of<ItemList>(lists.price, row.price_list_pk),
        stockList: of<ItemList>(lists.stock, row.stock_list_pk),
      },
      orderNumber: row.order_number,
      imageId: row.image_id,
      fetchedAt: row.fetched_at,
      goneSince: row.gone_since,
    }))
  }
}

const scalars = (row: FullRow): Omit<OrderItem, 'state' | 'product' | 'priceList' | 'stockList'> => ({
  id: row.id,
  order: row.order_id,
  omnitronId: row.omnitron_id,
  parentOmnitronId: row.parent_omnitron_id,
  createdDate: row.created_date,
  modifiedDate: row.modified_date,
  priceCurrency: row.price_currency,
  ...amountsOf(row),
  attributes: readObject(row.attributes),
  attributesKwargs: readAttributes(row.attributes_kwargs),
  image: row.image_url,
  extraField: readObject(row.extra_field),
})
