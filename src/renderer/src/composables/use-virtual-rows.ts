import { computed, onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { useCalmJumps } from './use-calm-jumps.ts'
import {
  drawnHeight,
  drawnOffset,
  lastTop,
  mostInView,
  placeAfterScroll,
  placeAt,
  rowsInView,
  rowsOfPage,
  topToReveal,
} from './virtual-rows.ts'
import type { ListGeometry, RowRange, ScrollPlace } from './virtual-rows.ts'

/** Rows drawn beyond the viewport, so that a flick of the wheel finds them there. */
const beyond = 6

export interface VirtualRows {
  /** Height of the element inside the scroller, px. */
  height: ComputedRef<number>
  /** Rows to draw. */
  drawn: ComputedRef<RowRange>
  /** Rows in the viewport. */
  inView: ComputedRef<RowRange>
  /** Where a row stands inside the element, px: its place in the whole list plus this. Still while one scrolls on. */
  offset: ComputedRef<number>
  /** How many rows can be drawn at once, at most: so many pieces of the page serve all rows. */
  pool: ComputedRef<number>
  pageRows: ComputedRef<number>
  scrollToTop: () => void
  /** Moves by whole rows, at once: what the eye holds stays where it was when rows come in above. */
  shiftBy: (rows: number) => void
  /** The least move that shows the row. */
  reveal: (row: number) => void
}

const sameRange = (before: RowRange | undefined, now: RowRange): RowRange =>
  before && before.first === now.first && before.end === now.end ? before : now

/** Milliseconds without a move. Every turn of a wheel ends by itself: that is no rest yet. */
const resting = 200

export interface VirtualRowsOptions {
  rows: () => number
  rowHeight: () => number
  /** Stays on top of the rows, inside the scroller. */
  head: Readonly<Ref<HTMLElement | null>>
}

/** Draws only the rows in view of a list of any length, in `scroller`. */
export function useVirtualRows(
  scroller: Readonly<Ref<HTMLElement | null>>,
  { rows, rowHeight, head }: VirtualRowsOptions,
): VirtualRows {
  const viewportHeight = ref(0)
  const place = shallowRef<ScrollPlace>({ top: 0, drawnTop: 0 })
  const list = computed<ListGeometry>(() => ({
    rows: rows(),
    rowHeight: rowHeight(),
    viewportHeight: viewportHeight.value,
  }))

  /** @param drawnTop where the element stands: to ask it may cost the layout of the whole page. */
  function put(next: ScrollPlace, drawnTop: number | undefined = scroller.value?.scrollTop): void {
    const element = scroller.value
    if (!element) return
    if (drawnTop === next.drawnTop) {
      place.value = next
      return
    }
    element.scrollTop = next.drawnTop
    // What the element took is what its next scroll event is measured from.
    place.value = { top: next.top, drawnTop: element.scrollTop }
  }

  function goTo(top: number): void {
    put(placeAt(list.value, top))
  }

  let rest: ReturnType<typeof setTimeout> | undefined
  function onScroll(): void {
    const drawnTop = scroller.value?.scrollTop ?? 0
    if (drawnTop !== place.value.drawnTop) put(placeAfterScroll(list.value, place.value, drawnTop), drawnTop)
    clearTimeout(rest)
    // After small steps the scroll bar of a long list goes where it belongs, once the hand rests.
    rest = setTimeout(() => goTo(place.value.top), resting)
  }

  const takeHeight = (): void => {
    const { clientHeight = 0 } = scroller.value ?? {}
    viewportHeight.value = Math.max(0, clientHeight - (head.value?.offsetHeight ?? 0))
  }
  const measure = new ResizeObserver(takeHeight)
  onMounted(() => {
    const element = scroller.value
    if (!element) return
    takeHeight()
    measure.observe(element)
    if (head.value) measure.observe(head.value)
    element.addEventListener('scroll', onScroll, { passive: true })
  })
  onBeforeUnmount(() => {
    measure.disconnect()
    scroller.value?.removeEventListener('scroll', onScroll)
    clearTimeout(rest)
  })

  // Another row height: the same row stays on top. A shorter list: its last row ends the view.
  watch(
    list,
    (now, before) => {
      const scale = now.rowHeight / before.rowHeight
      if (scale !== 1 || place.value.top > lastTop(now)) goTo(place.value.top * scale)
    },
    { flush: 'post' },
  )

  // None of the rows that were in view is any more.
  const isJump = (from: ScrollPlace, to: ScrollPlace): boolean =>
    Math.abs(to.top - from.top) >= list.value.viewportHeight - list.value.rowHeight
  const { followed: shown, catchUp } = useCalmJumps(place, isJump)
  // The same object while the same rows are meant: what is drawn from it is then left alone.
  const drawn = computed<RowRange>((before) =>
    sameRange(before, rowsInView(list.value, shown.value.top, beyond)),
  )
  const inView = computed<RowRange>((before) => sameRange(before, rowsInView(list.value, shown.value.top)))
  return {
    height: computed(() => drawnHeight(list.value)),
    drawn,
    inView,
    offset: computed(() => drawnOffset(shown.value)),
    pool: computed(() => mostInView(list.value, beyond)),
    pageRows: computed(() => rowsOfPage(list.value)),
    scrollToTop: () => {
      goTo(0)
      catchUp()
    },
    shiftBy: (count) => {
      goTo(place.value.top + count * list.value.rowHeight)
      catchUp()
    },
    reveal: (row) => {
      const top = topToReveal(list.value, place.value.top, row)
      if (top !== place.value.top) goTo(top)
    },
  }
}
