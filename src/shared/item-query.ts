/** What the Items screen asks of the cache, and what comes back. */
import { noFilters } from './item-filters.ts'
import type { ItemChange, ItemFilters } from './item-filters.ts'
import type { IsoDate, ItemList, MoneyField, Decimal, OrderItem, OrderState } from './order-item.ts'
import type { StateKey } from './order-state.ts'

/** Columns of the grid; each can sort. */
export const sortColumns = [
  'product',
  'order',
  'id',
  'omnitronId',
  'parentOmnitronId',
  'sku',
  'barcode',
  'baseCode',
  'state',
  'stockList',
  'priceList',
  'priceCurrency',
  'netAmount',
  'price',
  'retailPrice',
  'discountAmount',
  'taxRate',
  'taxAmount',
  'withoutNetAmount',
  'installmentInterestAmount',
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
  filters: ItemFilters
  sort: ItemSort
}

export const allItems: ItemQuery = {
  search: '',
  filters: noFilters,
  sort: { column: 'modifiedDate', direction: 'descending' },
}

/** Where a search hit was. */
export type SearchField =
  'orderNumber' | 'id' | 'omnitronId' | 'sku' | 'baseCode' | 'barcode' | 'name' | 'attribute'

/** A line of the grid: what one needs at a glance. */
export interface OrderItemRow extends Record<MoneyField, Decimal | null> {
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
  priceCurrency: string | null
  /** Names of the lists, else their codes. */
  stockList: string | null
  priceList: string | null
  createdDate: IsoDate | null
  modifiedDate: IsoDate | null
  /** The first picture, for `imagePath`. */
  imageId: number | null
  /** How many items name this one as their bundle; 0 for most. */
  bundlePartCount: number
  /** No longer listed by the OMS. */
  gone: boolean
  change: ItemChange
  /** Which field the search hit, where it is not one that the grid shows marked; null without a search. */
  matchedField: SearchField | null
  /** Chosen by the user, at the time when the row was read. */
  selected: boolean
}

/** The rows that a person chose. They stay chosen under another order, search and filter. */
export interface SelectionCount {
  all: number
  /** Of them, those in the answer that was asked about. */
  shown: number
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
  /** The one item or order that the search text names exactly; Enter opens it. */
  exactItemId: number | null
  selected: SelectionCount
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
  /** The lists that filters name by their `pk`. */
  priceLists: ItemList[]
  stockLists: ItemList[]
  revision: number
  /** Start of the last complete sync: the "as of" of every screen. Null: never. */
  asOf: IsoDate | null
}
