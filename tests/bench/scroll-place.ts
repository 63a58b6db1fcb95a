/** Finds what scrolls in the window, and where it can be taken. It counts on the roles of a grid alone. */
import type { Page } from '@playwright/test'
import { setTimeout as delay } from 'node:timers/promises'
import { barMiddle, pressAndWait } from './scroll-moves.ts'
import type { Place, Target } from './scroll-moves.ts'

/** The grid's list, ready to be moved. */
export async function gridTarget(page: Page): Promise<Target> {
  const place = await page.evaluate(placeOfGrid)
  const focus = (): Promise<void> => page.locator('[role=grid]').focus()
  return { place, focus, grip: await findGrip(page, { place, focus }) }
}

/** Finds by trying where the thumb is: scroll bars have buttons at their ends on one system and none on another. */
async function findGrip(page: Page, { place, focus }: Omit<Target, 'grip'>): Promise<number> {
  const { x, y, width, height } = place
  for (const grip of [24, 8]) {
    await focus()
    await pressAndWait(page, 'Home', 500)
    await page.mouse.move(x + width - barMiddle, y + grip)
    await page.mouse.down()
    await page.mouse.move(x + width - barMiddle, y + grip + 200)
    await delay(200)
    const moved = await page.evaluate(topOfGrid)
    await page.mouse.up()
    if (moved > height) return grip
  }
  throw new Error('the scroll bar of the list cannot be dragged')
}

/**
 * Goes to the last row and waits for it; answers with the milliseconds. A list looked at for the first time away from
 * its beginning is worked out as a whole.
 */
export async function jumpToEnd(page: Page): Promise<number> {
  await page.locator('[role=grid]').focus()
  const startedAt = performance.now()
  await page.keyboard.press('End')
  await page.waitForFunction(
    () => {
      const grid = document.querySelector('[role=grid]')
      const last = grid?.querySelector(`[role=row][aria-rowindex="${grid.getAttribute('aria-rowcount')}"]`)
      return last !== null && last !== undefined && last.getAttribute('aria-busy') !== 'true'
    },
    undefined,
    { timeout: 120_000 },
  )
  const elapsed = performance.now() - startedAt
  await page.keyboard.press('Home')
  return elapsed
}

/** In the page. */
function topOfGrid(): number {
  const grid = document.querySelector('[role=grid]')
  return Math.max(0, ...[...(grid?.querySelectorAll('*') ?? [])].map(({ scrollTop }) => scrollTop))
}

/** In the page. */
function placeOfGrid(): Place {
  const grid = document.querySelector('[role=grid]')
  const scroller = [...(grid?.querySelectorAll('*') ?? [])].find(
    (element) =>
      element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY),
  )
  if (!scroller) throw new Error('the grid has nothing that scrolls')
  const { x, y, width, height } = scroller.getBoundingClientRect()
  return { x, y, width, height }
}

/** In the page: over the list a scroller of its size and height with nothing in it. Answers with its removal. */
export function layEmptyScroller(): () => void {
  const grid = document.querySelector('[role=grid]')
  const list = [...(grid?.querySelectorAll('*') ?? [])].find(
    (element) =>
      element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY),
  )
  if (!list) throw new Error('the grid has nothing that scrolls')
  const { x, y, width, height } = list.getBoundingClientRect()
  const scroller = document.createElement('div')
  const inside = document.createElement('div')
  scroller.id = 'empty-scroller'
  scroller.tabIndex = 0
  const px = (value: number): string => `${value}px`
  Object.assign(scroller.style, { position: 'fixed', zIndex: '1000', overflow: 'hidden scroll' })
  Object.assign(scroller.style, { left: px(x), top: px(y), width: px(width), height: px(height) })
  scroller.style.background = 'white'
  inside.style.height = px(list.scrollHeight)
  scroller.append(inside)
  document.body.append(scroller)
  return () => scroller.remove()
}
