/** Changes of the columns on screen, as values. */
import { narrowestColumn, widestColumn } from '../../../shared/grid-columns.ts'
import type { VisibleColumn } from '../../../shared/grid-columns.ts'
import type { SortColumn } from '../../../shared/item-query.ts'

type Columns = readonly VisibleColumn[]

/** With the column at the place `to`, counted without it. */
export function moved(columns: Columns, id: SortColumn, to: number): VisibleColumn[] {
  const column = columns.find((one) => one.id === id)
  const others = columns.filter((one) => one.id !== id)
  return column ? others.toSpliced(Math.max(0, to), 0, column) : others
}

/** A new column comes last; the only one stays. */
export function toggled(columns: Columns, id: SortColumn): VisibleColumn[] {
  const others = columns.filter((one) => one.id !== id)
  if (others.length === columns.length) return [...columns, { id, width: null }]
  return others.length === 0 ? [...columns] : others
}

/** With a width in whole pixels, as far as widths go; null: the one that it had at first. */
export function resized(columns: Columns, id: SortColumn, width: number | null): VisibleColumn[] {
  const kept = width === null ? null : Math.round(Math.min(Math.max(width, narrowestColumn), widestColumn))
  return columns.map((one) => (one.id === id ? { id, width: kept } : one))
}
