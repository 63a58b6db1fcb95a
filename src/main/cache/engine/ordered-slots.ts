import type { ItemSort } from '../../../shared/item-query.ts'
import type { ItemOrders } from './item-orders.ts'
import type { ItemTable } from './item-table.ts'
import { exactMatch, match } from './matches.ts'
import type { Matches } from './matches.ts'

/** Below one in so many, sorting the hits is quicker than walking over all items in their order. */
const fewHits = 300

/**
 * The slots of what matches, exact hits first, each part as the sort wants it: descending is the ascending order
 * turned round, but items without a value come last in both.
 */
export function orderedSlots(
  table: ItemTable,
  orders: ItemOrders,
  matches: Matches,
  sort: ItemSort,
): Uint32Array {
  const { flags, total } = matches
  if (flags && total * fewHits < table.count) return fewSlots(flags, total, orders, sort)
  const { slots, valued } = orders.of(sort.column).sorted()
  if (sort.direction === 'ascending') {
    if (!flags) return slots
    const found = new Found(flags, matches)
    found.take(slots, 0, slots.length, 1)
    return found.slots
  }
  if (!flags) return turnedRound(slots, valued)
  const found = new Found(flags, matches)
  found.take(slots, valued - 1, -1, -1)
  found.take(slots, slots.length - 1, valued - 1, -1)
  return found.slots
}

/**
 * Exact hits fill the front, the others what is behind them. Every slot is written where the next hit belongs, and
 * that place moves on only if it was one: without a branch that cannot be foreseen (see `searchMatches`).
 */
class Found {
  /** One longer, for what is written after the last hit. */
  readonly #slots: Uint32Array
  readonly #flags: Uint8Array
  readonly #total: number
  readonly #exact: number
  #exactEnd = 0
  #end: number

  constructor(flags: Uint8Array, { total, exact }: Matches) {
    this.#slots = new Uint32Array(total + 1)
    this.#flags = flags
    this.#total = total
    this.#exact = exact
    this.#end = exact
  }

  get slots(): Uint32Array {
    return this.#slots.subarray(0, this.#total)
  }

  /** Those of `sorted` that match, from one place up or down to another, which is not included. */
  take(sorted: Uint32Array, from: number, to: number, step: 1 | -1): void {
    const flags = this.#flags
    const found = this.#slots
    let end = this.#end
    for (let at = from; at !== to; at += step) {
      const slot = sorted[at] ?? 0
      found[end] = slot
      end += (flags[slot] ?? 0) & match
    }
    this.#end = end
    if (this.#exactEnd < this.#exact) this.#takeExact(sorted, from, to, step)
  }

  #takeExact(sorted: Uint32Array, from: number, to: number, step: 1 | -1): void {
    for (let at = from; at !== to && this.#exactEnd < this.#exact; at += step) {
      const slot = sorted[at] ?? 0
      if (this.#flags[slot] === exactMatch) this.#slots[this.#exactEnd++] = slot
    }
  }
}

function turnedRound(slots: Uint32Array, valued: number): Uint32Array {
  const turned = slots.slice()
  turned.subarray(0, valued).reverse()
  turned.subarray(valued).reverse()
  return turned
}

function fewSlots(flags: Uint8Array, total: number, orders: ItemOrders, sort: ItemSort): Uint32Array {
  const hits: number[] = []
  const exactHits: number[] = []
  for (let slot = 0; hits.length + exactHits.length < total; slot++) {
    if (flags[slot] === match) hits.push(slot)
    else if (flags[slot] === exactMatch) exactHits.push(slot)
  }
  return Uint32Array.from([...sortFew(exactHits, orders, sort), ...sortFew(hits, orders, sort)])
}

function sortFew(slots: number[], orders: ItemOrders, sort: ItemSort): number[] {
  const order = orders.of(sort.column)
  const sorted = slots.sort(order.compare())
  if (sort.direction === 'ascending') return sorted
  const has = order.has()
  const valued = sorted.filter(has).reverse()
  return [...valued, ...sorted.filter((slot) => !has(slot)).reverse()]
}
