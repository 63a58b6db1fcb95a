import type { ItemTable } from './item-table.ts'
import { sortByKey } from './radix-sort.ts'

/** A whole number to sort by, by slot; NaN for none. */
export type KeyOf = (slot: number) => number

export interface SortedSlots {
  /** Ascending by key, then by id; those without a key last, by id. */
  slots: Uint32Array
  /** How many have a key. */
  valued: number
}

/**
 * All items in the order of one key. Sorted whole once; after that what changed is taken out and put in again
 * when the order is next asked for.
 */
export class ItemOrder {
  readonly #table: ItemTable
  readonly #keys: () => KeyOf
  readonly #touched = new Set<number>()
  #sorted: SortedSlots | null = null

  /** @param keys asked anew at each use, since ranks move; the order of two untouched slots must not. */
  constructor(table: ItemTable, keys: () => KeyOf) {
    this.#table = table
    this.#keys = keys
  }

  /** The slot is new, or its key may be another. */
  touch(slot: number): void {
    if (this.#sorted) this.#touched.add(slot)
  }

  /** All keys may be others. */
  invalidate(): void {
    this.#sorted = null
    this.#touched.clear()
  }

  sorted(): SortedSlots {
    if (this.#sorted && this.#touched.size > this.#table.count / 8) this.invalidate()
    if (!this.#sorted) this.#sorted = this.#sortAll()
    else if (this.#touched.size > 0) this.#sorted = this.#sortTouched(this.#sorted)
    this.#touched.clear()
    return this.#sorted
  }

  /** Ascending, those without a key last. For some slots: comparing is quicker than walking over all. */
  compare(): (a: number, b: number) => number {
    const key = this.#keys()
    const id = this.#table.id
    return (a, b) => {
      const [x, y] = [key(a), key(b)]
      if (x !== y && !(Number.isNaN(x) && Number.isNaN(y))) {
        return Number.isNaN(x) ? 1 : Number.isNaN(y) ? -1 : x - y
      }
      return (id[a] ?? 0) - (id[b] ?? 0)
    }
  }

  /** Whether a slot has a key. */
  has(): (slot: number) => boolean {
    const key = this.#keys()
    return (slot) => !Number.isNaN(key(slot))
  }

  #sortAll(): SortedSlots {
    const { count, id } = this.#table
    const key = this.#keys()
    const keys = new Float64Array(count)
    const all = new Uint32Array(count)
    for (let slot = 0; slot < count; slot++) {
      keys[slot] = key(slot)
      all[slot] = slot
    }
    // Stable sorting by id first makes ties stand by id.
    const byId = sortByKey(all, id.subarray(0, count))
    const valued = byId.filter((slot) => !Number.isNaN(keys[slot]))
    const rest = byId.filter((slot) => Number.isNaN(keys[slot]))
    const slots = new Uint32Array(count)
    slots.set(sortByKey(valued, keys))
    slots.set(rest, valued.length)
    return { slots, valued: valued.length }
  }

  #sortTouched({ slots: before }: SortedSlots): SortedSlots {
    const compare = this.compare()
    const added = Uint32Array.from(this.#touched).sort(compare)
    const slots = new Uint32Array(this.#table.count)
    let end = 0
    let next = 0
    for (const slot of before) {
      if (this.#touched.has(slot)) continue
      while (next < added.length && compare(added[next] ?? 0, slot) < 0) slots[end++] = added[next++] ?? 0
      slots[end++] = slot
    }
    while (next < added.length) slots[end++] = added[next++] ?? 0
    const has = this.has()
    let valued = slots.length
    while (valued > 0 && !has(slots[valued - 1] ?? 0)) valued--
    return { slots, valued }
  }
}
