import type { SearchField } from '../../../shared/item-query.ts'
import type { CodeField } from '../search/search-index.ts'
import type { SearchTerms } from '../search/search-words.ts'
import type { ItemOrders } from './item-orders.ts'
import type { ItemTable } from './item-table.ts'
import { exactBit } from './matches.ts'
import type { WordHits } from './matches.ts'
import { asNumber, beginningWith, withNumber } from './number-hits.ts'

/** What the search asks of the database: full-text indexes and order numbers. */
export interface HitSources {
  products(word: string): number[]
  productsByWholeCode(terms: SearchTerms): number[]
  productsByExactCode(key: string): { productId: number; field: CodeField }[]
  texts(word: string): number[]
  ordersByExactNumber(key: string): number[]
  ordersByNumber(word: string): number[]
}

/** What is named exactly, by field; products by place, items by slot. */
export interface ExactHits {
  products: Map<SearchField, number[]>
  items: Map<SearchField, number[]>
}

/** Collects which word of a search is where. */
export class HitCollector {
  readonly #table: ItemTable
  readonly #orders: ItemOrders
  readonly #sources: HitSources
  readonly #terms: SearchTerms
  readonly #products: Uint32Array
  readonly #texts: Uint32Array
  #items: Uint32Array | null = null
  readonly exact: ExactHits = { products: new Map(), items: new Map() }

  constructor(table: ItemTable, orders: ItemOrders, sources: HitSources, terms: SearchTerms) {
    this.#table = table
    this.#orders = orders
    this.#sources = sources
    this.#terms = terms
    this.#products = new Uint32Array(table.productIds.length)
    this.#texts = new Uint32Array(table.mostTextId + 1)
  }

  collect(): WordHits {
    const terms = this.#terms
    const all = 2 ** terms.words.length - 1
    terms.words.forEach((word, index) => this.#collectWord(word, 1 << index))
    if (terms.words.length > 1) {
      this.#hitProducts(this.#sources.productsByWholeCode(terms), all)
      this.#hitOrders(this.#sources.ordersByNumber(terms.compact), all)
    }
    this.#collectExact(terms.key, asNumber(terms.compact))
    return { all, products: this.#products, texts: this.#texts, items: this.#items }
  }

  #collectWord(word: string, bit: number): void {
    this.#hitProducts(this.#sources.products(word), bit)
    for (const id of this.#sources.texts(word)) this.#texts[id] = (this.#texts[id] ?? 0) | bit
    this.#hitOrders(this.#sources.ordersByNumber(word), bit)
    const number = asNumber(word)
    if (number === null) return
    for (const field of ['id', 'omnitronId', 'order'] as const) {
      this.#hitItems(beginningWith(this.#table, this.#orders, field, number), bit)
    }
  }

  #collectExact(key: string, number: number | null): void {
    for (const { productId, field } of this.#sources.productsByExactCode(key)) {
      const place = this.#table.placeOfProduct(productId)
      if (place === undefined) continue
      this.#products[place] = exactBit
      this.exact.products.set(field, [...(this.exact.products.get(field) ?? []), place])
    }
    for (const order of this.#sources.ordersByExactNumber(key)) {
      this.#exactItems('orderNumber', withNumber(this.#table, this.#orders, 'order', order))
    }
    if (number === null) return
    this.#exactItems('id', withNumber(this.#table, this.#orders, 'id', number))
    this.#exactItems('orderNumber', withNumber(this.#table, this.#orders, 'order', number))
    this.#exactItems('omnitronId', withNumber(this.#table, this.#orders, 'omnitronId', number))
  }

  #exactItems(field: SearchField, slots: Iterable<number>): void {
    const found = [...slots]
    if (found.length === 0) return
    this.#hitItems(found, exactBit)
    this.exact.items.set(field, [...(this.exact.items.get(field) ?? []), ...found])
  }

  #hitProducts(ids: readonly number[], bits: number): void {
    for (const id of ids) {
      const place = this.#table.placeOfProduct(id)
      if (place !== undefined) this.#products[place] = (this.#products[place] ?? 0) | bits
    }
  }

  #hitOrders(orders: readonly number[], bits: number): void {
    for (const order of orders) this.#hitItems(withNumber(this.#table, this.#orders, 'order', order), bits)
  }

  #hitItems(slots: Iterable<number>, bits: number): void {
    for (const slot of slots) {
      this.#items ??= new Uint32Array(this.#table.count)
      this.#items[slot] = (this.#items[slot] ?? 0) | bits
    }
  }
}
