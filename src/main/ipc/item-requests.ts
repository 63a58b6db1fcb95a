import type { Cache } from '../cache/cache.ts'
import type { Handlers } from './answer-request.ts'

/** Questions to the cache of the store in use; `cache` throws where there is none. */
export function itemRequests(cache: () => Cache): Pick<Handlers, `items.${string}` & keyof Handlers> {
  return {
    'items.summary': () => cache().summary(),
    'items.query': (query) => cache().query(query),
    'items.window': ({ queryId, from, count }) => cache().window(queryId, from, count),
    'items.position': ({ queryId, itemId }) => cache().position(queryId, itemId),
    'items.detail': (id) => cache().detail(id),
    'items.raw': (id) => cache().raw(id),
    'items.ofOrder': (orderId) => cache().ofOrder(orderId),
  }
}
