import type { ItemOrders } from './item-orders.ts'
import type { ItemTable } from './item-table.ts'

export type NumberField = 'id' | 'omnitronId' | 'order'

const valuesOf = (table: ItemTable, field: NumberField): Float64Array => table[field]

/** Slots whose number is in `from` to `below`, ascending. */
function* between(
  table: ItemTable,
  orders: ItemOrders,
  field: NumberField,
  range: { from: number; below: number },
): Generator<number> {
  const values = valuesOf(table, field)
  const { slots, valued } = orders.of(field).sorted()
  let low = 0
  let high = valued
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[slots[middle] ?? 0] ?? 0) < range.from) low = middle + 1
    else high = middle
  }
  for (let at = low; at < valued; at++) {
    const slot = slots[at] ?? 0
    if ((values[slot] ?? 0) >= range.below) return
    yield slot
  }
}

/** The number that a word may be or begin: "0042" is 42. Null where it is none. */
export function asNumber(word: string): number | null {
  const number = /^\d{1,16}$/.test(word) ? Number(word) : NaN
  return Number.isSafeInteger(number) ? number : null
}

/** Slots of items with exactly this number. */
export function* withNumber(table: ItemTable, orders: ItemOrders, field: NumberField, number: number) {
  yield* between(table, orders, field, { from: number, below: number + 1 })
}

/** Slots of items whose number, written out, begins with this one. */
export function* beginningWith(table: ItemTable, orders: ItemOrders, field: NumberField, number: number) {
  yield* withNumber(table, orders, field, number)
  if (number === 0) return
  for (let unit = 10; number * unit <= Number.MAX_SAFE_INTEGER; unit *= 10) {
    yield* between(table, orders, field, { from: number * unit, below: (number + 1) * unit })
  }
}
