import type { ItemSort, SortColumn } from '../../../shared/item-query.ts'

/** Read from A; all others from the newest and the largest. */
const fromA = new Set<SortColumn>([
  ...(['product', 'sku', 'barcode', 'baseCode'] as const),
  ...(['state', 'stockList', 'priceList', 'priceCurrency'] as const),
])

/** The sort after the header of `column` was pressed: a new column its own way, the same one the other way. */
export function nextSort(sort: ItemSort, column: SortColumn): ItemSort {
  if (sort.column !== column) return { column, direction: fromA.has(column) ? 'ascending' : 'descending' }
  return { column, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' }
}
