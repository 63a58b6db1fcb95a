import { z } from 'zod'
import type { ExportStart } from './export-job.ts'
import { itemQuerySchema } from './item-query-schema.ts'
import { sortColumns } from './item-query.ts'
import { exportPresets } from './settings.ts'

const shownColumns = z.array(z.enum(sortColumns)).max(sortColumns.length)

export const exportPlanSchema = z.strictObject({ query: itemQuerySchema, shownColumns })

export const exportStartSchema = z.strictObject({
  query: itemQuerySchema,
  shownColumns,
  preset: z.enum(exportPresets),
  columns: z.enum(['shown', 'all']),
  headers: z.enum(['translated', 'api']),
}) satisfies z.ZodType<ExportStart>
