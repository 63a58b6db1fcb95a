import type { SearchField } from '../../../shared/item-query.ts'
import type { CodeField } from '../search/search-index.ts'
import type { SearchTerms } from '../search/search-words.ts'
import type { ItemOrders } from './item-orders.ts'
import type { ItemTable } from './item-table.ts'
import { exactBit } from './matches.ts'
import type { WordHits } from './matches.ts'
import { asNumber, beginningWith, numberFields, withNumber } from './number-hits.ts'
import type { WordPlaces, WordSources } from './word-places.ts'

/** What the search asks of the database: full-text indexes and order numbers. */
export interface HitSources extends WordSources {
  productsByWholeCode(terms: SearchTerms): number[]
  productsByExactCode(key: string): { productId: number; field: CodeField }[]
  ordersByExactNumber(key: string): number[]
  ordersByNumber(word: string): number[]
}

/** What is named exactly, by field; products by place, items by slot. */
export interface ExactHits {
  products: Map<SearchField, number[]>
  items: Map<SearchField, number[]>
}

export interface HitContext {
  table: ItemTable
  orders: ItemOrders
  sources: HitSources
  words: WordPlaces
}

/** Collects which word of a search is where. */
export class HitCollector {
  readonly #context: HitContext
  readonly #terms: SearchTerms
  readonly #products: Uint16Array
  #texts: Uint16Array | null = null
  #items: Uint16Array | null = null
  readonly exact: ExactHits = { products: new Map(), items: new Map() }

  constructor(context: HitContext, terms: SearchTerms) {
    this.#context = context
    this.#terms = terms
    this.#products = new Uint16Array(context.table.products.size)
  }

  collect(): WordHits {
    const terms = this.#terms
    const { sources } = this.#context
    const all = 2 ** terms.words.length - 1
    terms.words.forEach((word, index) => this.#collectWord(word, 1 << index))
    if (terms.words.length > 1) {
      this.#hitProducts(sources.productsByWholeCode(terms), all)
      this.#hitOrders(sources.ordersByNumber(terms.compact), all)
    }
    this.#collectExact(terms.key, asNumber(terms.compact))
    return { all, products: this.#products, texts: this.#texts, items: this.#items }
  }

  #collectWord(word: string, bit: number): void {
    const { table, orders, sources, words } = this.#context
    mark(this.#products, words.products(word), bit)
    this.#hitTexts(words.texts(word), bit)
    this.#hitOrders(sources.ordersByNumber(word), bit)
    const number = asNumber(word)
    if (number === null) return
    for (const field of numberFields) {
      for (const run of beginningWith(table, orders, field, number)) this.#hitItems(run, bit)
    }
  }

  #collectExact(key: string, number: number | null): void {
    const { table, orders, sources } = this.#context
    for (const { productId, field } of sources.productsByExactCode(key)) {
      const place = table.products.places.find(productId)
      if (place === undefined) continue
      this.#products[place] = exactBit
      this.exact.products.set(field, [...(this.exact.products.get(field) ?? []), place])
    }
    for (const order of sources.ordersByExactNumber(key)) {
      this.#exactItems('orderNumber', withNumber(table, orders, 'order', order))
    }
    if (number === null) return
    this.#exactItems('id', withNumber(table, orders, 'id', number))
    this.#exactItems('orderNumber', withNumber(table, orders, 'order', number))
    this.#exactItems('omnitronId', withNumber(table, orders, 'omnitronId', number))
  }

  #exactItems(field: SearchField, slots: Uint32Array): void {
    if (slots.length === 0) return
    this.#hitItems(slots, exactBit)
    this.exact.items.set(field, [...(this.exact.items.get(field) ?? []), ...slots])
  }

  #hitProducts(ids: readonly number[], bits: number): void {
    for (const id of ids) {
      const place = this.#context.table.products.places.find(id)
      if (place !== undefined) this.#products[place] = (this.#products[place] ?? 0) | bits
    }
  }

  #hitTexts(ids: Uint32Array, bit: number): void {
    if (ids.length === 0) return
    this.#texts ??= new Uint16Array(this.#context.table.mostTextId + 1)
    mark(this.#texts, ids, bit)
  }

  #hitOrders(ids: readonly number[], bits: number): void {
    const { table, orders } = this.#context
    for (const id of ids) this.#hitItems(withNumber(table, orders, 'order', id), bits)
  }

  #hitItems(slots: Uint32Array, bits: number): void {
    if (slots.length === 0) return
    this.#items ??= new Uint16Array(this.#context.table.count)
    mark(this.#items, slots, bits)
  }
}

function mark(marks: Uint16Array, places: Uint32Array, bits: number): void {
  for (let at = 0; at < places.length; at++) {
    const place = places[at] ?? 0
    marks[place] = (marks[place] ?? 0) | bits
  }
}
