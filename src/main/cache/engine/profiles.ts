import { facetNames, itemChanges, itemKinds } from '../../../shared/item-filters.ts'
import type { FacetName } from '../../../shared/item-filters.ts'
import { takeColumn, takeList } from './engine-parts.ts'
import type { EngineParts } from './engine-parts.ts'
import { Places } from './places.ts'

/** A number for each value of a facet: a place in `Profiles`' lists, or in the lists below. */
export type FacetCodes = Readonly<Record<FacetName, number>>

/** What the codes of the closed facets stand for. */
export const closedFacets = {
  kind: itemKinds,
  picture: ['present', 'missing'],
  listing: ['listed', 'gone'],
  change: itemChanges,
} as const satisfies Partial<Record<FacetName, readonly string[]>>

/**
 * The different combinations of facet values that items have. There are some thousands of them where there are a
 * million items: a filter is decided once for each combination, and counts come from how often each occurs.
 */
export class Profiles {
  readonly states = new Places<number>()
  readonly stockLists = new Places<number>()
  readonly priceLists = new Places<number>()
  readonly currencies = new Places<string>()
  /** By profile. */
  readonly codes: Readonly<Record<FacetName, number[]>> = {
    state: [],
    stockList: [],
    priceList: [],
    priceCurrency: [],
    kind: [],
    picture: [],
    listing: [],
    change: [],
  }
  /** A step for each facet: the combination so far and the next code lead to the next combination. */
  readonly #steps = facetNames.map(() => new Map<number, number>())
  readonly #reached = facetNames.map(() => 0)

  /** How many there are. */
  get count(): number {
    return this.codes.state.length
  }

  of(codes: FacetCodes): number {
    let combination = 0
    for (let step = 0; step < facetNames.length; step++) {
      const name = facetNames[step] ?? 'state'
      combination = this.#next(step, combination, codes[name])
    }
    if (combination === this.count) for (const name of facetNames) this.codes[name].push(codes[name])
    return combination
  }

  /** The profile that differs from this one in one facet alone. */
  with(profile: number, facet: FacetName, code: number): number {
    if (this.codes[facet][profile] === code) return profile
    const codes = Object.fromEntries(facetNames.map((name) => [name, this.codes[name][profile] ?? 0]))
    return this.of({ ...(codes as FacetCodes), [facet]: code })
  }

  save(parts: EngineParts): void {
    parts.values.set('profiles.states', this.states.values)
    parts.values.set('profiles.stockLists', this.stockLists.values)
    parts.values.set('profiles.priceLists', this.priceLists.values)
    parts.values.set('profiles.currencies', this.currencies.values)
    for (const name of facetNames) parts.columns.set(`profiles.${name}`, Uint32Array.from(this.codes[name]))
  }

  /** @throws BrokenParts */
  restore(parts: EngineParts): void {
    this.states.restore(takeList<number | null>(parts, 'profiles.states'))
    this.stockLists.restore(takeList<number | null>(parts, 'profiles.stockLists'))
    this.priceLists.restore(takeList<number | null>(parts, 'profiles.priceLists'))
    this.currencies.restore(takeList<string | null>(parts, 'profiles.currencies'))
    const columns = facetNames.map((name) => takeColumn(parts, `profiles.${name}`, 'uint32'))
    const count = columns[0]?.length ?? 0
    for (let profile = 0; profile < count; profile++) {
      const codes = facetNames.map((name, place) => [name, columns[place]?.[profile] ?? 0])
      this.of(Object.fromEntries(codes) as FacetCodes)
    }
  }

  #next(step: number, combination: number, code: number): number {
    const known = this.#steps[step]
    // Both are far below 2^26, so that the key is exact.
    const key = combination * 0x400_0000 + code
    const found = known?.get(key)
    if (found !== undefined) return found
    const next = this.#reached[step] ?? 0
    this.#reached[step] = next + 1
    known?.set(key, next)
    return next
  }
}
