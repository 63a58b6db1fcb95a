import { z } from 'zod'
import { itemQuerySchema } from './item-query.ts'
import { exportPresets, type ExportPreset } from './settings.ts'

export const exportPlanSchema = z.strictObject({ query: itemQuerySchema })

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

export const exportStartSchema = z.strictObject({
  query: itemQuerySchema,
  preset: z.enum(exportPresets),
  columns: z.enum(['shown', 'all']),
  headers: z.enum(['translated', 'api']),
})
export type ExportStart = z.infer<typeof exportStartSchema>

export interface ExportProgress {
  done: number
  total: number
}

/** `cancelled`: the person closed the save dialog or stopped the work; nothing was written. */
export type ExportOutcome =
  | { kind: 'saved'; fileName: string; rows: number; columns: number; bytes: number; milliseconds: number }
  | { kind: 'cancelled' }
