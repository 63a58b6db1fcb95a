import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { filterCount, noFilters } from '../../../shared/item-filters.ts'
import type { ItemFilters } from '../../../shared/item-filters.ts'
import type {
  CacheSummary,
  ItemQuery,
  OrderItemRow,
  QueryAnswer,
  SortColumn,
} from '../../../shared/item-query.ts'
import { allItems } from '../../../shared/item-query.ts'
import type { OrderState } from '../../../shared/order-item.ts'
import { toAppError } from '../../../shared/result.ts'
import type { AppError } from '../../../shared/result.ts'
import { searchWords } from '../../../shared/text-folding.ts'
import { ask, listen } from '../bridge.ts'
import { anchorsOf, shiftOf } from './anchor.ts'
import { nextSort } from './default-sort.ts'
import { RowBlocks } from './row-blocks.ts'
import type { RowSpan } from './row-blocks.ts'
import { WishJournal } from './selection-wishes.ts'
import type { Wish } from './selection-wishes.ts'
import { useStores } from './stores.ts'

/** Where the grid stands after a new answer: at its top, or moved by the rows that the anchor moved. */
export type Landing = { kind: 'top' } | { kind: 'shift'; rows: number }

interface Shown {
  answer: QueryAnswer
  query: ItemQuery
  blocks: RowBlocks
  /** Something was chosen since it was asked: its count of the selection is older than that. */
  isBehindWishes: boolean
}

const copyOf = (query: ItemQuery): ItemQuery => JSON.parse(JSON.stringify(query)) as ItemQuery

