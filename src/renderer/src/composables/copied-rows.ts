/** Rows of the grid for the clipboard: the columns on screen, as an export would write them. */
import { exportedIds } from '../../../shared/grid-columns.ts'
import type { OrderItemRow, SortColumn } from '../../../shared/item-query.ts'
import { clipboardTable } from './clipboard-table.ts'

export interface CopyWords {
  /** Of a column of `itemColumns`. */
  headerOf: (columnId: string) => string
  stateOf: (row: OrderItemRow) => string | null
  date: (iso: string) => string
  /** An amount as a spreadsheet of the language reads it: its own digits, its decimal mark, no grouping. */
  decimal: (amount: string) => string
}

type Read = (row: OrderItemRow, words: CopyWords) => string | number | null

const date =
  (of: (row: OrderItemRow) => string | null): Read =>
  (row, words) => {
    const value = of(row)
    return value === null ? null : words.date(value)
  }
const decimal =
  (of: (row: OrderItemRow) => string | null): Read =>
  (row, words) => {
    const value = of(row)
    return value === null ? null : words.decimal(value)
  }

const readers: Record<string, Read> = {
  'product.name': (row) => [row.productName, ...row.attributeLabels].filter(Boolean).join(' · '),
  order: (row) => row.order,
  order_number: (row) => row.orderNumber,
  'product.sku': (row) => row.sku,
  'product.barcode': (row) => row.barcode,
  'product.base_code': (row) => row.baseCode,
  'state.name': (row, { stateOf }) => stateOf(row),
  net_amount: decimal((row) => row.netAmount),
  price: decimal((row) => row.price),
  retail_price: decimal((row) => row.retailPrice),
  discount_amount: decimal((row) => row.discountAmount),
  tax_rate: decimal((row) => row.taxRate),
  tax_amount: decimal((row) => row.taxAmount),
  without_net_amount: decimal((row) => row.withoutNetAmount),
  installment_interest_amount: decimal((row) => row.installmentInterestAmount),
  price_currency: (row) => row.priceCurrency,
  'stock_list.name': (row) => row.stockList,
  'price_list.name': (row) => row.priceList,
  created_date: date((row) => row.createdDate),
  modified_date: date((row) => row.modifiedDate),
  id: (row) => row.id,
  omnitron_id: (row) => row.omnitronId,
  parent_omnitron_id: (row) => row.parentOmnitronId,
}

/** A header and a line for each row, tab-separated. */
export function copiedRows(
  rows: readonly OrderItemRow[],
  shown: readonly SortColumn[],
  words: CopyWords,
): string {
  const ids = exportedIds(shown)
  return clipboardTable(
    ids.map((id) => words.headerOf(id)),
    rows.map((row) => ids.map((id) => readers[id]?.(row, words) ?? null)),
  )
}
