import { allItems } from '../../shared/item-query.ts'
import type { ItemQuery, OrderItemRow, QueryAnswer } from '../../shared/item-query.ts'
import { stateKey } from '../../shared/order-state.ts'
import { Answers } from './answers.ts'
import type { HeldAnswer } from './answers.ts'
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
  readonly #answers = new Answers()

  constructor(repositories: Repositories, engine: EngineLoader) {
    this.#all = repositories
    this.#engine = engine
  }

  query(query: ItemQuery): QueryAnswer {
    const start = performance.now()
    const terms = parseSearch(query.search)
    const answer =
      this.#engine.ready === null && isStandardView(query)
        ? this.#standardView(query)
        : this.#find(query, terms)
    return { ...answer, tookMs: performance.now() - start }
  }

  window(queryId: number, from: number, count: number): OrderItemRow[] | null {
    const answer = this.#answers.get(queryId)
    return answer && this.#rows(this.#idsOf(answer).subarray(from, from + count), answer.terms)
  }

  position(queryId: number, itemId: number): number | null {
    const answer = this.#answers.get(queryId)
    const position = answer ? this.#idsOf(answer).indexOf(itemId) : -1
    return position === -1 ? null : position
  }

  exportItems(queryId: number, from: number, count: number): ExportItem[] | null {
    const answer = this.#answers.get(queryId)
    if (!answer) return null
    const ids = this.#idsOf(answer).subarray(from, from + count)
    return this.#all.itemReader.byIds([...ids]).map(({ item, orderNumber }) => ({ item, orderNumber }))
  }

  /** Ids of `itemColumns` that hold, in this answer, a code that Excel would change. */
  excelDamagedColumns(queryId: number): string[] {
    const answer = this.#answers.get(queryId)
    if (!answer) return []
    const ids = this.#idsOf(answer)
    const engine = this.#engine.load()
    const damaged = new Set<string>()
    for (const { sku, barcode, baseCode } of this.#all.products.codes(engine.productsOf(ids))) {
      if (sku !== null && isDamagedByExcel(sku)) damaged.add('product.sku')
      if (barcode !== null && isDamagedByExcel(barcode)) damaged.add('product.barcode')
      if (baseCode !== null && isDamagedByExcel(baseCode)) damaged.add('product.base_code')
    }
    const suspects = this.#all.orderNumbers.all().filter(({ number }) => isDamagedByExcel(number))
    if (suspects.length > 0) {
      const orders = engine.ordersOf(ids)
      if (suspects.some(({ order }) => orders.has(order))) damaged.add('order_number')
    }
    return [...damaged]
  }

  attributeKeys(queryId: number): AttributeKeysFound {
    const answer = this.#answers.get(queryId)
    if (!answer) return { product: [], item: [] }
    const ids = this.#idsOf(answer)
    const { attributeKeys } = this.#all
    const products = this.#engine.load().productsOf(ids)
    return { product: attributeKeys.ofProducts(products), item: attributeKeys.ofItems(ids) }
  }

  /** The first picture of the day: from an index, while the engine is not filled. */
  #standardView(query: ItemQuery): Omit<QueryAnswer, 'tookMs'> {
    const byState = this.#all.totals.byState()
    const states = this.#all.states.all()
    const stateCounts: QueryAnswer['stateCounts'] = {}
    for (const [id, count] of byState) {
      const state = id === null ? undefined : states.get(id)
      if (state) stateCounts[stateKey(state)] = (stateCounts[stateKey(state)] ?? 0) + count
    }
    const cached = this.#cached(byState)
    return {
      queryId: this.#answers.hold({ query, terms: null, ids: null }),
      revision: this.#all.totals.revision(),
      total: cached,
      cached,
      firstRows: this.#all.itemRows.latest(firstRowCount),
      stateCounts,
      exactItemId: null,
    }
  }

  #find(query: ItemQuery, terms: SearchTerms | null): Omit<QueryAnswer, 'tookMs'> {
    const found = this.#engine.load().find(query, terms, this.#all.states.all())
    return {
      queryId: this.#answers.hold({ query, terms, ids: found.ids }),
      revision: this.#all.totals.revision(),
      total: found.ids.length,
      cached: this.#cached(this.#all.totals.byState()),
      firstRows: this.#rows(found.ids.subarray(0, firstRowCount), terms),
      stateCounts: found.stateCounts,
      exactItemId: found.exactItemId,
    }
  }

  #idsOf(answer: HeldAnswer): Float64Array {
    answer.ids ??= this.#engine.load().find(answer.query, answer.terms, this.#all.states.all()).ids
    return answer.ids
  }

  #rows(ids: Float64Array, terms: SearchTerms | null): OrderItemRow[] {
    const rows = this.#all.itemRows.byIds([...ids])
    return terms ? rows.map((row) => ({ ...row, matchedField: matchedField(row, terms) })) : rows
  }

  #cached(byState: Map<number | null, number>): number {
    return [...byState.values()].reduce((sum, count) => sum + count, 0)
  }
}

function isStandardView({ search, states, sort }: ItemQuery): boolean {
  return (
    parseSearch(search) === null &&
    states.length === 0 &&
    sort.column === allItems.sort.column &&
    sort.direction === allItems.sort.direction
  )
}
