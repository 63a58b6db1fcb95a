import type { AmountFilter, ItemFilters } from '../../../shared/item-filters.ts'
import { decimalOrder } from './decimal-order.ts'
import type { ItemTable } from './item-table.ts'
import { timeSpanOf } from './local-days.ts'

/** Bits of what an item fails. */
export const failsCreated = 1
export const failsModified = 2
export const failsAmount = 4

/** By slot: which ranges an item is outside of; null where no range is wanted. What has no value is outside. */
export function failedRanges(table: ItemTable, filters: ItemFilters, now: Date): Uint8Array | null {
  const { createdDate, modifiedDate, netAmount } = filters
  if (createdDate === null && modifiedDate === null && netAmount === null) return null
  const failed = new Uint8Array(table.count)
  const outside = (values: Float64Array, from: number, below: number, bit: number) => {
    for (let slot = 0; slot < failed.length; slot++) {
      const value = values[slot] ?? NaN
      if (!(value >= from && value < below)) failed[slot] = (failed[slot] ?? 0) | bit
    }
  }
  if (createdDate !== null) {
    const { from, below } = timeSpanOf(createdDate, now)
    outside(table.createdUs, from, below, failsCreated)
  }
  if (modifiedDate !== null) {
    const { from, below } = timeSpanOf(modifiedDate, now)
    outside(table.modifiedUs, from, below, failsModified)
  }
  if (netAmount !== null) markAmounts(table, netAmount, failed)
  return failed
}

function markAmounts(table: ItemTable, { from, to }: AmountFilter, failed: Uint8Array): void {
  const numbers = table.amounts.of('netAmount')
  const { values } = table.amounts
  const ranks = values.ranks()
  const [low, high] = [from === null ? null : decimalOrder(from), to === null ? null : decimalOrder(to)]
  const lowest = low === null ? 0 : values.rankFrom(low)
  const highest = high === null ? Infinity : values.rankTo(high)
  for (let slot = 0; slot < failed.length; slot++) {
    const rank = ranks[numbers[slot] ?? -1] ?? -1
    if (rank < lowest || rank > highest) failed[slot] = (failed[slot] ?? 0) | failsAmount
  }
}
