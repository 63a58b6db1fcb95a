import type { OrderItemRow } from '../../../shared/item-query.ts'
import type { RowSpan } from './row-blocks.ts'

/** A row that the eye is on, and where it stood. */
export interface Anchor {
  id: number
  index: number
}

/** How many rows are tried: the first ones may have left the result. */
const mostTried = 12

/** The rows to hold on to, best first: the active one if it is in view, then those in view from the top. */
export function anchorsOf(
  view: RowSpan,
  rowAt: (index: number) => OrderItemRow | undefined,
  activeIndex: number | null,
): Anchor[] {
  const isInView = activeIndex !== null && activeIndex >= view.first && activeIndex < view.end
  const indexes = isInView ? [activeIndex] : []
  for (let index = view.first; index < view.end; index++) if (index !== activeIndex) indexes.push(index)
  const anchors: Anchor[] = []
  for (const index of indexes.slice(0, mostTried)) {
    const row = rowAt(index)
    if (row) anchors.push({ id: row.id, index })
  }
  return anchors
}

/** By how many rows the first anchor that is still there moved; 0 where none is. */
export async function shiftOf(
  anchors: readonly Anchor[],
  positionOf: (itemId: number) => Promise<number | null>,
): Promise<number> {
  for (const anchor of anchors) {
    const position = await positionOf(anchor.id)
    if (position !== null) return position - anchor.index
  }
  return 0
}
