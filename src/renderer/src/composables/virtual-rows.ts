/**
 * The arithmetic of a list that draws only the rows in view.
 *
 * "True" pixels count from the top of the whole list (rows x row height). A Chromium element cannot be higher
 * than about 33.5 million px, so a long list lives in a lower element, whose own scroll position ("drawn"
 * pixels) stands for a place in the whole. Small moves (wheel, touch, page keys) are taken as true pixels and
 * large ones (the scroll bar's thumb) as a share of the whole.
 */

/** Far below Chromium's limit: positions stay exact to a fraction of a pixel. */
export const tallestElement = 8_000_000

export interface ListGeometry {
  rows: number
  /** All in CSS pixels. */
  rowHeight: number
  viewportHeight: number
}

export interface ScrollPlace {
  /** True pixels hidden above the viewport. */
  top: number
  /** The scroll position of the element that shows it. */
  drawnTop: number
}

export interface RowRange {
  first: number
  /** The row after the last. */
  end: number
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high)

export const drawnHeight = (list: ListGeometry): number =>
  Math.min(list.rows * list.rowHeight, tallestElement)

/** The largest `top`: the last row ends at the viewport's end. */
export const lastTop = (list: ListGeometry): number =>
  Math.max(0, list.rows * list.rowHeight - list.viewportHeight)

const lastDrawnTop = (list: ListGeometry): number => Math.max(0, drawnHeight(list) - list.viewportHeight)

const isMapped = (list: ListGeometry): boolean => list.rows * list.rowHeight > tallestElement

/** Moves of the scroll position up to this are true pixels. One pixel of the thumb's way is always more. */
function largestStep(list: ListGeometry): number {
  return Math.min(2 * list.viewportHeight, drawnHeight(list) / Math.max(1, list.viewportHeight) / 2)
}

/** The place for a wanted `top`, with the scroll bar where that place stands in the whole. */
export function placeAt(list: ListGeometry, wantedTop: number): ScrollPlace {
  const top = clamp(wantedTop, 0, lastTop(list))
  if (!isMapped(list)) return { top, drawnTop: top }
  return { top, drawnTop: (top / lastTop(list)) * lastDrawnTop(list) }
}

/**
 * The place after the element was scrolled to `drawnTop` by hand. The answer's `drawnTop` is the one given,
 * but where the element is at an end and the list is not: then it is where the element must be put.
 */
export function placeAfterScroll(list: ListGeometry, before: ScrollPlace, drawnTop: number): ScrollPlace {
  if (!isMapped(list)) return { top: clamp(drawnTop, 0, lastTop(list)), drawnTop }
  const step = drawnTop - before.drawnTop
  const end = lastDrawnTop(list)
  if (Math.abs(step) > largestStep(list)) {
    return { top: clamp(drawnTop / end, 0, 1) * lastTop(list), drawnTop }
  }
  const top = clamp(before.top + step, 0, lastTop(list))
  const isAtDrawnEnd = drawnTop <= 0 || drawnTop >= end
  const isAtEnd = top <= 0 || top >= lastTop(list)
  if (isAtDrawnEnd === isAtEnd) return { top, drawnTop }
  const exact = placeAt(list, top)
  // An element cannot stand at a fraction of a pixel: so near the end it would hold the wheel for good.
  if (isAtDrawnEnd && Math.abs(exact.drawnTop - drawnTop) < 2)
    return { top: drawnTop <= 0 ? 0 : lastTop(list), drawnTop }
  return exact
}

/** The rows that touch the viewport, and `beyond` more on each side. */
export function rowsInView(list: ListGeometry, top: number, beyond = 0): RowRange {
  const first = Math.floor(top / list.rowHeight) - beyond
  const end = Math.ceil((top + list.viewportHeight) / list.rowHeight) + beyond
  return { first: clamp(first, 0, list.rows), end: clamp(end, 0, list.rows) }
}

/** The least move that shows the whole row. */
export function topToReveal(list: ListGeometry, top: number, row: number): number {
  const rowTop = row * list.rowHeight
  if (rowTop < top) return rowTop
  return Math.max(top, Math.min(rowTop, rowTop + list.rowHeight - list.viewportHeight))
}

/** The most rows that touch a viewport of this height at once, wherever it stands. */
export function mostInView(list: ListGeometry, beyond = 0): number {
  return Math.ceil(list.viewportHeight / list.rowHeight) + 1 + 2 * beyond
}

/**
 * From a row's true place to where it is drawn inside the element. Small moves leave it as it is; rounded, so that
 * the last digits of a sum do not count as a move.
 */
export function drawnOffset(place: ScrollPlace): number {
  return Math.round((place.drawnTop - place.top) * 64) / 64
}

/** Where a row is drawn inside the element. */
export function drawnRowTop(list: ListGeometry, place: ScrollPlace, row: number): number {
  return row * list.rowHeight + drawnOffset(place)
}

/** How many rows a page key moves: a viewport, less one row to keep the eye's hold. */
export function rowsOfPage(list: ListGeometry): number {
  return Math.max(1, Math.floor(list.viewportHeight / list.rowHeight) - 1)
}
