import type { ItemTable } from './item-table.ts'
import { sortByKey } from './radix-sort.ts'
import type { SortSpace } from './sort-space.ts'

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
  readonly #space: SortSpace
  readonly #touched = new Set<number>()
  #sorted: SortedSlots | null = null

  /** @param keys asked anew at each use, since ranks move; the order of two untouched slots must not. */
  constructor(table: ItemTable, space: SortSpace, keys: () => KeyOf) {
    this.#table = table
    this.#space = space
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

  /** The order as it stands, if it was ever asked for. */
  get kept(): SortedSlots | null {
    return this.#sorted === null ? null : this.sorted()
  }

  /** Takes up an order that was kept. */
  restore(sorted: SortedSlots): void {
    this.#sorted = sorted
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
    const { keys, spare, more } = this.#space.of(count)
    for (let slot = 0; slot < count; slot++) {
      keys[slot] = key(slot)
      spare[slot] = slot
    }
    // Stable sorting by id first makes ties stand by id.
    const byId = sortByKey(spare, id, more)
    const slots = new Uint32Array(count)
    let valued = 0
    for (let at = 0; at < count; at++) {
      const slot = byId[at] ?? 0
      if (!Number.isNaN(keys[slot])) slots[valued++] = slot
    }
    let end = valued
    for (let at = 0; end < count; at++) {
      const slot = byId[at] ?? 0
      if (Number.isNaN(keys[slot])) slots[end++] = slot
    }
    const front = slots.subarray(0, valued)
    const sorted = sortByKey(front, keys, spare.subarray(0, valued))
    if (sorted !== front) front.set(sorted)
    return { slots, valued }
  }

  #sortTouched({ slots: before }: SortedSlots): SortedSlots {
    const compare = this.compare()
    const added = Uint32Array.from(this.#touched).sort(compare)
    const kept = this.#without(before, added)
    const slots = new Uint32Array(this.#table.count)
    let [from, end] = [0, 0]
    const copyTo = (place: number) => {
      slots.set(kept.subarray(from, place), end)
      end += place - from
      from = place
    }
    for (const slot of added) {
      copyTo(placeIn(kept, slot, compare, from))
      slots[end++] = slot
    }
    copyTo(kept.length)
    const has = this.has()
    let valued = slots.length
    while (valued > 0 && !has(slots[valued - 1] ?? 0)) valued--
    return { slots, valued }
  }

  #without(slots: Uint32Array, removed: Uint32Array): Uint32Array {
    const isRemoved = new Uint8Array(this.#table.count)
    for (const slot of removed) isRemoved[slot] = 1
    const kept = new Uint32Array(slots.length)
    let end = 0
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? 0
      kept[end] = slot
      if (isRemoved[slot] === 0) end++
    }
    return kept.subarray(0, end)
  }
}

/** Where a slot belongs among sorted ones, not before `from`. */
function placeIn(
  sorted: Uint32Array,
  slot: number,
  compare: (a: number, b: number) => number,
  from: number,
): number {
  let [low, high] = [from, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(sorted[middle] ?? 0, slot) < 0) low = middle + 1
    else high = middle
  }
  return low
}
