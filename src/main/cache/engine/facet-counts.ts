import { facetNames } from '../../../shared/item-filters.ts'
import type { FacetName, Facets, FacetValue } from '../../../shared/item-filters.ts'
import { valuesByCode } from './facet-values.ts'
import type { Names } from './item-orders.ts'
import type { ItemTable } from './item-table.ts'
import { presetStarts } from './local-days.ts'
import { noMatch } from './matches.ts'
import type { FilterFailures } from './matches.ts'
import { failsCreated, failsModified } from './ranges.ts'

/**
 * What each choice would leave: an item counts for a facet if it passes the search and every other filter.
 * Facet values are counted by profile, so that a look at an item costs the same however many facets there are.
 *
 * @param flags by slot: how the search alone hits it; null: there is no search
 */
export function countFacets(
  table: ItemTable,
  flags: Uint8Array | null,
  { facets, ranges }: FilterFailures,
  names: Names,
  now: Date,
): Facets {
  const { count, profile, profiles, createdUs, modifiedUs } = table
  const byProfile = new Uint32Array(profiles.count)
  const starts = Float64Array.from(presetStarts(now))
  const created = new Uint32Array(starts.length)
  const modified = new Uint32Array(starts.length)
  for (let slot = 0; slot < count; slot++) {
    if (flags && flags[slot] === noMatch) continue
    const outside = ranges ? (ranges[slot] ?? 0) : 0
    const one = profile[slot] ?? 0
    if (outside === 0) byProfile[one] = (byProfile[one] ?? 0) + 1
    if (facets && facets[one] !== 0) continue
    if ((outside & ~failsCreated) === 0) countDays(created, starts, createdUs[slot] ?? NaN)
    if ((outside & ~failsModified) === 0) countDays(modified, starts, modifiedUs[slot] ?? NaN)
  }
  return {
    values: valueCounts(table, byProfile, facets, names),
    createdDate: [...created],
    modifiedDate: [...modified],
  }
}

/** From the earliest beginning on: what is not after that one is after none. */
function countDays(counts: Uint32Array, starts: Float64Array, time: number): void {
  for (let at = starts.length - 1; at >= 0 && time >= (starts[at] ?? Infinity); at--)
    counts[at] = (counts[at] ?? 0) + 1
}

function valueCounts(
  { profiles }: ItemTable,
  byProfile: Uint32Array,
  failed: Uint8Array | null,
  names: Names,
): Facets['values'] {
  const counts = facetNames.map((name, place): [FacetName, Record<FacetValue, number>] => {
    const values = valuesByCode(profiles, name, names)
    const codes = profiles.codes[name]
    const found: Record<FacetValue, number> = {}
    // Failing this facet alone still counts: its own choice is set aside.
    const aside = ~(1 << place)
    for (let profile = 0; profile < byProfile.length; profile++) {
      const items = byProfile[profile] ?? 0
      if (items === 0 || ((failed?.[profile] ?? 0) & aside) !== 0) continue
      const value = values[codes[profile] ?? 0] ?? ''
      found[value] = (found[value] ?? 0) + items
    }
    return [name, found]
  })
  return Object.fromEntries(counts) as Facets['values']
}
