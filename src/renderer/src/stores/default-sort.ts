import type { ItemSort, SortColumn } from '../../../shared/item-query.ts'

/** The way a column is read first: names from A, the newest and the largest on top. */
const first: Record<SortColumn, ItemSort['direction']> = {
  product: 'ascending',
  order: 'descending',
  sku: 'ascending',
  state: 'ascending',
  netAmount: 'descending',
  createdDate: 'descending',
  modifiedDate: 'descending',
}

/** The sort after the header of `column` was pressed: a new column its own way, the same one the other way. */
export function nextSort(sort: ItemSort, column: SortColumn): ItemSort {
  if (sort.column !== column) return { column, direction: first[column] }
  return { column, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' }
}
