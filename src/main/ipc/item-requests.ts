import type { Cache } from '../cache/cache.ts'
import type { Handlers } from './answer-request.ts'

export interface ItemRequestsOptions {
  /** Of the store in use; throws why there is none. */
  cache: () => Promise<Cache>
  /** Told of every list of items that was asked for, once it is there. */
  onAnswer: () => void
}

/** Questions to the cache, and what is chosen of its answers. */
export function itemRequests({
  cache,
  onAnswer,
}: ItemRequestsOptions): Pick<Handlers, `${'items' | 'selection'}.${string}` & keyof Handlers> {
  return {
    'items.summary': async () => (await cache()).summary(),
    'items.query': async (query) => (await cache()).query(query).finally(onAnswer),
    'items.window': async ({ queryId, from, count }) => (await cache()).window(queryId, from, count),
    'items.position': async ({ queryId, itemId }) => (await cache()).position(queryId, itemId),
    'items.facets': async ({ queryId }) => (await cache()).facets(queryId),
    'items.count': async (queries) => (await cache()).count(queries),
    'items.detail': async (id) => (await cache()).detail(id),
    'items.raw': async (id) => (await cache()).raw(id),
    'items.ofOrder': async (orderId) => (await cache()).ofOrder(orderId),
    'selection.choose': async ({ queryId, ids, chosen }) => (await cache()).choose(queryId, ids, chosen),
    'selection.chooseRows': async ({ queryId, from, count, chosen }) =>
      (await cache()).chooseRows(queryId, from, count, chosen),
    'selection.clear': async () => (await cache()).clearSelection(),
    'selection.rows': async ({ queryId, limit }) => (await cache()).selectedRows(queryId, limit),
  }
}
