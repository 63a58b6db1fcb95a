import type { DatabaseSync } from 'node:sqlite'
import type { ItemList } from '../../../shared/order-item.ts'
import { Statement } from '../statement.ts'
import { fingerprintOf, readBoolean, storedBoolean, storedText } from './values.ts'

/** Price lists and stock lists look alike and are numbered apart. */
export type ListKind = 'price' | 'stock'

interface ListRow {
  kind: ListKind
  pk: number
  code: string | null
  name: string | null
  is_auto_sync: number | null
  created_date: string | null
  modified_date: string | null
}

type Text = string | null
type Lists = Record<ListKind, Map<number, ItemList>>

export class ItemLists {
  readonly #fingerprint
  readonly #put
  readonly #all

  constructor(db: DatabaseSync) {
    this.#fingerprint = new Statement<[ListKind, number], { fingerprint: string }>(
      db,
      'SELECT fingerprint FROM item_lists WHERE kind = ? AND pk = ?',
    )
    this.#put = new Statement<[ListKind, number, Text, Text, number | null, Text, Text, string]>(
      db,
      `INSERT OR REPLACE INTO item_lists (kind, pk, code, name, is_auto_sync, created_date, modified_date,
         fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#all = new Statement<[], ListRow>(db, 'SELECT * FROM item_lists')
  }

  /** Writes the list where it is new or differs, and tells whether it did. */
  put(kind: ListKind, list: ItemList): boolean {
    const fingerprint = fingerprintOf(list)
    if (this.#fingerprint.get(kind, list.pk)?.fingerprint === fingerprint) return false
    this.#put.run(
      kind,
      list.pk,
      storedText(list.code),
      storedText(list.name),
      storedBoolean(list.isAutoSync),
      storedText(list.createdDate),
      storedText(list.modifiedDate),
      fingerprint,
    )
    return true
  }

  /** A shop has some dozens at most. */
  all(): Lists {
    const lists: Lists = { price: new Map(), stock: new Map() }
    for (const row of this.#all.all()) {
      lists[row.kind].set(row.pk, {
        pk: row.pk,
        code: row.code,
        name: row.name,
        isAutoSync: readBoolean(row.is_auto_sync),
        createdDate: row.created_date,
        modifiedDate: row.modified_date,
      })
    }
    return lists
  }
}
