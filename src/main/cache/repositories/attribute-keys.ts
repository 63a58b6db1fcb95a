import type { DatabaseSync } from 'node:sqlite'
import { Statement } from '../statement.ts'

/** Which attributes products and items have: the columns that an export can give them. */
export class AttributeKeys {
  readonly #ofProducts
  readonly #ofItems

  constructor(db: DatabaseSync) {
    // Ordered by first use, so that columns stand as the OMS lists attributes.
    const keysOf = (table: string) =>
      new Statement<[string], { key: string }>(
        db,
        `SELECT attribute.key AS key
           FROM json_each(?) AS wanted
           JOIN ${table} ON ${table}.id = wanted.value AND ${table}.attributes <> '{}'
           JOIN json_each(${table}.attributes) AS attribute
          GROUP BY attribute.key
          ORDER BY min(attribute.id), attribute.key`,
      )
    this.#ofProducts = keysOf('products')
    this.#ofItems = keysOf('items')
  }

  ofProducts(ids: Iterable<number>): string[] {
    return this.#ofProducts.all(JSON.stringify([...ids])).map(({ key }) => key)
  }

  ofItems(ids: Iterable<number>): string[] {
    return this.#ofItems.all(JSON.stringify([...ids])).map(({ key }) => key)
  }
}
