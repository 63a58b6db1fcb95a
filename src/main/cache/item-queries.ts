import { filterCount } from '../../shared/item-filters.ts'
import type { Facets } from '../../shared/item-filters.ts'
import { allItems } from '../../shared/item-query.ts'
import type { ItemQuery, OrderItemRow, QueryAnswer, SelectionCount } from '../../shared/item-query.ts'
import { Answers } from './answers.ts'
import type { HeldAnswer } from './answers.ts'
import type { Engine, Question } from './engine/engine.ts'
import type { EngineLoader } from './engine/engine-loader.ts'
import type { AttributeKeysFound, ExportItem } from './protocol.ts'
import type { Repositories } from './repositories/repositories.ts'
import { isDamagedByExcel } from './search/excel-damage.ts'
import { matchedField } from './search/matched-field.ts'
import type { SearchTerms } from './search/search-words.ts'
import { parseSearch } from './search/search-words.ts'

/** Rows that come with an answer: more than a screen shows. */
const firstRowCount = 100

/** Answers queries, and holds what it answered to be looked at in windows. */
export class ItemQueries {
  readonly #all: Repositories
  readonly #engine: EngineLoader
  readonly #beginsWithIndex: boolean
  readonly #answers = new Answers()

  /**
   * `beginsWithIndex`: the standard view is shown from an index until the engine is filled. Not for a reader, whose
   * answer must be of one state of the database.
   */
  constructor(
    repositories: Repositories,
    engine: EngineLoader,
    { beginsWithIndex }: { beginsWithIndex: boolean },
  ) {
    this.#all = repositories
    this.#engine = engine
    this.#beginsWithIndex = beginsWithIndex
  }

  query(query: ItemQuery): QueryAnswer {
    const start = performance.now()
    const terms = parseSearch(query.search)
    const answer =
      this.#beginsWithIndex && this.#engine.ready === null && isStandardView(query)
        ? this.#standardView(query)
        : this.#find(query, terms)
    return { ...answer, tookMs: performance.now() - start }
  }

  window(queryId: number, from: number, count: number): OrderItemRow[] | null {
    const answer = this.#answers.get(queryId)
    return answer && this.#rows(answer, from, count)
  }

  position(queryId: number, itemId: number): number | null {
    const answer = this.#answers.get(queryId)
    if (!answer) return null
    const { slots, engine } = this.#foundOf(answer)
    const [slot] = engine.slotsOf([itemId])
    const position = slot === undefined ? -1 : slots.indexOf(slot)
    return position === -1 ? null : position
  }

  facets(queryId: number): Facets | null {
    const answer = this.#answers.get(queryId)
    return answer && this.#engine.load().facets(this.#questionOf(answer.query, answer.terms))
  }

