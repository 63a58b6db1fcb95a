import { searchWords } from '../../../shared/text-folding.ts'
import { codeKey, compactCode } from './search-text.ts'

/** Words beyond these are not looked at: each has a bit in a 16-bit mask, beside the one for exact hits. */
const mostWords = 15

/** What a person typed, ready to be compared. */
export interface SearchTerms {
  /** Folded; an item must have, for each of them, a word that begins with it. */
  words: string[]
  /** All of it as one code, as typed and without leading zeros. */
  compact: string
  key: string
}

/** Null for a text without a letter or a digit: that is no search. */
export function parseSearch(search: string): SearchTerms | null {
  const words = searchWords(search).slice(0, mostWords)
  if (words.length === 0) return null
  return { words, compact: compactCode(search), key: codeKey(search) }
}

const prefix = (word: string): string => `"${word.replaceAll('"', '""')}"*`

/** FTS5 expression over `product_search` for one word; a zero-padded one also finds the code without zeros. */
export function productExpression(word: string): string {
  const bare = codeKey(word)
  return bare === word ? prefix(word) : `${prefix(word)} OR {codes} : ${prefix(bare)}`
}

/** FTS5 expression for the whole search as one code, for those who type or scan "869 0123 456". */
export function wholeCodeExpression({ compact, key }: SearchTerms): string {
  const forms = compact === key ? prefix(key) : `(${prefix(compact)} OR ${prefix(key)})`
  return `{codes} : ${forms}`
}

/** FTS5 expression over `item_text_search` for one word. */
export function itemTextExpression(word: string): string {
  const bare = codeKey(word)
  return bare === word ? prefix(word) : `${prefix(word)} OR ${prefix(bare)}`
}
