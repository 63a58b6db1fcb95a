import { toAppError } from '../../../shared/result.ts'
import { useItemDetail } from '../stores/item-detail.ts'
import { useItems } from '../stores/items.ts'
import { useNotices } from '../stores/notices.ts'
import { useSelection } from '../stores/selection.ts'

export interface GridPointer {
  onClick: (index: number, event: MouseEvent) => void
  /** A press on a row's box. */
  onChoose: (index: number, event: MouseEvent) => void
}

/** Presses on rows: look at one; with Ctrl/Cmd choose it; with Shift choose all from the last one to it. */
export function useGridPointer(moveTo: (index: number) => void): GridPointer {
  const items = useItems()
  const detail = useItemDetail()
  const selection = useSelection()
  const notices = useNotices()
  let lastChosen: number | null = null

  async function chooseTo(index: number): Promise<void> {
    try {
      await selection.chooseBetween(lastChosen ?? items.activeIndex ?? index, index)
    } catch (thrown) {
      notices.tell(toAppError(thrown))
    }
  }

  function onChoose(index: number, event: MouseEvent): void {
    const row = items.rowAt(index)
    if (event.shiftKey) void chooseTo(index)
    else if (row) selection.toggle(row)
    lastChosen = index
  }

  function onClick(index: number, event: MouseEvent): void {
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      onChoose(index, event)
      return
    }
    moveTo(index)
    lastChosen = index
    // A press on the row whose bundle or order was being looked at comes back to the row itself.
    if (detail.shownId !== items.activeId) detail.show(items.activeId)
  }

  return { onClick, onChoose }
}
