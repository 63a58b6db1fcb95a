import type { ItemQuery } from '../../../shared/item-query.ts'
import type { OrderState } from '../../../shared/order-item.ts'
import { stateKey } from '../../../shared/order-state.ts'
import type { StateKey } from '../../../shared/order-state.ts'
import type { ItemKeys, ProductKeys } from '../item-keys.ts'
import type { SearchTerms } from '../search/search-words.ts'
import { exactItem } from './exact-item.ts'
import { ItemOrders } from './item-orders.ts'
import { ItemTable } from './item-table.ts'
import { findMatches } from './matches.ts'
import { orderedIds } from './ordered-ids.ts'
import { HitCollector } from './search-hits.ts'
import type { HitSources } from './search-hits.ts'

export interface Found {
  /** All that match, in order. */
  ids: Float64Array
  /** By state key; the query's own states left aside. */
  stateCounts: Record<StateKey, number>
  exactItemId: number | null
}

/** Answers queries from memory: the database is asked for words alone. */
export class Engine {
  readonly #table = new ItemTable()
  readonly #orders = new ItemOrders(this.#table)
  readonly #sources: HitSources

  constructor(sources: HitSources) {
    this.#sources = sources
  }

  putItem(keys: ItemKeys): void {
    this.#orders.touch(this.#table.put(keys))
  }

  putProduct(keys: ProductKeys): void {
    if (this.#table.putProduct(keys)) this.#orders.productsChanged()
  }

  find(query: ItemQuery, terms: SearchTerms | null, states: Map<number, OrderState>): Found {
    this.#orders.setStates(states)
    const keys = this.#table.stateIds.map((id) => keyOf(id, states))
    const hits = terms && new HitCollector(this.#table, this.#orders, this.#sources, terms)
    const matches = findMatches(this.#table, hits && hits.collect())
    const stateCounts: Record<StateKey, number> = {}
    for (const [place, key] of keys.entries()) {
      const count = matches.stateCounts[place] ?? 0
      if (key !== null && count > 0) stateCounts[key] = (stateCounts[key] ?? 0) + count
    }
    const wanted = new Set(query.states)
    const passing =
      wanted.size === 0 ? null : Uint8Array.from(keys, (key) => Number(key !== null && wanted.has(key)))
    return {
      ids: orderedIds(this.#table, this.#orders, matches, passing, query.sort),
      stateCounts,
      exactItemId: hits && exactItem(this.#table, hits.exact),
    }
  }

  /** Ids of the different products of these items. */
  productsOf(itemIds: Float64Array): number[] {
    const { product, productIds } = this.#table
    const seen = new Uint8Array(productIds.length)
    for (const id of itemIds) {
      const place = product[this.#table.slotOf(id) ?? -1] ?? -1
      if (place >= 0) seen[place] = 1
    }
    return productIds.filter((_id, place) => seen[place] === 1)
  }

  /** Ids of the different orders of these items. */
  ordersOf(itemIds: Float64Array): Set<number> {
    const orders = new Set<number>()
    for (const id of itemIds) {
      const order = this.#table.order[this.#table.slotOf(id) ?? -1] ?? NaN
      if (!Number.isNaN(order)) orders.add(order)
    }
    return orders
  }
}

function keyOf(id: number | null, states: Map<number, OrderState>): StateKey | null {
  if (id === null) return null
  const state = states.get(id)
  return state ? stateKey(state) : `#${id}`
}
