const free = -1
const fewest = 1024

const hash = (id: number): number => Math.imul(id ^ Math.floor(id / 0x1_0000_0000), 0x9e37_79b1) >>> 0

/**
 * Finds an item's slot by its id: a hash table in one typed array. A `Map` of a million ids would take five times
 * the memory and keep the garbage collector busy.
 */
export class SlotIndex {
  readonly #ids: () => Float64Array
  #slots: Int32Array = new Int32Array(fewest).fill(free)
  #count = 0

  /** @param ids the ids by slot; asked anew at each use, since they move when they grow */
  constructor(ids: () => Float64Array) {
    this.#ids = ids
  }

  get(id: number): number | undefined {
    const slot = this.#slots[this.#placeOf(id)] ?? free
    return slot === free ? undefined : slot
  }

  /** The id must be new, and already stand at its slot. */
  add(id: number, slot: number): void {
    this.reserve(this.#count + 1)
    this.#slots[this.#placeOf(id)] = slot
    this.#count++
  }

  /** Takes up a table that was saved (`saved`), of so many ids that stand at their slots. */
  restore(slots: Int32Array, count: number): void {
    this.#slots = slots
    this.#count = count
  }

  /** To be written down as it is. */
  get saved(): Int32Array {
    return this.#slots
  }

  /** Makes room for so many ids, at most half of it in use: then a look takes one or two steps. */
  reserve(count: number): void {
    if (count * 2 <= this.#slots.length) return
    const before = this.#slots
    let size = before.length
    while (size < count * 2) size *= 2
    this.#slots = new Int32Array(size).fill(free)
    const ids = this.#ids()
    for (const slot of before) if (slot !== free) this.#slots[this.#placeOf(ids[slot] ?? 0)] = slot
  }

  /** Where the id stands, or the free place where it would. */
  #placeOf(id: number): number {
    const ids = this.#ids()
    const last = this.#slots.length - 1
    let place = hash(id) & last
    for (;;) {
      const slot = this.#slots[place] ?? free
      if (slot === free || ids[slot] === id) return place
      place = (place + 1) & last
    }
  }
}
