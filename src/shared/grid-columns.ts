/** The columns that the grid can show, and what of them an export writes. */
import type { SortColumn } from './item-query.ts'

export interface GridColumn {
  id: SortColumn
  /** Ids of `itemColumns` that say in a file what the column says on screen. The first one names it. */
  exported: readonly [string, ...string[]]
  /** At the first start, CSS pixels. */
  width: number
  align: 'start' | 'end'
}

const column = (
  id: SortColumn,
  exported: GridColumn['exported'],
  width: number,
  align: GridColumn['align'] = 'start',
): GridColumn => ({ id, exported, width, align })

/** In the order in which they are offered. An amount takes its currency along into a file. */
export const gridColumns: readonly GridColumn[] = [
  column('product', ['product.name'], 300),
  column('order', ['order', 'order_number'], 96),
  column('sku', ['product.sku'], 124),
  column('barcode', ['product.barcode'], 124),
  column('baseCode', ['product.base_code'], 110),
  column('state', ['state.name'], 172),
  column('netAmount', ['net_amount', 'price_currency'], 96, 'end'),
  column('price', ['price', 'price_currency'], 96, 'end'),
  column('retailPrice', ['retail_price', 'price_currency'], 96, 'end'),
  column('discountAmount', ['discount_amount', 'price_currency'], 96, 'end'),
  column('taxRate', ['tax_rate'], 80, 'end'),
  column('taxAmount', ['tax_amount', 'price_currency'], 96, 'end'),
  column('withoutNetAmount', ['without_net_amount', 'price_currency'], 110, 'end'),
  column('installmentInterestAmount', ['installment_interest_amount', 'price_currency'], 110, 'end'),
  column('priceCurrency', ['price_currency'], 80),
  column('stockList', ['stock_list.name'], 130),
  column('priceList', ['price_list.name'], 130),
  column('createdDate', ['created_date'], 84),
  column('modifiedDate', ['modified_date'], 84),
  column('id', ['id'], 84),
  column('omnitronId', ['omnitron_id'], 90),
  column('parentOmnitronId', ['parent_omnitron_id'], 110),
]

const byId = new Map(gridColumns.map((one) => [one.id, one]))

export function gridColumn(id: SortColumn): GridColumn {
  const found = byId.get(id)
  if (!found) throw new RangeError(`no column ${id}`)
  return found
}

/** What an export writes of columns of the grid, in their order, each once. */
export const exportedIds = (shown: readonly SortColumn[]): string[] => [
  ...new Set(shown.flatMap((id) => gridColumn(id).exported)),
]

/** A column on screen. */
export interface VisibleColumn {
  id: SortColumn
  /** CSS pixels; null: as it was at first. */
  width: number | null
}

export const narrowestColumn = 48
export const widestColumn = 1200

/** What the grid shows until somebody chooses. */
export const standardColumns: readonly VisibleColumn[] = (
  ['product', 'order', 'sku', 'state', 'netAmount', 'modifiedDate'] as const
).map((id) => ({ id, width: null }))
