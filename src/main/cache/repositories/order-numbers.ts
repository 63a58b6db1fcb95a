import type { DatabaseSync } from 'node:sqlite'
import { codeKey } from '../search/search-text.ts'
import { Statement } from '../statement.ts'

/** Sorts after every code that begins with the text before it. */
const last = '\u{10FFFF}'

/** Which number a person knows an order by. */
export class OrderNumbers {
  readonly #put
  readonly #exact
  readonly #beginning
  readonly #all

  constructor(db: DatabaseSync) {
    this.#put = new Statement<[number, string, string]>(
      db,
      `INSERT INTO order_numbers (order_id, number, code_key) VALUES (?, ?, ?)
       ON CONFLICT (order_id) DO UPDATE SET number = excluded.number, code_key = excluded.code_key
       WHERE number <> excluded.number`,
    )
    this.#exact = new Statement<[string], { order_id: number }>(
      db,
      'SELECT order_id FROM order_numbers WHERE code_key = ?',
    )
    this.#beginning = new Statement<[string, string], { order_id: number }>(
      db,
      'SELECT order_id FROM order_numbers WHERE code_key >= ? AND code_key < ?',
    )
    this.#all = new Statement<[], { order_id: number; number: string }>(
      db,
      'SELECT order_id, number FROM order_numbers',
    )
  }

  all(): { order: number; number: string }[] {
    return this.#all.all().map((row) => ({ order: row.order_id, number: row.number }))
  }

  /** Tells whether it was not known so before. */
  put(orderId: number, number: string): boolean {
    return this.#put.run(orderId, number.trim().toWellFormed(), codeKey(number)) > 0
  }

  /** Ids of the orders whose number is exactly `key` (see `codeKey`). */
  exact(key: string): number[] {
    return this.#exact.all(key).map((row) => row.order_id)
  }

  /** Ids of the orders whose number begins with the word. */
  beginning(word: string): number[] {
    const key = codeKey(word)
    return this.#beginning.all(key, key + last).map((row) => row.order_id)
  }
}
