import { useItems } from '../stores/items.ts'
import { useSelection } from '../stores/selection.ts'
import { rowAfterKey } from './grid-keys.ts'
import type { RowRange } from './virtual-rows.ts'

export interface GridKeysOptions {
  inView: () => RowRange
  pageRows: () => number
  moveTo: (index: number) => void
  open: () => void
  zoom: () => void
  leave: () => void
}

/** The keys of the grid: moving, choosing, zooming, opening, and back. */
export function useGridKeys(options: GridKeysOptions): { onKeyDown: (event: KeyboardEvent) => void } {
  const items = useItems()
  const selection = useSelection()

  function move(event: KeyboardEvent, index: number): void {
    const before = items.activeIndex
    options.moveTo(index)
    if (!event.shiftKey) return
    // Shift takes along the rows that it passes; rows that are still coming can be chosen when they are here.
    const rows = [before, index].map((at) => (at === null ? undefined : items.rowAt(at)))
    selection.choose(
      rows.filter((row) => row !== undefined),
      true,
    )
  }

  function toggleActive(): void {
    const row = items.activeIndex === null ? undefined : items.rowAt(items.activeIndex)
    if (row) selection.toggle(row)
  }

  function stepBack(): void {
    if (selection.count > 0) selection.clear()
    else options.leave()
  }

  function act(event: KeyboardEvent): boolean {
    const isCommand = event.ctrlKey || event.metaKey
    if (event.key === 'Enter' && !isCommand) options.open()
    else if (event.key === ' ' && (event.shiftKey || isCommand)) toggleActive()
    else if (event.key === ' ') options.zoom()
    else if (event.key === 'Escape') stepBack()
    else if (event.key.toLowerCase() === 'a' && isCommand) selection.selectAll()
    else return false
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
