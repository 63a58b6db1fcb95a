import type { Facets } from '../../../shared/item-filters.ts'
import type { ItemQuery, SortColumn } from '../../../shared/item-query.ts'
import type { ItemAmounts, ItemKeys, ProductKeys } from '../item-keys.ts'
import type { SearchTerms } from '../search/search-words.ts'
import type { ReadAmounts } from './amount-columns.ts'
import { exactItem } from './exact-item.ts'
import type { EngineParts } from './engine-parts.ts'
import { countFacets } from './facet-counts.ts'
import { failedFacets } from './facet-values.ts'
import { ItemOrders } from './item-orders.ts'
import type { Names } from './item-orders.ts'
import { ItemTable } from './item-table.ts'
import { findMatches, searchMatches } from './matches.ts'
import type { FilterFailures } from './matches.ts'
import { orderedSlots } from './ordered-slots.ts'
import { productTexts } from './product-table.ts'
import { failedRanges } from './ranges.ts'
import { HitCollector } from './search-hits.ts'
import type { HitSources } from './search-hits.ts'
import { Selection } from './selection.ts'
import { WordPlaces } from './word-places.ts'

export interface EngineSources extends HitSources {
  /** Tells every item's amount of a kind that was not asked for until now. */
  readAmounts: ReadAmounts
}

/** A query with all that it is understood by. */
export interface Question {
  query: ItemQuery
  terms: SearchTerms | null
  names: Names
  now: Date
}

export interface Found {
  /** All that match, in order. */
  slots: Uint32Array
  exactItemId: number | null
}

/** Sorted ahead, because they are asked for most. */
const usualOrders: SortColumn[] = [
  'modifiedDate',
  'id',
  'order',
  'omnitronId',
  'createdDate',
  'netAmount',
  'state',
  'product',
  'sku',
]
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
/** Texts compared at a time while nobody asks: some 30 ms. */
const ranksAtATime = 2000

/** Answers queries from memory: the database is asked for words alone. */
export class Engine {
  readonly #table: ItemTable
  readonly #orders: ItemOrders
  readonly #sources: HitSources
  readonly #words: WordPlaces
  readonly selection: Selection

  constructor(sources: EngineSources) {
    this.#sources = sources
    this.#table = new ItemTable(sources.readAmounts)
    this.#orders = new ItemOrders(this.#table)
    this.#words = new WordPlaces(sources, this.#table.products)
    this.selection = new Selection(this.#table)
  }

  reserve(items: number): void {
    this.#table.reserve(items)
  }

  putItem(keys: ItemKeys, amounts: ItemAmounts): void {
    this.#orders.touch(this.#table.put(keys, amounts))
  }

  putProduct(keys: ProductKeys): void {
    if (this.#table.putProduct(keys)) this.#orders.productsChanged()
  }

  /** Words of products or items were written. */
  wordsChanged(): void {
    this.#words.forget()
  }

  setListed(itemIds: readonly number[], isListed: boolean): void {
    for (const slot of this.slotsOf(itemIds)) this.#table.setListed(slot, isListed)
  }

  markChanged(itemIds: readonly number[]): void {
    for (const slot of this.slotsOf(itemIds)) this.#table.setChange(slot, 'changed')
  }

  forgetChanges(): void {
    this.#table.forgetChanges()
  }

  find(question: Question): Found {
    const { query, terms } = question
    const table = this.#ready(question)
    const hits = terms && this.#hitsOf(terms)
    const matches = findMatches(table, hits && hits.collect(), this.#failuresOf(question))
    return {
      slots: orderedSlots(table, this.#orders, matches, query.sort),
      exactItemId: hits && exactItem(table, hits.exact),
    }
  }

  count(question: Question): number {
    const table = this.#ready(question)
    const hits = question.terms && this.#hitsOf(question.terms).collect()
    return findMatches(table, hits, this.#failuresOf(question)).total
  }

  facets(question: Question): Facets {
    const { terms, names, now } = question
    const table = this.#ready(question)
    const flags = terms && searchMatches(table, this.#hitsOf(terms).collect()).flags
    return countFacets(table, flags, this.#failuresOf(question), names, now)
  }

  idsOf(slots: Iterable<number>): number[] {
    return Array.from(slots, (slot) => this.#table.id[slot] ?? 0)
  }

  slotsOf(itemIds: Iterable<number>): Uint32Array {
    const slots: number[] = []
    for (const id of itemIds) {
      const slot = this.#table.slotOf(id)
      if (slot !== undefined) slots.push(slot)
    }
    return Uint32Array.from(slots)
  }

  /** Ids of the different products of these items. */
  productsOf(slots: Uint32Array): number[] {
    const { product, products } = this.#table
    const seen = new Uint8Array(products.size)
    for (const slot of slots) seen[product[slot] ?? 0] = 1
    return products.places.values.filter((id, place): id is number => id !== null && seen[place] === 1)
  }

  /** Ids of the different orders of these items. */
  ordersOf(slots: Uint32Array): Set<number> {
    const orders = new Set<number>()
    for (const slot of slots) {
      const order = this.#table.order[slot] ?? NaN
      if (!Number.isNaN(order)) orders.add(order)
    }
    return orders
  }

  /** All that is held, to be written down; the parts are the engine's own and are not to be changed. */
  save(names: Names): EngineParts {
    const parts: EngineParts = { columns: new Map(), values: new Map() }
    this.#table.settle()
    this.#orders.setNames(names)
    this.#table.save(parts)
    this.#orders.save(parts)
    return parts
  }

  /** Takes up what was saved; only where nothing is held yet. @throws BrokenParts */
  restore(parts: EngineParts, names: Names): void {
    this.#table.restore(parts)
    this.#orders.setNames(names)
    this.#orders.restore(parts)
  }

  /** Works out ahead what the first search, sort and look will need, in pieces of some hundredths of a second. */
  *prepare(names: () => Names): Generator<void> {
    for (const letter of letters) {
      this.#words.products(letter)
      this.#words.texts(letter)
      yield
    }
    const { products, amounts } = this.#table
    for (const values of [amounts.values, ...productTexts.map((text) => products.texts[text])]) {
      while (!values.rankSome(ranksAtATime)) yield
    }
    for (const column of usualOrders) {
      this.#orders.setNames(names())
      this.#orders.of(column).sorted()
      yield
    }
  }

  #ready({ names }: Question): ItemTable {
    this.#table.settle()
    this.#orders.setNames(names)
    return this.#table
  }

  #hitsOf(terms: SearchTerms): HitCollector {
    const context = {
      table: this.#table,
      orders: this.#orders,
      sources: this.#sources,
      words: this.#words,
    }
    return new HitCollector(context, terms)
  }

  #failuresOf({ query, names, now }: Question): FilterFailures {
    return {
      facets: failedFacets(this.#table.profiles, query.filters, names),
      ranges: failedRanges(this.#table, query.filters, now),
    }
  }
}
