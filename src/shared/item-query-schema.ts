import { z } from 'zod'
import { sortColumns } from './item-query.ts'
import type { ItemQuery } from './item-query.ts'

/** What main lets through. Apart from the types, so that the renderer's bundle holds no schema library. */
export const itemQuerySchema = z.strictObject({
  search: z.string().max(500),
  states: z.array(z.string().max(200)).max(200),
  sort: z.strictObject({ column: z.enum(sortColumns), direction: z.enum(['ascending', 'descending']) }),
}) satisfies z.ZodType<ItemQuery>
