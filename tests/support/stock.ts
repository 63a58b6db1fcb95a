/** What a sample store lists, in the few words that specs compare with. */
import type { Locator } from '@playwright/test'
import { z } from 'zod'
import type { SampleStore } from '../../src/main/sample-store/sample-store.ts'

const itemSchema = z
  .object({
    id: z.number(),
    omnitron_id: z.number(),
    net_amount: z.string().nullable(),
    state: z.object({ translations: z.record(z.string(), z.object({ name: z.string() })) }),
    product: z.object({
      name: z.string(),
      base_code: z.string(),
      sku: z.string(),
      barcode: z.string().nullable(),
      productimage_set: z.array(z.unknown()),
    }),
  })
  .transform(({ id, omnitron_id, net_amount, state, product }) => ({
    id,
    omnitronId: omnitron_id,
    netAmount: net_amount,
    states: state.translations,
    product: {
      name: product.name,
      baseCode: product.base_code,
      sku: product.sku,
      barcode: product.barcode,
      pictures: product.productimage_set.length,
    },
  }))

export type StockItem = z.output<typeof itemSchema>

/** The items of a store as it was when it started, the oldest first. */
export function stockOf({ catalogue }: SampleStore): StockItem[] {
  return Array.from({ length: catalogue.itemCount }, (_, index) =>
    itemSchema.parse(catalogue.itemJson(index)),
  )
}

/** The English name of an item's state. */
export const stateNameOf = ({ states }: StockItem): string => states['en-us']?.name ?? ''

/** The amount that a row of the list shows, whatever its currency. */
export async function amountOf(row: Locator): Promise<number> {
  const text = await row.getByRole('gridcell').nth(6).innerText()
  return Number(text.replace('\u2212', '-').replace(/[^\d.-]/g, ''))
}
