import type { OrderItemRow } from '../../../shared/item-query.ts'
import { useItems } from '../stores/items.ts'
import { useSelection } from '../stores/selection.ts'
import { rowAfterKey } from './grid-keys.ts'
import { useGridCopy } from './use-grid-copy.ts'
import type { ActiveCell } from './use-active-cell.ts'
import { useTold } from './use-told.ts'
import type { RowRange } from './virtual-rows.ts'

export interface GridKeysOptions {
  inView: () => RowRange
  pageRows: () => number
  moveTo: (index: number) => void
  active: ActiveCell
  open: () => void
  zoom: () => void
  leave: () => void
}

function holdsMarkedText(grid: EventTarget | null): boolean {
  const marked = window.getSelection()
  return marked !== null && !marked.isCollapsed && grid instanceof Node && grid.contains(marked.anchorNode)
}

/** The keys of the grid: moving, choosing, copying, zooming, opening, and back. */
export function useGridKeys(options: GridKeysOptions): { onKeyDown: (event: KeyboardEvent) => void } {
  const items = useItems()
  const selection = useSelection()
  const told = useTold()
  const { copyChosen, copyRow, copyCell } = useGridCopy()
  const { active } = options

  const activeRow = (): OrderItemRow | undefined =>
    items.activeIndex === null ? undefined : items.rowAt(items.activeIndex)

  function move(event: KeyboardEvent, index: number): void {
    const before = items.activeIndex ?? index
    options.moveTo(index)
    // Shift takes along the rows that it passes.
    if (event.shiftKey) void told(() => selection.chooseBetween(before, index))
  }

  function moveAcross(key: string): boolean {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false
    if (items.activeIndex === null) options.moveTo(options.inView().first)
    active.moveBy(key === 'ArrowRight' ? 1 : -1)
    return true
  }

  function toggleActive(): void {
    const row = activeRow()
    if (row) void told(() => selection.toggle(row))
  }

  function copy(): void {
    const row = activeRow()
    const cell = active.cell.value
    if (selection.count > 0) void copyChosen()
    else if (!row) return
    else if (cell === null || cell === 'box' || cell === 'picture') void copyRow(row)
    else void copyCell(row, cell)
  }

  function stepBack(): void {
    if (selection.count > 0) void told(() => selection.clear())
    else options.leave()
  }

  function command(key: string, grid: EventTarget | null): boolean {
    // Text that was marked by hand is copied as everywhere.
    if (key === 'c' && holdsMarkedText(grid)) return false
    if (key === 'a') void told(() => selection.selectAll())
    else if (key === 'c') copy()
    else if (key === ' ') toggleActive()
    else return false
    return true
  }

  function act(event: KeyboardEvent): boolean {
    const { key } = event
    if (event.ctrlKey || event.metaKey) return command(key.toLowerCase(), event.currentTarget)
    if (key === 'Enter') options.open()
    else if (key === ' ' && (event.shiftKey || active.cell.value === 'box')) toggleActive()
    else if (key === ' ') options.zoom()
    else if (key === 'Escape') stepBack()
    else return !event.shiftKey && !event.altKey && moveAcross(key)
    return true
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The header's own buttons and boxes answer their keys themselves.
    if (event.target !== event.currentTarget) return
    const target = rowAfterKey(event, {
      index: items.activeIndex,
      firstInView: options.inView().first,
      total: items.total,
      pageRows: options.pageRows(),
    })
    if (target !== null) move(event, target)
    else if (!act(event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  return { onKeyDown }
}
