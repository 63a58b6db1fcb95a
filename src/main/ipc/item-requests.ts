import type { Cache } from '../cache/cache.ts'
import type { Handlers } from './answer-request.ts'

/** Questions to the cache of the store in use; `cache` throws where there is none. */
export function itemRequests(
  cache: () => Cache,
): Pick<Handlers, `${'items' | 'selection'}.${string}` & keyof Handlers> {
  return {
    'items.summary': () => cache().summary(),
    'items.query': (query) => cache().query(query),
    'items.window': ({ queryId, from, count }) => cache().window(queryId, from, count),
    'items.position': ({ queryId, itemId }) => cache().position(queryId, itemId),
    'items.facets': ({ queryId }) => cache().facets(queryId),
    'items.count': (queries) => cache().count(queries),
    'items.detail': (id) => cache().detail(id),
    'items.raw': (id) => cache().raw(id),
    'items.ofOrder': (orderId) => cache().ofOrder(orderId),
    'selection.choose': ({ queryId, ids, chosen }) => cache().choose(queryId, ids, chosen),
    'selection.chooseRows': ({ queryId, from, count, chosen }) =>
      cache().chooseRows(queryId, from, count, chosen),
    'selection.clear': () => cache().clearSelection(),
    'selection.rows': ({ queryId, limit }) => cache().selectedRows(queryId, limit),
  }
}
