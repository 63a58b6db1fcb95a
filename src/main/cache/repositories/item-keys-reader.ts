import type { DatabaseSync } from 'node:sqlite'
import type { ItemKeys, ProductKeys } from '../item-keys.ts'
import { Statement } from '../statement.ts'

const chunk = 5_000

/** Reads what the engine holds of every item and product, in pieces, so that a question can come between. */
export class ItemKeysReader {
  readonly #items
  readonly #products

  constructor(db: DatabaseSync) {
    this.#items = new Statement<[number], ItemKeys>(
      db,
      `SELECT id, order_id AS "order", omnitron_id AS omnitronId, state_id AS stateId, product_id AS productId,
         text_id AS textId, created_us AS createdUs, modified_us AS modifiedUs, net_amount AS netAmount
       FROM items WHERE id > ? ORDER BY id LIMIT ${chunk}`,
    )
    this.#products = new Statement<[number], ProductKeys>(
      db,
      `SELECT id, name, sku FROM products WHERE id > ? ORDER BY id LIMIT ${chunk}`,
    )
  }

  *items(): Generator<ItemKeys[]> {
    yield* pieces((after) => this.#items.all(after))
  }

  *products(): Generator<ProductKeys[]> {
    yield* pieces((after) => this.#products.all(after))
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
