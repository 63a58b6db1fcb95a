import { z } from 'zod'
import type { ExportStart } from './export-job.ts'
import { itemQuerySchema } from './item-query-schema.ts'
import { exportPresets } from './settings.ts'

export const exportPlanSchema = z.strictObject({ query: itemQuerySchema })

export const exportStartSchema = z.strictObject({
  query: itemQuerySchema,
  preset: z.enum(exportPresets),
  columns: z.enum(['shown', 'all']),
  headers: z.enum(['translated', 'api']),
}) satisfies z.ZodType<ExportStart>
