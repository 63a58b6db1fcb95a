import type { OrderItemRow, SelectionCount } from '../../src/shared/item-query.ts'
import type { FakeHandlers } from './fake-types.ts'

/** What the fake cache has and remembers. */
export interface FakeCache {
  rows: OrderItemRow[]
  answers: Map<number, readonly OrderItemRow[]>
  selected: Set<number>
}

/** How many are chosen, and how many of them are in an answer. */
export const countSelected = ({ answers, selected }: FakeCache, queryId: number): SelectionCount => ({
  all: selected.size,
  shown: (answers.get(queryId) ?? []).filter(({ id }) => selected.has(id)).length,
})

export const withSelection = (rows: readonly OrderItemRow[], { selected }: FakeCache): OrderItemRow[] =>
  rows.map((row) => ({ ...row, selected: selected.has(row.id) }))

export function selectionHandlers(cache: FakeCache): FakeHandlers<'selection'> {
  function choose(ids: Iterable<number>, chosen: boolean): void {
    for (const id of ids) {
      if (chosen) cache.selected.add(id)
      else cache.selected.delete(id)
    }
  }
  return {
    'selection.choose': ({ queryId, ids, chosen }) => {
      choose(ids, chosen)
      return countSelected(cache, queryId)
    },
    'selection.chooseRows': ({ queryId, from, count, chosen }) => {
      const rows = cache.answers.get(queryId)?.slice(from, from + count) ?? []
      choose(
        rows.map(({ id }) => id),
        chosen,
      )
      return countSelected(cache, queryId)
    },
    'selection.clear': () => {
      cache.selected.clear()
      return { all: 0, shown: 0 }
    },
    'selection.rows': ({ queryId, limit }) => {
      const shown = (cache.answers.get(queryId) ?? []).filter(({ id }) => cache.selected.has(id))
      const ids = new Set(shown.map(({ id }) => id))
      const others = cache.rows.filter(({ id }) => cache.selected.has(id) && !ids.has(id))
      return withSelection([...shown, ...others].slice(0, limit), cache)
    },
  }
}
