/** The filters that the bar offers, in its order. */
import { facetNames, noFilters } from '../../../shared/item-filters.ts'
import type { FacetName, ItemFilters } from '../../../shared/item-filters.ts'

export type FilterName = keyof ItemFilters

/** Always in the bar. */
export const chiefFilters: readonly FilterName[] = [
  'state',
  'stockList',
  'priceList',
  'createdDate',
  'netAmount',
  'priceCurrency',
]
/** In the bar only while they are set. */
export const otherFilters: readonly FilterName[] = ['modifiedDate', 'kind', 'picture', 'listing', 'change']

export const isFacet = (name: FilterName): name is FacetName => facetNames.some((one) => one === name)

export function isSet(filters: ItemFilters, name: FilterName): boolean {
  const value = filters[name]
  return Array.isArray(value) ? value.length > 0 : value !== null
}

/** The filters with one of them taken away. */
export const without = (filters: ItemFilters, name: FilterName): ItemFilters => ({
  ...filters,
  [name]: noFilters[name],
})
