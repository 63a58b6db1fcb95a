/** What an item is found, filtered and sorted by: the few values that the engine holds of each. */
export interface ItemKeys {
  id: number
  order: number | null
  omnitronId: number | null
  stateId: number | null
  productId: number | null
  /** Of `item_texts`: the words of the item's own attributes. */
  textId: number | null
  /** Microseconds since 1970. */
  createdUs: number | null
  modifiedUs: number | null
  /** Decimal, as text. */
  netAmount: string | null
}

/** What of a product orders the items. */
export interface ProductKeys {
  id: number
  name: string | null
  sku: string | null
}
