import type { ItemSort } from '../../../shared/item-query.ts'
import type { ItemOrders } from './item-orders.ts'
import type { ItemTable } from './item-table.ts'
import { exactMatch, match } from './matches.ts'
import type { Matches } from './matches.ts'

/** Below one in so many, sorting the hits is quicker than walking over all items in their order. */
const fewHits = 50

/**
 * The ids of what matches, exact hits first, each part as the sort wants it: descending is the ascending order
 * turned round, but items without a value come last in both.
 * @param states by the state's place in the table: whether it passes the filter; null: all do.
 */
export function orderedIds(
  table: ItemTable,
  orders: ItemOrders,
  { flags, stateCounts }: Matches,
  states: Uint8Array | null,
  sort: ItemSort,
): Float64Array {
  let total = 0
  for (const [place, count] of stateCounts.entries()) if (!states || states[place]) total += count
  const passes = (slot: number, wanted: number) =>
    (!flags || flags[slot] === wanted) && (!states || states[table.state[slot] ?? 0] === 1)
  const ids = new Float64Array(total)
  let end = 0
  const take = (slots: Iterable<number>) => {
    for (const slot of slots) ids[end++] = table.id[slot] ?? 0
  }
  if (flags && total * fewHits < table.count) {
    const found: Record<number, number[]> = { [match]: [], [exactMatch]: [] }
    for (let slot = 0; slot < table.count; slot++) {
      const flag = flags[slot] ?? 0
      if (flag !== 0 && passes(slot, flag)) found[flag]?.push(slot)
    }
    take(sortFew(found[exactMatch] ?? [], orders, sort))
    take(sortFew(found[match] ?? [], orders, sort))
    return ids
  }
  const { slots, valued } = orders.of(sort.column).sorted()
  const walk = (wanted: number) => {
    if (sort.direction === 'ascending') {
      for (let at = 0; at < slots.length; at++) push(slots[at] ?? 0, wanted)
      return
    }
    for (let at = valued - 1; at >= 0; at--) push(slots[at] ?? 0, wanted)
    for (let at = slots.length - 1; at >= valued; at--) push(slots[at] ?? 0, wanted)
  }
  const push = (slot: number, wanted: number) => {
    if (passes(slot, wanted)) ids[end++] = table.id[slot] ?? 0
  }
  if (flags?.includes(exactMatch)) walk(exactMatch)
  walk(match)
  return ids
}

function sortFew(slots: number[], orders: ItemOrders, sort: ItemSort): number[] {
  const order = orders.of(sort.column)
  const sorted = slots.sort(order.compare())
  if (sort.direction === 'ascending') return sorted
  const has = order.has()
  const valued = sorted.filter(has).reverse()
  return [...valued, ...sorted.filter((slot) => !has(slot)).reverse()]
}