/** The items that answer the search, and which of them is looked at. */
export const useItems = defineStore('items', () => {
  const stores = useStores()

  /** What is asked now; `shown` may still be the answer before. */
  const query = ref<ItemQuery>(copyOf(allItems))
  const shown = shallowRef<Shown | null>(null)
  const summary = shallowRef<CacheSummary | null>(null)
  const error = shallowRef<AppError | null>(null)
  const activeId = ref<number | null>(null)
  const activeIndex = ref<number | null>(null)
  const landing = shallowRef<Landing>({ kind: 'top' })
  /** Counts the blocks that came, so that the view draws again. */
  const arrivals = ref(0)

  const total = computed(() => shown.value?.answer.total ?? 0)
  const revision = computed(() => shown.value?.answer.revision ?? 0)
  const words = computed(() => searchWords(shown.value?.query.search ?? ''))
  const isFiltered = computed(() => query.value.search.trim() !== '' || filterCount(query.value.filters) > 0)
  const states = computed(
    () => new Map(summary.value?.states.flatMap(({ ids, state }) => ids.map((id) => [id, state] as const))),
  )
  const stateOf = (id: number | null): OrderState | null =>
    id === null ? null : (states.value.get(id) ?? null)

  const wishes = new WishJournal()
  let newest = 0
  /** The next answer is of another question, and shown from its top. */
  let goesToTop = true
  let view: RowSpan = { first: 0, end: 0 }
  let pending: Promise<void> = Promise.resolve()
  let refreshing: Promise<void> | null = null
  let isStale = false
  let isFollowing = false

  function rowAt(index: number): OrderItemRow | undefined {
    // Read for Vue's sake: the rows themselves are not reactive.
    return arrivals.value >= 0 ? shown.value?.blocks.rowAt(index) : undefined
  }

  /** Says which rows are in view; the missing ones are fetched. */
  function look(span: RowSpan): void {
    view = span
    shown.value?.blocks.want(span)
  }

  const blocksOf = (answer: QueryAnswer): RowBlocks =>
    new RowBlocks({
      queryId: answer.queryId,
      wishes,
      total: answer.total,
      firstRows: answer.firstRows,
      fetchRows: (from, count) => ask('items.window', { queryId: answer.queryId, from, count }),
      onArrival: () => {
        arrivals.value++
        takeActiveRow()
      },
      onLost: () => void refresh(),
      onError: (thrown) => {
        error.value = toAppError(thrown)
      },
    })

  async function positionIn(answer: QueryAnswer, blocks: RowBlocks, itemId: number): Promise<number | null> {
    return blocks.positionOf(itemId) ?? (await ask('items.position', { queryId: answer.queryId, itemId }))
  }

  /** The answer to `query`, ready to be drawn: its anchor found, the rows in view here. */
  async function fetchAnswer(turn: number, made: readonly Wish[]): Promise<void> {
    const asked = copyOf(query.value)
    const [answer, newSummary] = await Promise.all([ask('items.query', asked), ask('items.summary')])
    if (turn !== newest) return
    const blocks = blocksOf(answer)
    // From an empty list - nothing fetched yet, nothing found - there is no place to keep either.
    const isFromTop = goesToTop || total.value === 0
    const find = (id: number): Promise<number | null> => positionIn(answer, blocks, id)
    let next: Landing = { kind: 'top' }
    if (!isFromTop) {
      const active = isWaitingForRow() || activeIndex.value === null ? null : activeIndex.value
      const rows = await shiftOf(anchorsOf(view, rowAt, active), find)
      await blocks.load({ first: view.first + rows, end: view.end + rows })
      next = { kind: 'shift', rows }
    }
    const waitsAt = isWaitingForRow() ? activeIndex.value : null
    const index = waitsAt ?? (activeId.value === null ? null : await find(activeId.value))
    if (turn !== newest) return
    error.value = null
    summary.value = newSummary
    landing.value = next
    blocks.apply(made)
    shown.value = { answer, query: asked, blocks, isBehindWishes: made.length > 0 }
    // Positions of the answer before say nothing of this one's rows.
    if (made.some((wish) => wish.kind === 'rows' && wish.queryId !== answer.queryId)) void refresh()
    activeIndex.value = index
    if (isFromTop && index === null) activate(0)
    goesToTop = false
  }

  /** Asks at once; of several questions under way only the newest one's answer counts. */
  function askNow(): Promise<void> {
    const turn = ++newest
    const reading = wishes.begin()
    pending = fetchAnswer(turn, reading)
      .catch((thrown: unknown) => {
        if (turn === newest) error.value = toAppError(thrown)
      })
      .finally(() => wishes.finish(reading))
    return pending
  }

  /** Another question: its answer is shown from the top. */
  function askAnew(): Promise<void> {
    goesToTop = true
    return askNow()
  }

  /** The same question again, the row under the eye kept. Many calls in a row become two. */
  function refresh(): Promise<void> {
    isStale = true
    refreshing ??= (async () => {
      while (isStale) {
        isStale = false
        await askNow()
      }
    })().finally(() => {
      refreshing = null
    })
    return refreshing
  }

  function setSearch(search: string): Promise<void> {
    query.value.search = search.slice(0, 500)
    return askAnew()
  }

  function setFilters(filters: ItemFilters): Promise<void> {
    query.value.filters = { ...filters }
    return askAnew()
  }

  function setFilter<Name extends keyof ItemFilters>(name: Name, value: ItemFilters[Name]): Promise<void> {
    return setFilters({ ...query.value.filters, [name]: value })
  }

  const clearFilters = (): Promise<void> => setFilters(noFilters)

  /** Another search, other filters and another order at once. */
  function setQuery(wanted: ItemQuery): Promise<void> {
    query.value = copyOf(wanted)
    return askAnew()
  }

  function sortBy(column: SortColumn): Promise<void> {
    query.value.sort = nextSort(query.value.sort, column)
    return askAnew()
  }

  /** The active row is one that is still being fetched. */
  const isWaitingForRow = (): boolean => activeIndex.value !== null && rowAt(activeIndex.value) === undefined

  function takeActiveRow(): void {
    const row = activeIndex.value === null ? undefined : rowAt(activeIndex.value)
    if (row) activeId.value = row.id
  }

  /** Makes the row at a position the one that is looked at; its item follows when the row is here. */
  function activate(index: number): void {
    activeIndex.value = index < total.value ? Math.max(0, index) : null
    if (total.value === 0) activeId.value = null
    takeActiveRow()
  }

  /** What the search text names exactly becomes active, once its answer is here. False: it names nothing so. */
  async function openExact(): Promise<boolean> {
    await pending
    const now = shown.value
    const id = now?.answer.exactItemId ?? null
    if (!now || id === null) return false
    activeId.value = id
    activeIndex.value = await positionIn(now.answer, now.blocks, id)
    return true
  }

  /** Shows a wish of the selection at the rows that are here and at those that come. */
  function wish(made: Wish): void {
    wishes.note(made)
    shown.value?.blocks.apply([made])
    arrivals.value++
  }

  function startOver(): void {
    query.value = copyOf(allItems)
    shown.value = null
    summary.value = null
    activeId.value = null
    activeIndex.value = null
    error.value = null
    if (stores.active) void askAnew()
    // What was asked of a store that is gone is answered to nobody.
    else newest++
  }

  /** Asks for the first answer and follows main from then on. Calling again is harmless. */
  function open(): void {
    if (isFollowing) return
    isFollowing = true
    listen('items.changed', (changed) => {
      if (changed.storeKey === stores.active?.key && changed.revision > revision.value) void refresh()
    })
    startOver()
  }
  // Not in `open`: there the watch would belong to the screen that called it, and end with that.
  watch(
    () => stores.active?.key,
    () => {
      if (isFollowing) startOver()
    },
  )

  const shownAnswer = computed(() => shown.value?.answer ?? null)
  const shownQuery = computed(() => shown.value?.query ?? query.value)
  const isBehindWishes = computed(() => shown.value?.isBehindWishes ?? false)
  return {
    ...{ query, answer: shownAnswer, shownQuery, summary, error, activeId, activeIndex, landing },
    ...{ total, revision, words, isFiltered, isBehindWishes, stateOf, rowAt, look, wish },
    ...{ setSearch, setFilter, setFilters, clearFilters, setQuery, sortBy, activate },
    ...{ openExact, refresh, open },
  }
})
