import { z } from 'zod'
import { narrowestColumn, widestColumn } from './grid-columns.ts'
import { itemQuerySchema } from './item-query-schema.ts'
import { sortColumns } from './item-query.ts'
import { longestViewName, mostViews } from './store-views.ts'
import type { StoreViews } from './store-views.ts'

const columns = z
  .array(
    z.strictObject({
      id: z.enum(sortColumns),
      width: z.number().min(narrowestColumn).max(widestColumn).nullable(),
    }),
  )
  .min(1)
  .max(sortColumns.length)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length)

/** What is believed of a store's `views.json`, and of the renderer. */
export const storeViewsSchema = z.strictObject({
  columns,
  views: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(60),
        name: z.string().trim().min(1).max(longestViewName),
        query: itemQuerySchema,
        columns,
      }),
    )
    .max(mostViews),
}) satisfies z.ZodType<StoreViews>
