/** What can be asked to be left out of the list, beside the search. */
import type { Decimal } from './order-item.ts'

/**
 * Filters by value. An item passes where its value is among the chosen ones, or where none is chosen.
 *
 * | facet | values |
 * |---|---|
 * | state | `StateKey` |
 * | stockList, priceList | the list's `pk` |
 * | priceCurrency | ISO 4217, as the item has it |
 * | kind | `single`, `bundle` (others name it as their bundle), `part` (of a bundle) |
 * | picture | `present`, `missing` (neither of the item nor of its product) |
 * | listing | `listed`, `gone` (the OMS no longer lists it) |
 * | change | `new`, `changed` (by the newest sync), `same` |
 *
 * `noValue` stands for items that have none of it.
 */
export const facetNames = [
  'state',
  'stockList',
  'priceList',
  'priceCurrency',
  'kind',
  'picture',
  'listing',
  'change',
] as const
export type FacetName = (typeof facetNames)[number]
export type FacetValue = string
export const noValue: FacetValue = ''

/** What an item is in its order. */
export const itemKinds = ['single', 'bundle', 'part'] as const

/** What the newest sync did to an item. The first walk of all is where everything begins: it changes nothing. */
export const itemChanges = ['new', 'changed', 'same'] as const
export type ItemChange = (typeof itemChanges)[number]

/** A calendar day of this computer: "2026-11-25". */
export type LocalDay = string

/** The last so many local days, today included; or from one day to another, both included. */
export type DateFilter = { days: number } | { from: LocalDay | null; to: LocalDay | null }

/** Days of `DateFilter` that are offered by a press, and counted. */
export const dayPresets = [1, 7, 30, 90] as const

/** Both ends included, compared exactly. Amounts of other currencies are not converted. */
export interface AmountFilter {
  from: Decimal | null
  to: Decimal | null
}

export type ItemFilters = Record<FacetName, FacetValue[]> & {
  createdDate: DateFilter | null
  modifiedDate: DateFilter | null
  netAmount: AmountFilter | null
}

export const noFilters: ItemFilters = {
  state: [],
  stockList: [],
  priceList: [],
  priceCurrency: [],
  kind: [],
  picture: [],
  listing: [],
  change: [],
  createdDate: null,
  modifiedDate: null,
  netAmount: null,
}

/** How many filters are set. */
export function filterCount(filters: ItemFilters): number {
  const { createdDate, modifiedDate, netAmount } = filters
  const ranges = [createdDate, modifiedDate, netAmount].filter((range) => range !== null).length
  return facetNames.filter((name) => filters[name].length > 0).length + ranges
}

/** How many items each choice would leave: its own filter set aside, the search and all other filters kept. */
export interface Facets {
  /** Values without items are left out. */
  values: Record<FacetName, Record<FacetValue, number>>
  /** By place in `dayPresets`. */
  createdDate: number[]
  modifiedDate: number[]
}
