/** The filters of the contract over rows in memory, in the plainest way: what the worker must agree with. */
import { dayPresets, facetNames, noValue } from '../../src/shared/item-filters.ts'
import type { AmountFilter, DateFilter, Facets, ItemFilters } from '../../src/shared/item-filters.ts'
import type { FacetName, FacetValue } from '../../src/shared/item-filters.ts'
import type { OrderItemRow } from '../../src/shared/item-query.ts'
import { compareDecimals } from '../../src/shared/money.ts'
import type { Decimal, IsoDate, ItemList } from '../../src/shared/order-item.ts'
import { stateKey } from '../../src/shared/order-state.ts'
import { fakePriceLists, fakeStates, fakeStockLists } from './fake-catalogue.ts'

const keyOfState = new Map(fakeStates.map((state) => [state.id, stateKey(state)]))
export const stateKeyOf = (row: OrderItemRow): string => keyOfState.get(row.stateId ?? -1) ?? noValue

const pkOf = (lists: readonly ItemList[], name: string | null): FacetValue =>
  String(lists.find((list) => (list.name ?? list.code) === name)?.pk ?? noValue)

const valueOf: Record<FacetName, (row: OrderItemRow) => FacetValue> = {
  state: stateKeyOf,
  stockList: (row) => pkOf(fakeStockLists, row.stockList),
  priceList: (row) => pkOf(fakePriceLists, row.priceList),
  priceCurrency: (row) => row.priceCurrency ?? noValue,
  kind: (row) => (row.bundlePartCount > 0 ? 'bundle' : row.parentOmnitronId === null ? 'single' : 'part'),
  picture: (row) => (row.imageId === null ? 'missing' : 'present'),
  listing: (row) => (row.gone ? 'gone' : 'listed'),
  change: (row) => row.change,
}

/** A moment's local day: "2026-11-25". */
function localDay(moment: Date): string {
  const pad = (part: number): string => String(part).padStart(2, '0')
  return `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
}

function isIn(date: IsoDate | null, filter: DateFilter | null): boolean {
  if (filter === null) return true
  if (date === null) return false
  const day = localDay(new Date(date))
  if ('days' in filter) {
    const first = new Date()
    first.setDate(first.getDate() - filter.days + 1)
    return day >= localDay(first)
  }
  return (filter.from === null || day >= filter.from) && (filter.to === null || day <= filter.to)
}

function isBetween(amount: Decimal | null, filter: AmountFilter | null): boolean {
  if (filter === null) return true
  if (amount === null) return false
  const { from, to } = filter
  return (
    (from === null || compareDecimals(amount, from) >= 0) && (to === null || compareDecimals(amount, to) <= 0)
  )
}

/** Whether a row passes all filters but one. */
export function passes(row: OrderItemRow, filters: ItemFilters, except?: keyof ItemFilters): boolean {
  const isAmong = (name: FacetName): boolean =>
    name === except || filters[name].length === 0 || filters[name].includes(valueOf[name](row))
  return (
    facetNames.every(isAmong) &&
    (except === 'createdDate' || isIn(row.createdDate, filters.createdDate)) &&
    (except === 'modifiedDate' || isIn(row.modifiedDate, filters.modifiedDate)) &&
    (except === 'netAmount' || isBetween(row.netAmount, filters.netAmount))
  )
}

function countsOf(name: FacetName, rows: readonly OrderItemRow[], filters: ItemFilters) {
  const counts: Record<FacetValue, number> = {}
  for (const row of rows) {
    if (!passes(row, filters, name)) continue
    const value = valueOf[name](row)
    counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

/** What each choice would leave of the rows that the search found. */
export function facetsOf(rows: readonly OrderItemRow[], filters: ItemFilters): Facets {
  const lastDays = (field: 'createdDate' | 'modifiedDate'): number[] =>
    dayPresets.map(
      (days) => rows.filter((row) => passes(row, filters, field) && isIn(row[field], { days })).length,
    )
  return {
    values: Object.fromEntries(
      facetNames.map((name) => [name, countsOf(name, rows, filters)]),
    ) as Facets['values'],
    createdDate: lastDays('createdDate'),
    modifiedDate: lastDays('modifiedDate'),
  }
}
