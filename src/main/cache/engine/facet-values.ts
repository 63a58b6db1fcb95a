import { facetNames, noValue } from '../../../shared/item-filters.ts'
import type { FacetName, FacetValue, ItemFilters } from '../../../shared/item-filters.ts'
import { stateKey } from '../../../shared/order-state.ts'
import type { Names } from './item-orders.ts'
import { closedFacets } from './profiles.ts'
import type { Profiles } from './profiles.ts'

/** What the codes of a facet are called in a query. */
export function valuesByCode(profiles: Profiles, facet: FacetName, { states }: Names): FacetValue[] {
  switch (facet) {
    case 'state':
      return profiles.states.values.map((id) => {
        if (id === null) return noValue
        const state = states.get(id)
        return state ? stateKey(state) : `#${id}`
      })
    case 'stockList':
      return profiles.stockLists.values.map((pk) => (pk === null ? noValue : String(pk)))
    case 'priceList':
      return profiles.priceLists.values.map((pk) => (pk === null ? noValue : String(pk)))
    case 'priceCurrency':
      return profiles.currencies.values.map((code) => code ?? noValue)
    default:
      return [...closedFacets[facet]]
  }
}

/** By profile: a bit for each facet whose choice it fails, in the order of `facetNames`; null: nothing is chosen. */
export function failedFacets(profiles: Profiles, filters: ItemFilters, names: Names): Uint8Array | null {
  if (facetNames.every((name) => filters[name].length === 0)) return null
  const failed = new Uint8Array(profiles.count)
  for (const [place, name] of facetNames.entries()) {
    const chosen = new Set(filters[name])
    if (chosen.size === 0) continue
    const passes = valuesByCode(profiles, name, names).map((value) => chosen.has(value))
    const codes = profiles.codes[name]
    for (let profile = 0; profile < failed.length; profile++) {
      if (passes[codes[profile] ?? 0] !== true) failed[profile] = (failed[profile] ?? 0) | (1 << place)
    }
  }
  return failed
}
