import { onScopeDispose, shallowRef } from 'vue'
import type { Ref } from 'vue'
import type { SortColumn } from '../../../shared/item-query.ts'
import { useNotices } from '../stores/notices.ts'
import { useViews } from '../stores/views.ts'
import { moved } from './column-order.ts'
import { useTold } from './use-told.ts'

/** So far a press may slip and still be a press, px. */
const slip = 6

export interface ColumnDragState {
  id: SortColumn
  /** Place among the columns, the dragged one left out. */
  to: number
}

export interface ColumnDrag {
  /** Null while nothing is dragged. */
  drag: Readonly<Ref<ColumnDragState | null>>
  onPointerDown: (event: PointerEvent, id: SortColumn) => void
  /** Whether the press that just ended was a drag: then it is no press of the button. */
  wasDrag: () => boolean
}

/** Moving a column by its header. `heads` are the headers in their order; `say` is told where the column went. */
export function useColumnDrag(
  heads: () => readonly HTMLElement[],
  say: (id: SortColumn, place: number) => string,
): ColumnDrag {
  const views = useViews()
  const notices = useNotices()
  const told = useTold()
  const drag = shallowRef<ColumnDragState | null>(null)
  let dragged = false
  let end: () => void = () => undefined

  function placeAt(clientX: number, id: SortColumn): number {
    const others = heads().filter((head) => head.dataset['column'] !== id)
    return others.filter((head) => {
      const { left, width } = head.getBoundingClientRect()
      return left + width / 2 < clientX
    }).length
  }

  function drop({ id, to }: ColumnDragState): void {
    if (views.columns.findIndex((one) => one.id === id) === to) return
    void told(() => views.setColumns(moved(views.columns, id, to)))
    notices.announce(say(id, to + 1))
  }

  function onPointerDown(event: PointerEvent, id: SortColumn): void {
    dragged = false
    if (event.button !== 0) return
    const move = ({ clientX }: PointerEvent): void => {
      dragged ||= Math.abs(clientX - event.clientX) > slip
      if (dragged) drag.value = { id, to: placeAt(clientX, id) }
    }
    const finish = (): void => {
      const done = drag.value
      end()
      if (done) drop(done)
      // The click of this very press still comes; the next one is a press again, also by a key.
      setTimeout(() => {
        dragged = false
      })
    }
    const giveUp = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') end()
    }
    end()
    end = () => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', finish)
      window.removeEventListener('pointercancel', end)
      window.removeEventListener('keydown', giveUp)
      drag.value = null
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', finish)
    window.addEventListener('pointercancel', end)
    window.addEventListener('keydown', giveUp)
  }
  onScopeDispose(() => end())

  return { drag, onPointerDown, wasDrag: () => dragged }
}
