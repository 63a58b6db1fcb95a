import { useItemDetail } from '../stores/item-detail.ts'
import { useItems } from '../stores/items.ts'
import { useSelection } from '../stores/selection.ts'
import type { CellId } from './grid-cells.ts'
import type { ActiveCell } from './use-active-cell.ts'
import { useTold } from './use-told.ts'

export interface GridPointerOptions {
  moveTo: (index: number) => void
  active: ActiveCell
  cells: () => readonly CellId[]
  open: () => void
}

/** One set of listeners for all rows: a row that came with its own would be drawn anew at every scroll. */
export interface GridPointer {
  onClick: (event: MouseEvent) => void
  onDoubleClick: (event: MouseEvent) => void
  onMouseDown: (event: MouseEvent) => void
}

const closest = (event: MouseEvent, selector: string): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null

/** Presses on rows: look at one; with Ctrl/Cmd choose it; with Shift choose all from the last one to it. */
export function useGridPointer({ moveTo, active, cells, open }: GridPointerOptions): GridPointer {
  const items = useItems()
  const detail = useItemDetail()
  const selection = useSelection()
  const told = useTold()
  let lastChosen: number | null = null

  /** The header is row 1. */
  const indexOf = (event: MouseEvent): number =>
    Number(closest(event, '[aria-rowindex]')?.getAttribute('aria-rowindex') ?? 1) - 2
  const cellOf = (event: MouseEvent): CellId | null =>
    cells()[Number(closest(event, '[aria-colindex]')?.getAttribute('aria-colindex') ?? 0) - 1] ?? null

  async function choose(index: number, event: MouseEvent): Promise<void> {
    const row = items.rowAt(index)
    const from = lastChosen ?? items.activeIndex ?? index
    lastChosen = index
    if (event.shiftKey) await told(() => selection.chooseBetween(from, index))
    else if (row) await told(() => selection.toggle(row))
    // The press itself turned the box over, also where the row stays as it was: then nothing else would turn it back.
    const box = closest(event, 'input')
    const now = items.rowAt(index)
    if (box instanceof HTMLInputElement && indexOf(event) === index && now) box.checked = now.selected
  }

  function onClick(event: MouseEvent): void {
    const index = indexOf(event)
    if (index < 0) return
    if (event.shiftKey || event.ctrlKey || event.metaKey || closest(event, 'input')) {
      void choose(index, event)
      return
    }
    moveTo(index)
    active.cell.value = cellOf(event)
    lastChosen = index
    // A press on the row whose bundle or order was being looked at comes back to the row itself.
    if (detail.shownId !== items.activeId) detail.show(items.activeId)
  }

  function onDoubleClick(event: MouseEvent): void {
    if (indexOf(event) >= 0 && cellOf(event) !== 'box') open()
  }

  /** A press that chooses marks no text and gives the focus to no box: it is the grid's. */
  function onMouseDown(event: MouseEvent): void {
    if (!event.shiftKey && cellOf(event) !== 'box') return
    event.preventDefault()
    closest(event, '[role=grid]')?.focus({ preventScroll: true })
  }

  return { onClick, onDoubleClick, onMouseDown }
}
