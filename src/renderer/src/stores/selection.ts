import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { OrderItemRow, SelectionCount } from '../../../shared/item-query.ts'
import { ask } from '../bridge.ts'
import { useItems } from './items.ts'
import type { Wish } from './selection-wishes.ts'

/** Rows that can be put on the clipboard; more is the export's work. */
export const mostCopied = 5000
const nothing: SelectionCount = { all: 0, shown: 0 }

/**
 * The rows that a person chose. The cache's worker keeps them, a million as easily as one, through every order and
 * filter; here are their number and the wishes on their way. Everything that asks throws `PacklightError`.
 */
export const useSelection = defineStore('selection', () => {
  const items = useItems()
  const counted = shallowRef<SelectionCount>(nothing)
  let newest = 0

  /** All that are chosen, shown or not. */
  const count = computed(() => counted.value.all)
  const isAll = computed(() => items.total > 0 && counted.value.shown === items.total)
  const isSome = computed(() => counted.value.shown > 0 && !isAll.value)

  /** Takes a count, unless a newer wish was made since or it was made in an answer that is no longer shown. */
  async function take(asked: Promise<SelectionCount>, queryId: number | undefined): Promise<void> {
    const turn = ++newest
    const answer = await asked
    if (turn !== newest) return
    if (queryId === items.answer?.queryId) counted.value = answer
    else await recount()
  }

  /** Choosing nothing more is how to ask for the count. */
  async function recount(): Promise<void> {
    const queryId = items.answer?.queryId
    if (queryId !== undefined)
      await take(ask('selection.choose', { queryId, ids: [], chosen: true }), queryId)
  }

  /** Shows a wish at once and passes it on; where it does not come true the rows are read again. */
  async function make(wish: Wish, pass: (queryId: number) => Promise<SelectionCount>): Promise<void> {
    const queryId = items.answer?.queryId
    if (queryId === undefined) return
    items.wish(wish)
    try {
      await take(pass(queryId), queryId)
    } catch (thrown) {
      void items.refresh()
      throw thrown
    }
  }

  function choose(ids: readonly number[], chosen: boolean): Promise<void> {
    return make({ kind: 'ids', ids: new Set(ids), chosen }, (queryId) =>
      ask('selection.choose', { queryId, ids: [...ids], chosen }),
    )
  }

  const toggle = (row: OrderItemRow): Promise<void> => choose([row.id], !row.selected)

  /** Chooses the rows of the shown answer between two positions, both included, or takes them back. */
  function chooseBetween(from: number, to: number, chosen = true): Promise<void> {
    const first = Math.max(0, Math.min(from, to))
    const end = Math.min(items.total, Math.max(from, to) + 1)
    return make({ kind: 'rows', queryId: items.answer?.queryId ?? 0, first, end, chosen }, (queryId) =>
      ask('selection.chooseRows', { queryId, from: first, count: Math.max(0, end - first), chosen }),
    )
  }

  /** Chooses every row of the result, however many. */
  const selectAll = (): Promise<void> => chooseBetween(0, items.total - 1)

  /** All of the result, or none of it; what other filters hide stays as it is. */
  const toggleAll = (): Promise<void> => chooseBetween(0, items.total - 1, !isAll.value)

  const clear = (): Promise<void> => make({ kind: 'none' }, () => ask('selection.clear'))

  /** The chosen rows, those of the result in its order first; at most `mostCopied`. */
  async function rows(): Promise<OrderItemRow[]> {
    const queryId = items.answer?.queryId
    return queryId === undefined ? [] : ask('selection.rows', { queryId, limit: mostCopied })
  }

  watch(
    () => items.answer,
    (answer) => {
      // A count from before a wish says less than the one that is on its way.
      if (answer !== null && items.isBehindWishes) {
        void recount().catch(() => undefined)
        return
      }
      newest++
      counted.value = answer?.selected ?? nothing
    },
    { flush: 'sync' },
  )

  return { count, isAll, isSome, choose, toggle, chooseBetween, selectAll, toggleAll, clear, rows }
})
