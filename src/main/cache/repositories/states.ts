import type { DatabaseSync } from 'node:sqlite'
import type { OrderState } from '../../../shared/order-item.ts'
import { Statement } from '../statement.ts'
import { fingerprintOf, readJson, storedText } from './values.ts'

interface StateRow {
  id: number
  name: string | null
  translations: string
  enum_class: string | null
  enum_value: string | null
  content_type: number | null
  config: string
  created_date: string | null
  modified_date: string | null
}

const toState = (row: StateRow): OrderState => ({
  id: row.id,
  name: row.name,
  translations: JSON.parse(row.translations) as Record<string, string>,
  enumClass: row.enum_class,
  enumValue: row.enum_value,
  contentType: row.content_type,
  config: readJson(row.config),
  createdDate: row.created_date,
  modifiedDate: row.modified_date,
})

type Text = string | null

export class States {
  readonly #fingerprint
  readonly #put
  readonly #all

  constructor(db: DatabaseSync) {
    this.#fingerprint = new Statement<[number], { fingerprint: string }>(
      db,
      'SELECT fingerprint FROM states WHERE id = ?',
    )
    this.#put = new Statement<[number, Text, string, Text, Text, number | null, string, Text, Text, string]>(
      db,
      `INSERT INTO states (id, name, translations, enum_class, enum_value, content_type, config, created_date,
         modified_date, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, translations = excluded.translations,
         enum_class = excluded.enum_class, enum_value = excluded.enum_value,
         content_type = excluded.content_type, config = excluded.config,
         created_date = excluded.created_date, modified_date = excluded.modified_date,
         fingerprint = excluded.fingerprint`,
    )
    this.#all = new Statement<[], StateRow>(db, 'SELECT * FROM states ORDER BY id')
  }

  /** Writes the state where it is new or differs, and tells whether it did. */
  put(state: OrderState): boolean {
    const fingerprint = fingerprintOf(state)
    if (this.#fingerprint.get(state.id)?.fingerprint === fingerprint) return false
    this.#put.run(
      state.id,
      storedText(state.name),
      JSON.stringify(state.translations),
      storedText(state.enumClass),
      storedText(state.enumValue),
      state.contentType,
      JSON.stringify(state.config),
      storedText(state.createdDate),
      storedText(state.modifiedDate),
      fingerprint,
    )
    return true
  }

  /** There are some dozens at most. */
  all(): Map<number, OrderState> {
    return new Map(this.#all.all().map((row) => [row.id, toState(row)]))
  }
}
