/** What runs in the page while it is scrolled: it measures frames, and rows that stay blank. */
import type { JSHandle, Page } from '@playwright/test'

/** What was seen between `start` and `stop`. */
export interface Recording {
  /** Milliseconds between the frames' own times. */
  frames: number[]
  rowsSeen: number
  /** Milliseconds that rows which came into view without content stayed so. */
  blankFor: number[]
  /** Rows still blank in view 100 ms after they came into it. */
  blankTooLong: number
}

export interface Watch {
  start: () => void
  stop: () => Recording
}

/** Watches the rows of the grid, or nothing but frames where `rows` is false. */
export function watchPage(page: Page, rows: boolean): Promise<JSHandle<Watch>> {
  return page.evaluateHandle(createWatch, rows)
}

/** In the page, and so without anything from outside. Rows are looked at after each frame is laid out. */
function createWatch(rows: boolean): Watch {
  const tooLong = 100
  const grid = document.querySelector('[role=grid]')
  const scrolls = (element: Element): boolean =>
    element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY)
  const scroller = [...(grid?.querySelectorAll('*') ?? [])].find(scrolls)
  if (!scroller) throw new Error('the grid has nothing that scrolls')
  const laidOut = new MessageChannel()
  let recording: Recording | null = null
  let lastFrame: number | null = null
  /** Rows in view, and since when they are blank; the place that no row covers is row 0. */
  let inView = new Map<number, { blankSince: number | null; isCounted: boolean }>()

  function onFrame(time: number, to: Recording): void {
    // What was recorded before may have a frame still to come.
    if (recording !== to) return
    if (lastFrame !== null) to.frames.push(time - lastFrame)
    lastFrame = time
    if (rows) laidOut.port2.postMessage(null)
    requestAnimationFrame((next) => onFrame(next, to))
  }

  function look(to: Recording): void {
    const now = performance.now()
    const view = scroller!.getBoundingClientRect()
    const before = inView
    inView = new Map()
    let covered = 0
    for (const row of scroller!.querySelectorAll('[role=row][aria-rowindex]')) {
      const { top, bottom } = row.getBoundingClientRect()
      const height = Math.min(bottom, view.bottom) - Math.max(top, view.top)
      if (height <= 0) continue
      covered += height
      const isBlank = row.getAttribute('aria-busy') === 'true' || row.textContent.trim() === ''
      note(to, before, Number(row.getAttribute('aria-rowindex')), isBlank, now)
    }
    note(to, before, 0, covered < view.height - 2, now)
  }

  function note(to: Recording, before: typeof inView, index: number, isBlank: boolean, now: number): void {
    const known = before.get(index)
    if (!known && index > 0) to.rowsSeen++
    const blankSince = isBlank ? (known?.blankSince ?? now) : null
    const lasted = now - (known?.blankSince ?? now)
    const wasCounted = known?.isCounted === true
    if (lasted >= tooLong && !wasCounted) to.blankTooLong++
    if (!isBlank && lasted > 0) to.blankFor.push(lasted)
    inView.set(index, { blankSince, isCounted: isBlank && (wasCounted || lasted >= tooLong) })
  }

  laidOut.port1.onmessage = () => {
    if (recording) look(recording)
  }
  return {
    start() {
      const begun = { frames: [], rowsSeen: 0, blankFor: [], blankTooLong: 0 }
      recording = begun
      lastFrame = null
      inView = new Map()
      requestAnimationFrame((time) => onFrame(time, begun))
    },
    stop() {
      const done = recording
      recording = null
      if (!done) throw new Error('nothing was recorded')
      return done
    },
  }
}
