import type { SearchField } from '../../../shared/item-query.ts'
import type { ItemTable } from './item-table.ts'
import type { ExactHits } from './search-hits.ts'

/** What a person most likely means by a text that is several things at once. */
const likeliest: SearchField[] = ['barcode', 'sku', 'orderNumber', 'id', 'omnitronId', 'baseCode']

/**
 * The item that a search names: the only one of a code or number, or the first of the one order that it is in.
 * Null where it is several; then the list is what helps.
 */
export function exactItem(table: ItemTable, exact: ExactHits): number | null {
  for (const field of likeliest) {
    const slots = exact.items.get(field) ?? slotsOfProducts(table, exact.products.get(field) ?? [])
    if (slots.length === 0) continue
    const orders = new Set(slots.map((slot) => table.order[slot] ?? NaN))
    const [order = NaN] = orders
    if (slots.length > 1 && (orders.size > 1 || Number.isNaN(order))) return null
    return slots.reduce((least, slot) => Math.min(least, table.id[slot] ?? Infinity), Infinity)
  }
  return null
}

/** At most two of different orders: that is enough to know that it is not one. */
function slotsOfProducts(table: ItemTable, places: readonly number[]): number[] {
  if (places.length === 0) return []
  const { product, order, count } = table
  const isWanted = new Uint8Array(table.products.size)
  for (const place of places) isWanted[place] = 1
  const slots: number[] = []
  for (let slot = 0; slot < count; slot++) {
    if (isWanted[product[slot] ?? 0] !== 1) continue
    slots.push(slot)
    // Two without an order are not of one order: NaN is no NaN.
    if (slots.length > 1 && order[slot] !== order[slots[0] ?? 0]) break
  }
  return slots
}
