import type { DatabaseSync } from 'node:sqlite'
import { Statement } from '../statement.ts'

/** What the newest sync did to which items. */
export class ItemChanges {
  readonly #forget
  readonly #put
  readonly #putMany
  readonly #kindOf

  constructor(db: DatabaseSync) {
    this.#forget = new Statement<[]>(db, 'DELETE FROM item_changes')
    // What is new stays new, however often it changes in the same sync.
    this.#put = new Statement<[number, string]>(
      db,
      'INSERT OR IGNORE INTO item_changes (item_id, kind) VALUES (?, ?)',
    )
    this.#putMany = new Statement<[string]>(
      db,
      `INSERT OR IGNORE INTO item_changes (item_id, kind) SELECT value, 'changed' FROM json_each(?)`,
    )
    this.#kindOf = new Statement<[number], { kind: 'new' | 'changed' }>(
      db,
      'SELECT kind FROM item_changes WHERE item_id = ?',
    )
  }

  /** Tells how many there were. */
  forget(): number {
    return this.#forget.run()
  }

  put(itemId: number, kind: 'new' | 'changed'): void {
    this.#put.run(itemId, kind)
  }

  putChanged(itemIds: readonly number[]): void {
    this.#putMany.run(JSON.stringify(itemIds))
  }

  kindOf(itemId: number): 'new' | 'changed' | 'same' {
    return this.#kindOf.get(itemId)?.kind ?? 'same'
  }
}
