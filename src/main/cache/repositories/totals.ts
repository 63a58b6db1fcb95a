import type { DatabaseSync } from 'node:sqlite'
import { Statement } from '../statement.ts'

/** What is counted as it changes, because counting a million rows takes long. */
export type Counter = 'orders' | 'products' | 'gone'
/** And a number that every snapshot of the engine has of its own. */
type Name = Counter | 'snapshot'

/** Counters and the cache's revision. */
export class Totals {
  readonly #addState
  readonly #byState
  readonly #get
  readonly #add
  readonly #set

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
    this.#get = new Statement<[string], { value: number }>(db, 'SELECT value FROM meta WHERE name = ?')
    this.#add = new Statement<[number, string]>(db, 'UPDATE meta SET value = value + ? WHERE name = ?')
    this.#set = new Statement<[string, number]>(db, 'INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)')
  }

  addToState(stateId: number | null, items: number): void {
    if (items !== 0) this.#addState.run(stateId ?? 0, items)
  }

  /** Items by state id; those without a state stand under null. */
  byState(): Map<number | null, number> {
    return new Map(this.#byState.all().map((row) => [row.state_id === 0 ? null : row.state_id, row.items]))
  }

  /** All items, whatever their state. */
  items(): number {
    return this.#byState.all().reduce((sum, { items }) => sum + items, 0)
  }

  add(counter: Counter, change: number): void {
    if (change !== 0) this.#add.run(change, counter)
  }

  get(name: Name): number {
    return this.#get.get(name)?.value ?? 0
  }

  set(name: Name, value: number): void {
    this.#set.run(name, value)
  }

  /** Grows with every change of what is held, across restarts too. */
  revision(): number {
    return this.#get.get('revision')?.value ?? 0
  }

  raiseRevision(): void {
    this.#add.run(1, 'revision')
  }
}
