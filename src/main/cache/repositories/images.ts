import type { DatabaseSync } from 'node:sqlite'
import { Statement } from '../statement.ts'

/** Pictures have an id of their own, one a URL, so that a product that changes keeps its files on disk. */
export class Images {
  readonly #find
  readonly #add
  readonly #url

  constructor(db: DatabaseSync) {
    this.#find = new Statement<[string], { id: number }>(db, 'SELECT id FROM images WHERE url = ?')
    this.#add = new Statement<[string]>(db, 'INSERT INTO images (url) VALUES (?)')
    this.#url = new Statement<[number], { url: string }>(db, 'SELECT url FROM images WHERE id = ?')
  }

  idOf(url: string): number {
    const stored = url.toWellFormed()
    return this.#find.get(stored)?.id ?? this.#add.insert(stored)
  }

  url(id: number): string | null {
    return this.#url.get(id)?.url ?? null
  }
}
