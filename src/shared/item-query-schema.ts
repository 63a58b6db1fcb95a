import { z } from 'zod'
import type { ItemFilters } from './item-filters.ts'
import { sortColumns } from './item-query.ts'
import type { ItemQuery } from './item-query.ts'
import { isDecimal } from './money.ts'

const values = z.array(z.string().max(200)).max(200)
const day = z.iso.date().nullable()
const dates = z
  .union([
    z.strictObject({ days: z.number().int().min(1).max(3660) }),
    z.strictObject({ from: day, to: day }),
  ])
  .nullable()
const amount = z.string().max(60).refine(isDecimal).nullable()

const filtersSchema = z.strictObject({
  state: values,
  stockList: values,
  priceList: values,
  priceCurrency: values,
  kind: values,
  picture: values,
  listing: values,
  change: values,
  createdDate: dates,
  modifiedDate: dates,
  netAmount: z.strictObject({ from: amount, to: amount }).nullable(),
}) satisfies z.ZodType<ItemFilters>

/** What main lets through. Apart from the types, so that the renderer's bundle holds no schema library. */
export const itemQuerySchema = z.strictObject({
  search: z.string().max(500),
  filters: filtersSchema,
  sort: z.strictObject({ column: z.enum(sortColumns), direction: z.enum(['ascending', 'descending']) }),
}) satisfies z.ZodType<ItemQuery>
