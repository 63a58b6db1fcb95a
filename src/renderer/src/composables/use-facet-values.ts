import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { itemChanges, itemKinds, noValue } from '../../../shared/item-filters.ts'
import type { FacetName, FacetValue } from '../../../shared/item-filters.ts'
import type { OrderState } from '../../../shared/order-item.ts'
import { useFacets } from '../stores/facets.ts'
import { useItems } from '../stores/items.ts'
import { useSettings } from '../stores/settings.ts'
import { useFilterWords } from './use-filter-words.ts'

export interface FacetChoice {
  value: FacetValue
  words: string
  /** To be drawn as its chip. */
  state: OrderState | null
  isChosen: boolean
  /** Items that it would leave; null until it is counted. */
  count: number | null
}

/** Values that are always offered, in this order; those of all other facets are what the items have. */
const fixed: Partial<Record<FacetName, readonly FacetValue[]>> = {
  kind: itemKinds,
  picture: ['present', 'missing'],
  listing: ['listed', 'gone'],
  change: itemChanges,
}

/** The choices of a filter by value, with what each would leave. */
export function useFacetValues(name: () => FacetName): ComputedRef<FacetChoice[]> {
  const items = useItems()
  const facets = useFacets()
  const settings = useSettings()
  const { valueWords } = useFilterWords()

  /** A state that a search hides keeps its place: it is offered with a count of none. */
  function valuesOf(facet: FacetName): FacetValue[] {
    const known = fixed[facet] ?? []
    const states = facet === 'state' ? (items.summary?.states ?? []).map(({ key }) => key) : []
    const counted = Object.keys(facets.facets?.values[facet] ?? {})
    return [...new Set([...known, ...states, ...counted, ...items.query.filters[facet]])]
  }

  return computed(() => {
    const facet = name()
    const collator = new Intl.Collator(settings.language, { numeric: true })
    const states = new Map(items.summary?.states.map((one) => [one.key, one]))
    const counts = facets.facets?.values[facet]
    const choices = valuesOf(facet).map((value) => ({
      value,
      words: valueWords(facet, value),
      state: states.get(value)?.state ?? null,
      isChosen: items.query.filters[facet].includes(value),
      count: counts === undefined ? null : (counts[value] ?? 0),
    }))
    if (fixed[facet]) return choices
    // The most frequent states first: they are what is looked for. Lists by name, and "none" at the end.
    const weight = (value: FacetValue): number => states.get(value)?.count ?? 0
    return choices.sort(
      (a, b) =>
        Number(a.value === noValue) - Number(b.value === noValue) ||
        weight(b.value) - weight(a.value) ||
        collator.compare(a.words, b.words),
    )
  })
}
