import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { OrderItemRow } from '../../../shared/item-query.ts'
import { useItems } from './items.ts'
import { afterFilter, allOf, countSelected, isSelected, nothingSelected, withRows } from './selection-set.ts'
import type { Selection } from './selection-set.ts'
import { useStores } from './stores.ts'

/** Rows that can be put on the clipboard; more is the export's work. */
export const mostCopied = 5000
const windowSize = 500

/** The rows that a person chose. They stay chosen under another order and another filter. */
export const useSelection = defineStore('selection', () => {
  const items = useItems()
  const stores = useStores()
  const selection = shallowRef<Selection>(nothingSelected)
  /** The chosen rows as they were seen: other filters may hide them. */
  const seen = new Map<number, OrderItemRow>()

  const count = computed(() => countSelected(selection.value, items.total))
  const isAll = computed(() => selection.value.kind === 'all-but' && count.value === items.total)
  const has = (id: number): boolean => isSelected(selection.value, id)

  function choose(rows: readonly OrderItemRow[], chosen: boolean): void {
    for (const row of rows) seen.set(row.id, row)
    selection.value = withRows(
      selection.value,
      rows.map((row) => row.id),
      chosen,
    )
  }

  function clear(): void {
    selection.value = nothingSelected
    seen.clear()
  }

  function toggle(row: OrderItemRow): void {
    choose([row], !has(row.id))
  }

  /** Chooses the rows between two positions, both included. Throws `PacklightError`. */
  async function chooseBetween(from: number, to: number): Promise<void> {
    const first = Math.min(from, to)
    const rows = await items.rowsBetween(first, Math.min(Math.max(from, to) + 1, first + mostCopied))
    choose(rows, true)
  }

  /** Chooses every row of the result, however many. */
  function selectAll(): void {
    if (items.total > 0) selection.value = allOf(items.filterKey)
  }

  function toggleAll(): void {
    if (isAll.value) clear()
    else selectAll()
  }

  /** The chosen rows, at most `mostCopied`. Throws `PacklightError`. */
  async function rows(): Promise<OrderItemRow[]> {
    const chosen: OrderItemRow[] = []
    if (selection.value.kind === 'some') {
      for (const id of selection.value.ids) {
        const row = seen.get(id)
        if (row) chosen.push(row)
      }
      return chosen.slice(0, mostCopied)
    }
    for (let from = 0; from < items.total && chosen.length < mostCopied; from += windowSize) {
      const window = await items.rowsBetween(from, Math.min(from + windowSize, items.total))
      chosen.push(...window.filter((row) => has(row.id)))
    }
    return chosen.slice(0, mostCopied)
  }

  watch(
    () => items.filterKey,
    (filter) => {
      selection.value = afterFilter(selection.value, filter)
    },
  )
  watch(() => stores.active?.key, clear)

  return { selection, count, isAll, has, toggle, choose, chooseBetween, selectAll, toggleAll, clear, rows }
})
