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
  { flags, total, exact }: Matches,
  sort: ItemSort,
): Uint32Array {
  if (flags && total * fewHits < table.count) return fewSlots(flags, total, orders, sort)
  const { slots, valued } = orders.of(sort.column).sorted()
  const inOrder = sort.direction === 'ascending' ? slots : descending(slots, valued)
  if (!flags) return inOrder.slice()
  const found = new Uint32Array(total)
  let exactEnd = 0
  let end = exact
  for (let at = 0; at < inOrder.length; at++) {
    const slot = inOrder[at] ?? 0
    const flag = flags[slot]
    if (flag === match) found[end++] = slot
    else if (flag === exactMatch) found[exactEnd++] = slot
  }
  return found
}

/** A copy turned round, what has no value still last. */
function descending(slots: Uint32Array, valued: number): Uint32Array {
  const turned = new Uint32Array(slots.length)
  turned.set(slots.subarray(0, valued))
  turned.subarray(0, valued).reverse()
  turned.set(slots.subarray(valued), valued)
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