  count(queries: readonly ItemQuery[]): number[] {
    if (queries.length === 0) return []
    const engine = this.#engine.load()
    return queries.map((query) => engine.count(this.#questionOf(query, parseSearch(query.search))))
  }

  exportItems(queryId: number, from: number, count: number): ExportItem[] | null {
    const answer = this.#answers.get(queryId)
    if (!answer) return null
    const { slots, engine } = this.#foundOf(answer)
    const ids = engine.idsOf(slots.subarray(from, from + count))
    return this.#all.itemReader.byIds(ids).map(({ item, orderNumber }) => ({ item, orderNumber }))
  }

  /** Ids of `itemColumns` that hold, in this answer, a code that Excel would change. */
  excelDamagedColumns(queryId: number): string[] {
    const answer = this.#answers.get(queryId)
    if (!answer) return []
    const { slots, engine } = this.#foundOf(answer)
    const damaged = new Set<string>()
    for (const { sku, barcode, baseCode } of this.#all.products.codes(engine.productsOf(slots))) {
      if (sku !== null && isDamagedByExcel(sku)) damaged.add('product.sku')
      if (barcode !== null && isDamagedByExcel(barcode)) damaged.add('product.barcode')
      if (baseCode !== null && isDamagedByExcel(baseCode)) damaged.add('product.base_code')
    }
    const suspects = this.#all.orderNumbers.all().filter(({ number }) => isDamagedByExcel(number))
    if (suspects.length > 0) {
      const orders = engine.ordersOf(slots)
      if (suspects.some(({ order }) => orders.has(order))) damaged.add('order_number')
    }
    return [...damaged]
  }

  attributeKeys(queryId: number): AttributeKeysFound {
    const answer = this.#answers.get(queryId)
    if (!answer) return { product: [], item: [] }
    const { slots, engine } = this.#foundOf(answer)
    const { attributeKeys } = this.#all
    return {
      product: attributeKeys.ofProducts(engine.productsOf(slots)),
      item: attributeKeys.ofItems(engine.idsOf(slots)),
    }
  }

  choose(queryId: number, itemIds: readonly number[], chosen: boolean): SelectionCount {
    const engine = this.#engine.load()
    engine.selection.choose(engine.slotsOf(itemIds), chosen)
    return this.#selectedIn(this.#answers.get(queryId))
  }

  /** Chooses a run of rows of an answer; does nothing where that is no longer held. */
  chooseRows(queryId: number, from: number, count: number, chosen: boolean): SelectionCount {
    const answer = this.#answers.get(queryId)
    if (answer) {
      const { slots, engine } = this.#foundOf(answer)
      engine.selection.choose(slots.subarray(from, from + count), chosen)
    }
    return this.#selectedIn(answer)
  }

  clearSelection(): SelectionCount {
    this.#engine.ready?.selection.clear()
    return { all: 0, shown: 0 }
  }

  /** The chosen rows: those of the answer in its order, then the others. */
  selectedRows(queryId: number, limit: number): OrderItemRow[] {
    const engine = this.#engine.load()
    const answer = this.#answers.get(queryId)
    const shown = answer ? this.#foundOf(answer).slots : new Uint32Array(0)
    return this.#read(engine, engine.selection.take(shown, limit), null)
  }

  /** The first picture of the day: from an index, while the engine is not filled. */
  #standardView(query: ItemQuery): Omit<QueryAnswer, 'tookMs'> {
    const cached = this.#all.totals.items()
    return {
      queryId: this.#answers.hold({ query, terms: null, found: null }),
      revision: this.#all.totals.revision(),
      total: cached,
      cached,
      firstRows: this.#all.itemRows.latest(firstRowCount),
      exactItemId: null,
      // Nothing can be chosen before the engine is filled.
      selected: { all: 0, shown: 0 },
    }
  }

  #find(query: ItemQuery, terms: SearchTerms | null): Omit<QueryAnswer, 'tookMs'> {
    const engine = this.#engine.load()
    const { slots, exactItemId } = engine.find(this.#questionOf(query, terms))
    const answer: HeldAnswer = { query, terms, found: { slots, engine } }
    return {
      queryId: this.#answers.hold(answer),
      revision: this.#all.totals.revision(),
      total: slots.length,
      cached: this.#all.totals.items(),
      firstRows: this.#rows(answer, 0, firstRowCount),
      exactItemId,
      selected: this.#selectedIn(answer),
    }
  }

  #questionOf(query: ItemQuery, terms: SearchTerms | null): Question {
    return { query, terms, names: this.#all.names(), now: new Date() }
  }

  #foundOf(answer: HeldAnswer): { slots: Uint32Array; engine: Engine } {
    if (!answer.found) {
      const engine = this.#engine.load()
      const { slots } = engine.find(this.#questionOf(answer.query, answer.terms))
      answer.found = { slots, engine }
    }
    return answer.found
  }

  #selectedIn(answer: HeldAnswer | null): SelectionCount {
    const selection = this.#engine.ready?.selection
    if (!selection || selection.count === 0) return { all: 0, shown: 0 }
    return { all: selection.count, shown: answer ? selection.countIn(this.#foundOf(answer).slots) : 0 }
  }

  #rows(answer: HeldAnswer, from: number, count: number): OrderItemRow[] {
    const { slots, engine } = this.#foundOf(answer)
    return this.#read(engine, slots.subarray(from, from + count), answer.terms)
  }

  #read(engine: Engine, slots: ArrayLike<number>, terms: SearchTerms | null): OrderItemRow[] {
    const { selection } = engine
    const rows = this.#all.itemRows.byIds(engine.idsOf(Array.from(slots)))
    return rows.map((row, index) => ({
      ...row,
      matchedField: terms && matchedField(row, terms),
      selected: selection.has(slots[index] ?? -1),
    }))
  }
}

function isStandardView({ search, filters, sort }: ItemQuery): boolean {
  return (
    parseSearch(search) === null &&
    filterCount(filters) === 0 &&
    sort.column === allItems.sort.column &&
    sort.direction === allItems.sort.direction
  )
}
