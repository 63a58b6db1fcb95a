import type { DatabaseSync } from 'node:sqlite'
import type { ItemChange } from '../../../shared/item-filters.ts'
import type { Decimal, MoneyField } from '../../../shared/order-item.ts'
import type { ItemAmounts, ItemKeys, ProductKeys } from '../item-keys.ts'
import { Statement } from '../statement.ts'
import { moneyColumns } from './money-columns.ts'
import { readBoolean } from './values.ts'

const chunk = 5_000

type Flag = number
interface ItemRow extends Omit<ItemKeys, 'hasPicture' | 'gone' | 'change'> {
  hasPicture: Flag
  gone: Flag
  change: ItemChange | null
  netAmount: Decimal | null
}
interface ProductRow extends Omit<ProductKeys, 'hasPicture'> {
  hasPicture: Flag
}

/** Reads what the engine holds of every item and product, in pieces, so that a question can come between. */
export class ItemKeysReader {
  readonly #db
  readonly #items
  readonly #products

  constructor(db: DatabaseSync) {
    this.#db = db
    this.#items = new Statement<[number], ItemRow>(
      db,
      `SELECT id, order_id AS "order", omnitron_id AS omnitronId, parent_omnitron_id AS parentOmnitronId,
         state_id AS stateId, stock_list_pk AS stockListPk, price_list_pk AS priceListPk,
         price_currency AS priceCurrency, product_id AS productId, text_id AS textId,
         image_id IS NOT NULL AS hasPicture, gone_since IS NOT NULL AS gone, item_changes.kind AS change,
         created_us AS createdUs, modified_us AS modifiedUs, net_amount AS netAmount
       FROM items LEFT JOIN item_changes ON item_changes.item_id = items.id
       WHERE id > ? ORDER BY id LIMIT ${chunk}`,
    )
    this.#products = new Statement<[number], ProductRow>(
      db,
      `SELECT id, name, sku, barcode, base_code AS baseCode,
         EXISTS (SELECT 1 FROM product_images WHERE product_id = products.id) AS hasPicture
       FROM products WHERE id > ? ORDER BY id LIMIT ${chunk}`,
    )
  }

  *items(): Generator<{ keys: ItemKeys; amounts: ItemAmounts }[]> {
    for (const rows of pieces((after) => this.#items.all(after))) {
      yield rows.map(({ netAmount, hasPicture, gone, change, ...keys }) => ({
        keys: { ...keys, hasPicture: hasPicture !== 0, gone: gone !== 0, change: change ?? 'same' },
        amounts: { netAmount },
      }))
    }
  }

  *products(): Generator<ProductKeys[]> {
    for (const rows of pieces((after) => this.#products.all(after)))
      yield rows.map((row) => ({ ...row, hasPicture: readBoolean(row.hasPicture) ?? false }))
  }

  /** Tells every item's amount of one kind. */
  amounts(field: MoneyField, put: (id: number, amount: Decimal | null) => void): void {
    const read = new Statement<[number], { id: number; amount: Decimal | null }>(
      this.#db,
      `SELECT id, ${moneyColumns[field]} AS amount FROM items WHERE id > ? ORDER BY id LIMIT ${chunk}`,
    )
    for (const rows of pieces((after) => read.all(after))) for (const { id, amount } of rows) put(id, amount)
  }
}

function* pieces<T extends { id: number }>(read: (after: number) => T[]): Generator<T[]> {
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const rows = read(after)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last.id
  }
}
