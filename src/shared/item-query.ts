/** What the Items screen asks of the cache, and what comes back. */
import type { Decimal, IsoDate, OrderItem, OrderState } from './order-item.ts'
import type { StateKey } from './order-state.ts'

export const sortColumns = [
  'product',
  'order',
  'sku',
  'state',
  'netAmount',
  'createdDate',
  'modifiedDate',
] as const
export type SortColumn = (typeof sortColumns)[number]

export interface ItemSort {
  column: SortColumn
  direction: 'ascending' | 'descending'
}

export interface ItemQuery {
  search: string
  /** Empty: every state. */
  states: StateKey[]
  sort: ItemSort
}

export const allItems: ItemQuery = {
  search: '',
  states: [],
  sort: { column: 'modifiedDate', direction: 'descending' },
}

/** Where a search hit was. */
export type SearchField =
  'orderNumber' | 'id' | 'omnitronId' | 'sku' | 'baseCode' | 'barcode' | 'name' | 'attribute'

/** A line of the grid: what one needs at a glance. */
export interface OrderItemRow {
  id: number
  order: number | null
  /** Known only where the order was looked up by its number. */
  orderNumber: string | null
  omnitronId: number | null
  parentOmnitronId: number | null
  stateId: number | null
  productName: string | null
  sku: string | null
  barcode: string | null
  baseCode: string | null
  /** Labels of up to three telling attributes: colour, size, ... */
  attributeLabels: string[]
  netAmount: Decimal | null
  priceCurrency: string | null
  createdDate: IsoDate | null
  modifiedDate: IsoDate | null
  /** The first picture, for `imagePath`. */
  imageId: number | null
  /** How many items name this one as their bundle; 0 for most. */
  bundlePartCount: number
  /** No longer listed by the OMS. */
  gone: boolean
  /** Which field the search hit, where it is not one that the grid shows marked; null without a search. */
  matchedField: SearchField | null
}

export interface QueryAnswer {
  /** Names the ordered vector that the cache worker holds for this answer. */
  queryId: number
  /** The cache's state that was asked; a higher one means: ask again. */
  revision: number
  /** Items that match. */
  total: number
  /** Items in the cache. */
  cached: number
  /** Time in the worker, milliseconds. */
  tookMs: number
  /** The first rows, so that the first picture needs no second question. */
  firstRows: OrderItemRow[]
  /** Matching items by state, the state filter left aside. */
  stateCounts: Record<StateKey, number>
  /** The one item or order that the search text names exactly; Enter opens it. */
  exactItemId: number | null
}

export interface ItemPicture {
  imageId: number
  /** From the item's own `image`, else from the product's set. */
  source: 'item' | 'product'
  url: string
}

/** Everything that is known of one item. */
export interface OrderItemDetail {
  item: OrderItem
  orderNumber: string | null
  pictures: ItemPicture[]
  /** Items of the same order, this one included. */
  orderItemCount: number
  bundleParent: OrderItemRow | null
  bundleParts: OrderItemRow[]
  /** When this copy came from the OMS. */
  fetchedAt: IsoDate
  goneSince: IsoDate | null
}

export interface StateCount {
  key: StateKey
  /** The ids that rows may name it by: a shop can have several for what is the same state. */
  ids: number[]
  state: OrderState
  count: number
}

export interface CacheSummary {
  items: number
  orders: number
  products: number
  gone: number
  states: StateCount[]
  revision: number
  /** Start of the last complete sync: the "as of" of every screen. Null: never. */
  asOf: IsoDate | null
}
