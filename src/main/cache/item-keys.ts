import type { ItemChange } from '../../shared/item-filters.ts'
import type { Decimal, MoneyField } from '../../shared/order-item.ts'

/** What an item is found, filtered and sorted by: the few values that the engine holds of each. */
export interface ItemKeys {
  id: number
  order: number | null
  omnitronId: number | null
  parentOmnitronId: number | null
  stateId: number | null
  stockListPk: number | null
  priceListPk: number | null
  priceCurrency: string | null
  productId: number | null
  /** Of `item_texts`: the words of the item's own attributes. */
  textId: number | null
  /** Has a picture of its own; its product may have some too. */
  hasPicture: boolean
  gone: boolean
  change: ItemChange
  /** Microseconds since 1970. */
  createdUs: number | null
  modifiedUs: number | null
}

/** Amounts to sort by; `netAmount` is always there. */
export type ItemAmounts = Partial<Record<MoneyField, Decimal | null>>

/** What of a product orders its items, and whether it has a picture. */
export interface ProductKeys {
  id: number
  name: string | null
  sku: string | null
  barcode: string | null
  baseCode: string | null
  hasPicture: boolean
}
