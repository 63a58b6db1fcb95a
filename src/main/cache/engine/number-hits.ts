import type { ItemOrders } from './item-orders.ts'
import type { ItemTable } from './item-table.ts'

export const numberFields = ['id', 'omnitronId', 'order'] as const
export type NumberField = (typeof numberFields)[number]

/** The number that a word may be or begin: "0042" is 42. Null where it is none. */
export function asNumber(word: string): number | null {
  const number = /^\d{1,16}$/.test(word) ? Number(word) : NaN
  return Number.isSafeInteger(number) ? number : null
}

/** Slots of items whose number is at least `from` and below `below`, ascending by the number. */
export function slotsBetween(
  table: ItemTable,
  orders: ItemOrders,
  field: NumberField,
  { from, below }: { from: number; below: number },
): Uint32Array {
  const values = table[field]
  const { slots, valued } = orders.of(field).sorted()
  const placeOf = (wanted: number): number => {
    let [low, high] = [0, valued]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((values[slots[middle] ?? 0] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
  return slots.subarray(placeOf(from), placeOf(below))
}

/** Slots of items with exactly this number. */
export function withNumber(
  table: ItemTable,
  orders: ItemOrders,
  field: NumberField,
  number: number,
): Uint32Array {
  return slotsBetween(table, orders, field, { from: number, below: number + 1 })
}

/** Runs of slots of items whose number, written out, begins with this one. */
export function beginningWith(
  table: ItemTable,
  orders: ItemOrders,
  field: NumberField,
  number: number,
): Uint32Array[] {
  const runs = [withNumber(table, orders, field, number)]
  if (number === 0) return runs
  for (let unit = 10; number * unit <= Number.MAX_SAFE_INTEGER; unit *= 10) {
    runs.push(slotsBetween(table, orders, field, { from: number * unit, below: (number + 1) * unit }))
  }
  return runs
}
