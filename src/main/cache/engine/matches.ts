import type { ItemTable } from './item-table.ts'

/** Each word of a search has one of the bits below this one, which marks an exact hit. */
export const mostBits = 15
export const exactBit = 1 << mostBits

/** Which words of a search are where: a bit for each word. An item has a word if one of the three has it. */
export interface WordHits {
  /** All bits that an item must have. */
  all: number
  /** By the product's place in the table. */
  products: Uint16Array
  /** By the id of the item's text; null where no text is hit. */
  texts: Uint16Array | null
  /** By slot; null where no item is hit by a number of its own. */
  items: Uint16Array | null
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
  const { count, profile } = table
  const { facets, ranges } = failures
  if (!hits && !facets && !ranges) return { flags: null, total: count, exact: 0 }
  const searched = hits ? searchMatches(table, hits) : null
  if (searched && !facets && !ranges) return searched
  const flags = searched?.flags ?? new Uint8Array(count).fill(match)
  // All bits where an item passes: what it is stays then, else it becomes no match.
  const passes = facets && facets.map((failed) => (failed === 0 ? 0xff : 0))
  let [matched, exact] = [0, 0]
  for (let slot = 0; slot < count; slot++) {
    let flag = flags[slot] ?? noMatch
    if (passes) flag &= passes[profile[slot] ?? 0] ?? 0
    // Minus one has all bits; the ranges that an item fails are numbered below 256.
    if (ranges) flag &= ((ranges[slot] ?? 0) - 1) >> 8
    flags[slot] = flag
    matched += flag & match
    exact += flag >> 1
  }
  return { flags, total: matched + exact, exact }
}

/**
 * What the search alone finds. There is no branch in the loops: whether an item is hit is anybody's guess, and a
 * processor that guesses wrong for every second one of a million takes three times as long.
 */
export function searchMatches(table: ItemTable, hits: WordHits): Matches & { flags: Uint8Array } {
  const { products, texts, items } = hits
  const { count, product, text } = table
  const flags = new Uint8Array(count)
  const flagOf = flagsByBits(hits.all)
  let [matched, exact] = [0, 0]
  if (!texts && !items) {
    // Most searches end here: then each product is decided once, and its items follow.
    const flagOfProduct = Uint8Array.from(products, (bits) => flagOf[bits] ?? noMatch)
    for (let slot = 0; slot < count; slot++) {
      const flag = flagOfProduct[product[slot] ?? 0] ?? noMatch
      flags[slot] = flag
      matched += flag & match
      exact += flag >> 1
    }
    return { flags, total: matched + exact, exact }
  }
  for (let slot = 0; slot < count; slot++) {
    let bits = products[product[slot] ?? 0] ?? 0
    if (texts) bits |= texts[text[slot] ?? 0] ?? 0
    if (items) bits |= items[slot] ?? 0
    const flag = flagOf[bits] ?? noMatch
    flags[slot] = flag
    matched += flag & match
    exact += flag >> 1
  }
  return { flags, total: matched + exact, exact }
}

/** What each combination of bits comes to. */
function flagsByBits(all: number): Uint8Array {
  const flags = new Uint8Array(exactBit * 2).fill(exactMatch, exactBit)
  for (let bits = all; bits < exactBit; bits = (bits + 1) | all) flags[bits] = match
  return flags
}
