import type { SortColumn } from '../../../shared/item-query.ts'

/** Room left beside a cell, so that its ring is seen, px. */
const room = 8

/** Scrolls sideways just so far that a column is seen beside the ones that stay; null: those themselves. */
export function revealSideways(scroller: HTMLElement, column: SortColumn | null): void {
  const head = column === null ? null : scroller.querySelector(`[data-column="${column}"]`)
  const lead = scroller.querySelector('.lead')
  if (!head || !lead) return
  const { left, right } = head.getBoundingClientRect()
  const frame = scroller.getBoundingClientRect()
  const start = lead.getBoundingClientRect().right + room
  const end = frame.left + scroller.clientWidth - room
  if (left < start) scroller.scrollLeft -= start - left
  else if (right > end) scroller.scrollLeft += Math.min(right - end, left - start)
}
