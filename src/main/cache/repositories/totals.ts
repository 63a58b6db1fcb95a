import type { DatabaseSync } from 'node:sqlite'
import { Statement } from '../statement.ts'

/** Counters and the cache's revision. */
export class Totals {
  readonly #addState
  readonly #byState
  readonly #orders
  readonly #gone
  readonly #revision
  readonly #raise

  constructor(db: DatabaseSync) {
    this.#addState = new Statement<[number, number]>(
      db,
      `INSERT INTO state_totals (state_id, items) VALUES (?, ?)
       ON CONFLICT (state_id) DO UPDATE SET items = items + excluded.items`,
    )
    this.#byState = new Statement<[], { state_id: number; items: number }>(
      db,
      'SELECT state_id, items FROM state_totals WHERE items > 0',
    )
    this.#orders = new Statement<[], { count: number }>(
      db,
      'SELECT count(DISTINCT order_id) AS count FROM items',
    )
    this.#gone = new Statement<[], { count: number }>(
      db,
      'SELECT count(*) AS count FROM items WHERE gone_since IS NOT NULL',
    )
    this.#revision = new Statement<[], { value: number }>(
      db,
      `SELECT value FROM meta WHERE name = 'revision'`,
    )
    this.#raise = new Statement<[]>(db, `UPDATE meta SET value = value + 1 WHERE name = 'revision'`)
  }

  addToState(stateId: number | null, items: number): void {
    if (items !== 0) this.#addState.run(stateId ?? 0, items)
  }

  /** Items by state id; those without a state stand under null. */
  byState(): Map<number | null, number> {
    return new Map(this.#byState.all().map((row) => [row.state_id === 0 ? null : row.state_id, row.items]))
  }

  orders(): number {
    return this.#orders.get()?.count ?? 0
  }

  gone(): number {
    return this.#gone.get()?.count ?? 0
  }

  /** Grows with every change of what is held, across restarts too. */
  revision(): number {
    return this.#revision.get()?.value ?? 0
  }

  raiseRevision(): void {
    this.#raise.run()
  }
}
