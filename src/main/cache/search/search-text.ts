import type { JsonValue } from '../../../shared/json.ts'
import type { AttributeValue, OrderItem, Product } from '../../../shared/order-item.ts'
import { fold, searchWords } from '../../../shared/text-folding.ts'

const betweenWords = /[^\p{L}\p{N}]+/gu

/** A code for comparison: folded, without spaces and marks: "869 0123-4" is "86901234". */
export function compactCode(code: string): string {
  return fold(code).replace(betweenWords, '')
}

/** A code for exact hits: also without the zeros that spreadsheets and scanners put before it or take away. */
export function codeKey(code: string): string {
  return compactCode(code).replace(/^0+(?=.)/, '')
}

/** All forms of the codes that a typed word may begin: their words, and each as one word, padded or not. */
export function codeWords(codes: readonly (string | null)[]): string {
  const words = new Set<string>()
  for (const code of codes) {
    if (code === null) continue
    for (const word of searchWords(code)) words.add(word)
    words.add(compactCode(code))
    words.add(codeKey(code))
  }
  words.delete('')
  return [...words].join(' ')
}

function* textsOf(value: JsonValue): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'number') yield String(value)
  else if (Array.isArray(value)) for (const one of value) yield* textsOf(one)
  else if (value !== null && typeof value === 'object')
    for (const one of Object.values(value)) yield* textsOf(one)
}

function* attributeTexts(attributes: JsonValue, labelled: Record<string, AttributeValue>): Generator<string> {
  yield* textsOf(attributes)
  for (const { label, value } of Object.values(labelled)) {
    if (label !== null) yield label
    yield* textsOf(value)
  }
}

function distinctWords(texts: Iterable<string>): string {
  const words = new Set<string>()
  for (const text of texts) for (const word of searchWords(text)) words.add(word)
  return [...words].join(' ')
}

/** What a product is found by, beside its codes: the folded words of its name and attributes. */
export function productWords(product: Product): string {
  return distinctWords([
    product.name ?? '',
    ...attributeTexts(product.attributes, product.attributesKwargs),
    ...textsOf(product.extraAttributes),
  ])
}

/** The folded words of an item's own attributes; empty for most. */
export function itemWords(item: Pick<OrderItem, 'attributes' | 'attributesKwargs'>): string {
  const texts = [...attributeTexts(item.attributes, item.attributesKwargs)]
  // An attribute such as a SKU is also found as one word, without its marks.
  return texts.length === 0 ? '' : [distinctWords(texts), codeWords(texts)].filter(Boolean).join(' ')
}
