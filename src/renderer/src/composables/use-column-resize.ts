import { onScopeDispose, ref } from 'vue'
import type { Ref } from 'vue'
import type { SortColumn } from '../../../shared/item-query.ts'
import { useViews } from '../stores/views.ts'
import { resized } from './column-order.ts'
import { useTold } from './use-told.ts'

/** A press of an arrow key, px; with Shift more. */
const step = 8
const largeStep = 40

export interface ColumnResize {
  /** The column whose edge is being dragged. */
  resizing: Ref<SortColumn | null>
  /** `width` is the column's now, px. */
  onPointerDown: (event: PointerEvent, id: SortColumn, width: number) => void
  onKeyDown: (event: KeyboardEvent, id: SortColumn, width: number) => void
  reset: (id: SortColumn) => void
}

/** Widths by dragging an edge or by keys: arrows by a step, Home to the least, Enter to what it was at first. */
export function useColumnResize(): ColumnResize {
  const views = useViews()
  const told = useTold()
  const resizing = ref<SortColumn | null>(null)
  let end: () => void = () => undefined

  const set = (id: SortColumn, width: number | null): void =>
    void told(() => views.setColumns(resized(views.columns, id, width)))

  function onPointerDown(event: PointerEvent, id: SortColumn, width: number): void {
    if (event.button !== 0) return
    event.preventDefault()
    const move = ({ clientX }: PointerEvent): void =>
      views.tryColumns(resized(views.columns, id, width + clientX - event.clientX))
    end()
    end = () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', finish)
      window.removeEventListener('pointercancel', finish)
      resizing.value = null
    }
    const finish = ({ clientX }: PointerEvent): void => {
      end()
      // A press that did not move is half of a double click.
      if (clientX !== event.clientX) void told(() => views.setColumns(views.columns))
    }
    resizing.value = id
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', finish)
    window.addEventListener('pointercancel', finish)
  }
  onScopeDispose(() => end())

  function onKeyDown(event: KeyboardEvent, id: SortColumn, width: number): void {
    const by = event.shiftKey ? largeStep : step
    if (event.key === 'ArrowRight') set(id, width + by)
    else if (event.key === 'ArrowLeft') set(id, width - by)
    else if (event.key === 'Home') set(id, 0)
    else if (event.key === 'Enter') set(id, null)
    else return
    event.preventDefault()
  }

  return { resizing, onPointerDown, onKeyDown, reset: (id) => set(id, null) }
}
