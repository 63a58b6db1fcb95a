import type { ItemQuery, SortColumn } from './item-query.ts'
import type { ExportPreset } from './settings.ts'

/** What the dialog says before it starts. */
export interface ExportPlan {
  rows: number
  /** Ids of `itemColumns`: what the grid shows, and all there are. */
  shownColumns: string[]
  allColumns: string[]
  /** Of those, the ones where Excel would drop leading zeros or round long codes. */
  damagedByExcel: string[]
  preset: ExportPreset
  asOf: string | null
}

export interface ExportStart {
  query: ItemQuery
  /** Columns of the grid, in its order: what `columns: 'shown'` writes. */
  shownColumns: SortColumn[]
  preset: ExportPreset
  columns: 'shown' | 'all'
  headers: 'translated' | 'api'
}

export interface ExportProgress {
  done: number
  total: number
}

/** `cancelled`: the person closed the save dialog or stopped the work; nothing was written. */
export type ExportOutcome =
  | { kind: 'saved'; fileName: string; rows: number; columns: number; bytes: number; milliseconds: number }
  | { kind: 'cancelled' }
