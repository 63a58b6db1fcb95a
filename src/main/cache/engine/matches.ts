import type { ItemTable } from './item-table.ts'

/** The bit of an exact hit; each word of a search has one of the bits below it. */
export const exactBit = 1 << 30

/** Which words of a search are where: a bit for each word. An item has a word if one of the three has it. */
export interface WordHits {
  /** All bits that an item must have. */
  all: number
  /** By the product's place in the table. */
  products: Uint32Array
  /** By the id of the item's text. */
  texts: Uint32Array
  /** By slot; null where no item is hit by a number of its own. */
  items: Uint32Array | null
}

/** What an item has to pass, beside the search. Null: everything passes. */
export interface FilterFailures {
  /** By profile: a bit for each facet that it fails. */
  facets: Uint8Array | null
  /** By slot: a bit for each range that it fails. */
  ranges: Uint8Array | null
}

export const noMatch = 0
export const match = 1
export const exactMatch = 2

export interface Matches {
  /** By slot: `noMatch`, `match` or `exactMatch`. Null: everything matches. */
  flags: Uint8Array | null
  total: number
  exact: number
}

export function findMatches(table: ItemTable, hits: WordHits | null, failures: FilterFailures): Matches {
  const { count } = table
  if (!hits && !failures.facets && !failures.ranges) return { flags: null, total: count, exact: 0 }
  const flags = hits ? searchFlags(table, hits) : new Uint8Array(count).fill(match)
  const { facets, ranges } = failures
  const { profile } = table
  if (facets) {
    for (let slot = 0; slot < count; slot++) if (facets[profile[slot] ?? 0] !== 0) flags[slot] = noMatch
  }
  if (ranges) {
    for (let slot = 0; slot < count; slot++) if (ranges[slot] !== 0) flags[slot] = noMatch
  }
  let [matched, exact] = [0, 0]
  for (let slot = 0; slot < count; slot++) {
    const flag = flags[slot] ?? noMatch
    matched += flag & match
    exact += flag >> 1
  }
  return { flags, total: matched + exact, exact }
}

/** By slot: how the search alone hits it. */
export function searchFlags(
  { count, product, text }: ItemTable,
  { all, products, texts, items }: WordHits,
): Uint8Array {
  const flags = new Uint8Array(count)
  for (let slot = 0; slot < count; slot++) {
    let bits = (products[product[slot] ?? 0] ?? 0) | (texts[text[slot] ?? 0] ?? 0)
    if (items) bits |= items[slot] ?? 0
    if ((bits & all) === all) flags[slot] = match
    if ((bits & exactBit) !== 0) flags[slot] = exactMatch
  }
  return flags
}
