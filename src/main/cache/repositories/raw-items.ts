import type { DatabaseSync } from 'node:sqlite'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { JsonObject } from '../../../shared/json.ts'
import { PacklightError } from '../../../shared/result.ts'
import { rawDictionary } from '../raw-dictionary.ts'
import { Statement } from '../statement.ts'

/**
 * A small window: an item with its dictionary fits in 8 kB, and most of the time would go into clearing more.
 * A longer item is only stored a little larger.
 */
const deflating = { dictionary: rawDictionary.bytes, level: 3, windowBits: 13, memLevel: 6 }

/** Items as the OMS sent them. */
export class RawItems {
  readonly #put
  readonly #get

  constructor(db: DatabaseSync) {
    this.#put = new Statement<[number, number, Uint8Array]>(
      db,
      'INSERT OR REPLACE INTO raw_items (item_id, dictionary, deflated) VALUES (?, ?, ?)',
    )
    this.#get = new Statement<[number], { dictionary: number; deflated: Uint8Array }>(
      db,
      'SELECT dictionary, deflated FROM raw_items WHERE item_id = ?',
    )
  }

  put(itemId: number, json: string): void {
    const deflated = deflateRawSync(json, deflating)
    this.#put.run(itemId, rawDictionary.number, deflated)
  }

  get(itemId: number): JsonObject | null {
    const row = this.#get.get(itemId)
    if (!row) return null
    if (row.dictionary !== rawDictionary.number) {
      throw new PacklightError({ code: 'cache.damaged', details: `unknown dictionary ${row.dictionary}` })
    }
    const json = inflateRawSync(row.deflated, { dictionary: rawDictionary.bytes }).toString('utf8')
    return JSON.parse(json) as JsonObject
  }
}
