import type { DatabaseSync } from 'node:sqlite'
import { Statement } from '../statement.ts'

/** Which items the newest run saw, and with that, which ones are gone. */
export class SeenItems {
  readonly #forget
  readonly #mark
  readonly #welcomeBack
  readonly #markGone

  constructor(db: DatabaseSync) {
    this.#forget = new Statement<[]>(db, 'DELETE FROM seen_items')
    this.#mark = new Statement<[string]>(
      db,
      'INSERT OR IGNORE INTO seen_items (item_id) SELECT value FROM json_each(?)',
    )
    this.#welcomeBack = new Statement<[string], { id: number }>(
      db,
      `UPDATE items SET gone_since = NULL
       WHERE gone_since IS NOT NULL AND id IN (SELECT value FROM json_each(?)) RETURNING id`,
    )
    this.#markGone = new Statement<[string], { id: number }>(
      db,
      `UPDATE items SET gone_since = ?
       WHERE gone_since IS NULL AND id NOT IN (SELECT item_id FROM seen_items) RETURNING id`,
    )
  }

  forget(): void {
    this.#forget.run()
  }

  /** Tells how many were not seen before in this run, and which had been gone. */
  mark(ids: readonly number[]): { newlySeen: number; cameBack: number[] } {
    const json = JSON.stringify(ids)
    return { newlySeen: this.#mark.run(json), cameBack: this.#welcomeBack.all(json).map(({ id }) => id) }
  }

  /** Items not seen in this run are kept, and marked. Tells which are newly so. */
  markUnseenGone(since: string): number[] {
    return this.#markGone.all(since).map(({ id }) => id)
  }
}
