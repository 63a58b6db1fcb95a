import type { OrderItemRow, SearchField } from '../../../shared/item-query.ts'
import { searchWords } from '../../../shared/text-folding.ts'
import { codeKey, codeWords } from './search-text.ts'
import type { SearchTerms } from './search-words.ts'

const textOf = (value: number | null): string | null => (value === null ? null : String(value))

/**
 * Which field of a row a search hit: a code that it names exactly, else the first field that has all of its
 * words, else the first that has one of them. What no visible field has is in an attribute.
 */
export function matchedField(row: OrderItemRow, terms: SearchTerms): SearchField {
  const codes: [SearchField, (string | null)[]][] = [
    ['orderNumber', [row.orderNumber, textOf(row.order)]],
    ['sku', [row.sku]],
    ['barcode', [row.barcode]],
    ['id', [textOf(row.id)]],
    ['omnitronId', [textOf(row.omnitronId)]],
    ['baseCode', [row.baseCode]],
  ]
  for (const [field, values] of codes) {
    if (values.some((value) => value !== null && codeKey(value) === terms.key)) return field
  }
  const fields: [SearchField, string[]][] = [
    ['name', searchWords(row.productName ?? '')],
    ...codes.map(([field, values]): [SearchField, string[]] => [field, codeWords(values).split(' ')]),
  ]
  const begins = (values: string[], word: string) => values.some((value) => value.startsWith(word))
  const hasCode = fields.find(([field, values]) => field !== 'name' && begins(values, terms.key))
  if (hasCode) return hasCode[0]
  const has = (word: string) => (values: string[]) => begins(values, word) || begins(values, codeKey(word))
  const all = fields.find(([, values]) => terms.words.every((word) => has(word)(values)))
  const some = fields.find(([, values]) => terms.words.some((word) => has(word)(values)))
  return (all ?? some)?.[0] ?? 'attribute'
}
