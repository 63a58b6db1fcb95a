import { computed, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { CellId } from './grid-cells.ts'

export interface ActiveCell {
  /** The cell of the active row that is looked at; null: the row as a whole. */
  cell: Ref<CellId | null>
  /** Its column, from 1; null for the row. */
  column: ComputedRef<number | null>
  /** Left of the first cell is the row itself. */
  moveBy: (step: 1 | -1) => void
}

/** Which cell of the active row is looked at. It is named by its column: rows and columns move beneath it. */
export function useActiveCell(cells: () => readonly CellId[]): ActiveCell {
  const wanted = ref<CellId | null>(null)
  const column = computed(() => {
    const at = wanted.value === null ? -1 : cells().indexOf(wanted.value)
    return at < 0 ? null : at + 1
  })
  const cell = computed<CellId | null>({
    get: () => (column.value === null ? null : wanted.value),
    set: (chosen) => {
      wanted.value = chosen
    },
  })

  function moveBy(step: 1 | -1): void {
    const last = cells().length
    const next = Math.min(Math.max((column.value ?? 0) + step, 0), last)
    wanted.value = cells()[next - 1] ?? null
  }

  return { cell, column, moveBy }
}
