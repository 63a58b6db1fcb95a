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

export const noMatch = 0
export const match = 1
export const exactMatch = 2

export interface Matches {
  /** By slot: `noMatch`, `match` or `exactMatch`. Null: everything matches. */
  flags: Uint8Array | null
  /** By the state's place in the table. */
  stateCounts: Uint32Array
}

export function findMatches(table: ItemTable, hits: WordHits | null): Matches {
  const { count, state, product, text } = table
  const stateCounts = new Uint32Array(table.stateIds.length)
  const countState = (slot: number) => {
    const place = state[slot] ?? 0
    stateCounts[place] = (stateCounts[place] ?? 0) + 1
  }
  if (!hits) {
    for (let slot = 0; slot < count; slot++) countState(slot)
    return { flags: null, stateCounts }
  }
  const flags = new Uint8Array(count)
  const { all, products, texts, items } = hits
  for (let slot = 0; slot < count; slot++) {
    const bits =
      (products[product[slot] ?? -1] ?? 0) | (texts[text[slot] ?? 0] ?? 0) | (items ? (items[slot] ?? 0) : 0)
    if ((bits & exactBit) !== 0) flags[slot] = exactMatch
    else if ((bits & all) === all) flags[slot] = match
    else continue
    countState(slot)
  }
  return { flags, stateCounts }
}
