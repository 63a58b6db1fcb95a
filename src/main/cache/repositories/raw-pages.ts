import type { DatabaseSync } from 'node:sqlite'
import type { JsonObject } from '../../../shared/json.ts'
import { unpackItem } from '../raw-form.ts'
import type { PackedBody } from '../raw-form.ts'
import { Statement } from '../statement.ts'

/** Answers as the OMS sent them, each kept as long as an item points to it. */
export class RawPages {
  readonly #add
  readonly #addBody
  readonly #release
  readonly #remove
  readonly #removeBody
  readonly #of

  constructor(db: DatabaseSync) {
    this.#add = new Statement<[number]>(db, 'INSERT INTO raw_pages (items) VALUES (?)')
    this.#addBody = new Statement<[number, string, Uint8Array]>(
      db,
      'INSERT INTO raw_bodies (page_id, form, body) VALUES (?, ?, ?)',
    )
    this.#release = new Statement<[number, number], { items: number }>(
      db,
      'UPDATE raw_pages SET items = items - ? WHERE id = ? RETURNING items',
    )
    this.#remove = new Statement<[number]>(db, 'DELETE FROM raw_pages WHERE id = ?')
    this.#removeBody = new Statement<[number]>(db, 'DELETE FROM raw_bodies WHERE page_id = ?')
    this.#of = new Statement<[number], PackedBody>(
      db,
      `SELECT form, body FROM items JOIN raw_bodies ON raw_bodies.page_id = items.raw_page_id
       WHERE items.id = ?`,
    )
  }

  /** @param items how many will point to it. Answers with the page's id. */
  add({ form, body }: PackedBody, items: number): number {
    const id = this.#add.insert(items)
    this.#addBody.run(id, form, body)
    return id
  }

  /** So many items point elsewhere now. */
  release(id: number, items: number): void {
    const left = this.#release.get(items, id)?.items
    if (left === undefined || left > 0) return
    this.#remove.run(id)
    this.#removeBody.run(id)
  }

  /** The JSON of an item. @throws `cache.damaged` */
  item(itemId: number): JsonObject | null {
    const packed = this.#of.get(itemId)
    return packed ? unpackItem(packed, itemId) : null
  }
}
