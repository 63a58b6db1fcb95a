import type { DatabaseSync } from 'node:sqlite'
import { Statement } from '../statement.ts'

/** The different texts of the items' own attributes, each indexed for search once. */
export class ItemTexts {
  readonly #find
  readonly #add
  readonly #index

  constructor(db: DatabaseSync) {
    this.#find = new Statement<[string], { id: number }>(db, 'SELECT id FROM item_texts WHERE text = ?')
    this.#add = new Statement<[string]>(db, 'INSERT INTO item_texts (text) VALUES (?)')
    this.#index = new Statement<[number, string]>(
      db,
      'INSERT INTO item_text_search (rowid, words) VALUES (?, ?)',
    )
  }

  /** @param words folded, with single spaces between */
  idOf(words: string): number {
    const found = this.#find.get(words)
    if (found) return found.id
    const id = this.#add.insert(words)
    this.#index.run(id, words)
    return id
  }
}
