import type { SortColumn } from '../../../shared/item-query.ts'

/** How a column's cells are drawn. `code`: what a search may have hit in it is marked. */
export type CellKind = 'product' | 'order' | 'state' | 'code' | 'amount' | 'rate' | 'text' | 'date' | 'id'

export const cellKinds: Record<SortColumn, CellKind> = {
  product: 'product',
  order: 'order',
  sku: 'code',
  barcode: 'code',
  baseCode: 'code',
  state: 'state',
  netAmount: 'amount',
  price: 'amount',
  retailPrice: 'amount',
  discountAmount: 'amount',
  taxRate: 'rate',
  taxAmount: 'amount',
  withoutNetAmount: 'amount',
  installmentInterestAmount: 'amount',
  priceCurrency: 'text',
  stockList: 'text',
  priceList: 'text',
  createdDate: 'date',
  modifiedDate: 'date',
  id: 'id',
  omnitronId: 'id',
  parentOmnitronId: 'id',
}

/** Columns before those that a person arranges: the box to choose a row by, and its picture. */
export const fixedCells = ['box', 'picture'] as const
export type CellId = (typeof fixedCells)[number] | SortColumn
