import type { DatabaseSync } from 'node:sqlite'
import type { ItemChange } from '../../../shared/item-filters.ts'
import type { Decimal, MoneyField } from '../../../shared/order-item.ts'
import type { ItemAmounts, ItemKeys, ProductKeys } from '../item-keys.ts'
import { Statement } from '../statement.ts'
import { moneyColumns } from './money-columns.ts'

const chunk = 5_000

type Flag = number
type Integer = number | null
type Text = string | null

type ItemRow = [
  id: number,
  order: Integer,
  omnitronId: Integer,
  parentOmnitronId: Integer,
  stateId: Integer,
  stockListPk: Integer,
  priceListPk: Integer,
  priceCurrency: Text,
  productId: Integer,
  textId: Integer,
  hasPicture: Flag,
  gone: Flag,
  change: ItemChange | null,
  createdUs: Integer,
  modifiedUs: Integer,
  netAmount: Decimal | null,
]
type ProductRow = [id: number, name: Text, sku: Text, barcode: Text, baseCode: Text, hasPicture: Flag]

/** Reads what the engine holds of every item and product, in pieces, so that a question can come between. */
export class ItemKeysReader {
  readonly #db
  readonly #items
  readonly #products

  constructor(db: DatabaseSync) {
    this.#db = db
    this.#items = Statement.ofTuples<[number], ItemRow>(
      db,
      `SELECT id, order_id, omnitron_id, parent_omnitron_id, state_id, stock_list_pk, price_list_pk,
         price_currency, product_id, text_id, image_id IS NOT NULL, gone_since IS NOT NULL, item_changes.kind,
         created_us, modified_us, net_amount
       FROM items LEFT JOIN item_changes ON item_changes.item_id = items.id
       WHERE id > ? ORDER BY id LIMIT ${chunk}`,
    )
    this.#products = Statement.ofTuples<[number], ProductRow>(
      db,
      `SELECT id, name, sku, barcode, base_code,
         EXISTS (SELECT 1 FROM product_images WHERE product_id = products.id)
       FROM products WHERE id > ? ORDER BY id LIMIT ${chunk}`,
    )
  }

  /** Tells every item, with a pause after each piece. */
  *items(tell: (keys: ItemKeys, amounts: ItemAmounts) => void): Generator<void> {
    for (const rows of pieces((after) => this.#items.all(after))) {
      for (const row of rows) tell(itemKeys(row), { netAmount: row[15] })
      yield
    }
  }

  /** Tells every product, with a pause after each piece. */
  *products(tell: (keys: ProductKeys) => void): Generator<void> {
    for (const rows of pieces((after) => this.#products.all(after))) {
      for (const [id, name, sku, barcode, baseCode, hasPicture] of rows)
        tell({ id, name, sku, barcode, baseCode, hasPicture: hasPicture !== 0 })
      yield
    }
  }

  /** Tells every item's amount of one kind. */
  amounts(field: MoneyField, tell: (id: number, amount: Decimal | null) => void): void {
    const read = Statement.ofTuples<[number], [id: number, amount: Decimal | null]>(
      this.#db,
      `SELECT id, ${moneyColumns[field]} FROM items WHERE id > ? ORDER BY id LIMIT ${chunk}`,
    )
    for (const rows of pieces((after) => read.all(after))) for (const [id, amount] of rows) tell(id, amount)
  }
}

const itemKeys = (row: ItemRow): ItemKeys => ({
  id: row[0],
  order: row[1],
  omnitronId: row[2],
  parentOmnitronId: row[3],
  stateId: row[4],
  stockListPk: row[5],
  priceListPk: row[6],
  priceCurrency: row[7],
  productId: row[8],
  textId: row[9],
  hasPicture: row[10] !== 0,
  gone: row[11] !== 0,
  change: row[12] ?? 'same',
  createdUs: row[13],
  modifiedUs: row[14],
})

function* pieces<T extends [id: number, ...rest: unknown[]]>(read: (after: number) => T[]): Generator<T[]> {
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const rows = read(after)
    const last = rows.at(-1)
    if (!last) return
    yield rows
    after = last[0]
  }
}
