import type { CacheSummary, OrderItemDetail, OrderItemRow } from '../../shared/item-query.ts'
import type { JsonObject } from '../../shared/json.ts'
import { stateKey } from '../../shared/order-state.ts'
import type { Repositories } from './repositories/repositories.ts'
import type { StoredItem } from './repositories/item-reader.ts'

/** Answers all questions about single things; questions about many are `ItemQueries`. */
export class CacheReader {
  readonly #all: Repositories

  constructor(repositories: Repositories) {
    this.#all = repositories
  }

  summary(): CacheSummary {
    const { totals, lists, states, syncRuns } = this.#all
    const { price, stock } = lists.all()
    return {
      items: totals.items(),
      orders: totals.get('orders'),
      products: totals.get('products'),
      gone: totals.get('gone'),
      states: countByKey(states.all(), totals.byState()),
      priceLists: [...price.values()],
      stockLists: [...stock.values()],
      revision: totals.revision(),
      asOf: syncRuns.asOf(),
    }
  }

  detail(id: number): OrderItemDetail | null {
    const [stored] = this.#all.itemReader.byIds([id])
    if (!stored) return null
    const { item, orderNumber, fetchedAt, goneSince } = stored
    const { id: itemId, order, omnitronId, parentOmnitronId } = item
    const { itemRows } = this.#all
    return {
      item,
      orderNumber,
      pictures: this.#pictures(stored),
      orderItemCount: order === null ? 1 : itemRows.ofOrder(order).length,
      bundleParent:
        parentOmnitronId === null ? null : itemRows.bundleParent({ id: itemId, order, parentOmnitronId }),
      bundleParts: omnitronId === null ? [] : itemRows.bundleParts({ id: itemId, omnitronId }),
      fetchedAt,
      goneSince,
    }
  }

  #pictures({ item, imageId }: StoredItem): OrderItemDetail['pictures'] {
    const own =
      imageId === null || item.image === null ? [] : [{ imageId, source: 'item' as const, url: item.image }]
    if (!item.product) return own
    const ofProduct = this.#all.products
      .imagesOf(item.product.id)
      .filter((image) => image.imageId !== imageId)
      .map((image) => ({ imageId: image.imageId, source: 'product' as const, url: image.url }))
    return [...own, ...ofProduct]
  }

  raw(id: number): JsonObject | null {
    return this.#all.rawPages.item(id)
  }

  ofOrder(orderId: number): OrderItemRow[] {
    return this.#all.itemRows.ofOrder(orderId)
  }

  imageUrl(imageId: number): string | null {
    return this.#all.images.url(imageId)
  }
}

/** One entry a state key: shops may have several ids for what is the same state. */
function countByKey(
  states: ReturnType<Repositories['states']['all']>,
  byState: Map<number | null, number>,
): CacheSummary['states'] {
  const counts = new Map<string, CacheSummary['states'][number]>()
  for (const [id, state] of states) {
    const count = byState.get(id) ?? 0
    if (count === 0) continue
    const key = stateKey(state)
    const known = counts.get(key)
    if (known) {
      known.count += count
      known.ids.push(id)
    } else counts.set(key, { key, ids: [id], state, count })
  }
  return [...counts.values()]
}
