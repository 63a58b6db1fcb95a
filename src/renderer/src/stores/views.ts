import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { standardColumns } from '../../../shared/grid-columns.ts'
import type { VisibleColumn } from '../../../shared/grid-columns.ts'
import { noFilters } from '../../../shared/item-filters.ts'
import { allItems } from '../../../shared/item-query.ts'
import type { ItemQuery } from '../../../shared/item-query.ts'
import type { StateKey } from '../../../shared/order-state.ts'
import { toAppError } from '../../../shared/result.ts'
import type { SavedView, StoreViews } from '../../../shared/store-views.ts'
import { ask } from '../bridge.ts'
import { useItems } from './items.ts'
import { useNotices } from './notices.ts'
import { areSameColumns, isSameQuery } from './same-view.ts'
import { useStores } from './stores.ts'

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
/** Not `randomUUID`: that exists only where the page counts as secure. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (part) => part.toString(16).padStart(2, '0')).join('')

/** How the active store's items are looked at: columns, and searches kept under a name. What changes throws. */
export const useViews = defineStore('views', () => {
  const items = useItems()
  const stores = useStores()
  const notices = useNotices()

  /** Columns where no saved view is open. */
  const own = shallowRef<readonly VisibleColumn[]>(standardColumns)
  const views = shallowRef<readonly SavedView[]>([])
  const openId = ref<string | null>(null)
  /** Columns that were changed in the open view and not saved. */
  const draft = shallowRef<readonly VisibleColumn[] | null>(null)
  let loading: Promise<void> | null = null
  let couldNotLoad = false
  /** As main has it. */
  let kept: StoreViews = { columns: [], views: [] }
  let newest = 0

  const openView = computed(() => views.value.find(({ id }) => id === openId.value) ?? null)
  const columns = computed(() => (openView.value ? (draft.value ?? openView.value.columns) : own.value))
  /** The open view is not as it was saved. */
  const isChanged = computed(() => {
    const view = openView.value
    if (view === null) return false
    return !isSameQuery(view.query, items.query) || !areSameColumns(view.columns, columns.value)
  })

  function take(saved: StoreViews): void {
    own.value = saved.columns
    views.value = saved.views
  }

  async function load(): Promise<void> {
    const storeKey = stores.active?.key
    if (storeKey === undefined) return
    const saved = await ask('views.get', storeKey)
    if (storeKey !== stores.active?.key) return
    kept = saved
    take(saved)
  }

  function startOver(): void {
    take({ columns: [...standardColumns], views: [] })
    openId.value = null
    draft.value = null
    if (stores.active !== null) loadAgain().catch((thrown: unknown) => notices.tell(toAppError(thrown)))
  }

  function loadAgain(): Promise<void> {
    couldNotLoad = false
    loading = load().catch((thrown: unknown) => {
      couldNotLoad = true
      throw thrown
    })
    return loading
  }

  /** Loads what the active store has, and follows it. Calling again is harmless. */
  function open(): void {
    if (loading === null || couldNotLoad) startOver()
  }
  watch(
    () => stores.active?.key,
    () => {
      if (loading !== null) startOver()
    },
  )

  /** Changes at once for the eye; where main cannot keep it all is as it was. */
  async function save(change: Partial<StoreViews>): Promise<void> {
    const storeKey = stores.active?.key
    // What was not read yet would be written over.
    await (couldNotLoad ? loadAgain() : loading)
    if (storeKey === undefined || storeKey !== stores.active?.key) return
    const turn = ++newest
    const wanted = { columns: [...own.value], views: [...views.value], ...change }
    take(wanted)
    try {
      kept = await ask('views.save', { storeKey, ...wanted })
    } catch (thrown) {
      if (turn === newest) take(kept)
      throw thrown
    }
  }

  /** Shows columns without keeping them: while a width is being dragged. */
  function tryColumns(wanted: readonly VisibleColumn[]): void {
    if (openView.value === null) own.value = wanted
    else draft.value = wanted
  }

  /** Of an open view they are kept when it is saved, else at once. */
  async function setColumns(wanted: readonly VisibleColumn[]): Promise<void> {
    tryColumns(wanted)
    if (openView.value === null) await save({ columns: [...wanted] })
  }

  function show(view: SavedView): void {
    openId.value = view.id
    draft.value = null
    void items.setQuery(view.query)
  }

  /** All items, or those of one state; the search and the order stay, but for those of a view that is left. */
  function showState(key: StateKey | null): void {
    const filters = { ...noFilters, state: key === null ? [] : [key] }
    const isLeaving = openView.value !== null
    openId.value = null
    draft.value = null
    void (isLeaving ? items.setQuery({ ...allItems, filters }) : items.setFilters(filters))
  }

  const now = (): { query: ItemQuery; columns: VisibleColumn[] } =>
    copyOf({
      query: { ...items.query, search: items.query.search.trim() },
      columns: [...columns.value],
    })

  async function saveAs(name: string): Promise<void> {
    const view: SavedView = { id: newId(), name: name.trim(), ...now() }
    await save({ views: [...views.value, view] })
    openId.value = view.id
    draft.value = null
  }

  const replace = (id: string, parts: Partial<SavedView>): Promise<void> =>
    save({ views: views.value.map((view) => (view.id === id ? { ...view, ...parts } : view)) })

  const rename = (id: string, name: string): Promise<void> => replace(id, { name: name.trim() })

  /** Keeps the open view as it is now. */
  async function update(): Promise<void> {
    if (openView.value === null) return
    await replace(openView.value.id, now())
    draft.value = null
  }

  /** The open view as it was saved. */
  function discard(): void {
    if (openView.value !== null) show(openView.value)
  }

  async function remove(id: string): Promise<void> {
    const wasOpen = openId.value === id
    await save({ views: views.value.filter((view) => view.id !== id) })
    if (wasOpen) openId.value = null
  }

  /** Moves a view's tab by one place: -1 is to the left. */
  async function move(id: string, by: 1 | -1): Promise<void> {
    const from = views.value.findIndex((view) => view.id === id)
    const other = views.value[from + by]
    const view = views.value[from]
    if (view && other) await save({ views: views.value.with(from, other).with(from + by, view) })
  }

  return {
    ...{ views, openId, openView, columns, isChanged, open },
    ...{ tryColumns, setColumns, show, showState, saveAs, rename, update, discard, remove, move },
  }
})
