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
  let [total, exact] = [0, 0]
  for (let slot = 0; slot < count; slot++) {
    const flag = flags[slot] ?? noMatch
    if (flag === noMatch) continue
    if ((facets && facets[profile[slot] ?? 0] !== 0) || (ranges && ranges[slot] !== 0)) flags[slot] = noMatch
    else {
      total++
      if (flag === exactMatch) exact++
    }
  }
  return { flags, total, exact }
}

/** What the search alone finds. */
export function searchMatches(table: ItemTable, hits: WordHits): Matches & { flags: Uint8Array } {
  const { all, products, texts, items } = hits
  const { count, product, text } = table
  const flags = new Uint8Array(count)
  let [total, exact] = [0, 0]
  if (!texts && !items) {
    // Most searches end here: then each product is decided once, and its items follow.
    const flagOf = products.map((bits) => flagOfBits(bits, all))
    for (let slot = 0; slot < count; slot++) {
      const flag = flagOf[product[slot] ?? 0] ?? noMatch
      flags[slot] = flag
      total += flag === noMatch ? 0 : 1
      exact += flag >> 1
    }
    return { flags, total, exact }
  }
  for (let slot = 0; slot < count; slot++) {
    let bits = products[product[slot] ?? 0] ?? 0
    if (texts) bits |= texts[text[slot] ?? 0] ?? 0
    if (items) bits |= items[slot] ?? 0
    const flag = flagOfBits(bits, all)
    flags[slot] = flag
    total += flag === noMatch ? 0 : 1
    exact += flag >> 1
  }
  return { flags, total, exact }
}

const flagOfBits = (bits: number, all: number): number =>
  bits >= exactBit ? exactMatch : (bits & all) === all ? match : noMatch
