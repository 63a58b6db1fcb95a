import type { VisibleColumn } from './grid-columns.ts'
import type { ItemQuery } from './item-query.ts'

/** A search with filters, sort and columns under a name. */
export interface SavedView {
  id: string
  name: string
  query: ItemQuery
  columns: VisibleColumn[]
}

/** How one store's items are looked at on this computer. */
export interface StoreViews {
  /** Of the grid where no saved view is open. */
  columns: VisibleColumn[]
  /** In the order of their tabs. */
  views: SavedView[]
}

export const longestViewName = 60
export const mostViews = 30
