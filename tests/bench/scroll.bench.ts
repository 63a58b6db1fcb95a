/**
 * Wheel, scroll bar and keys through the built app: which frames come late, and which rows stay blank. Beside it an
 * empty scroller of the same size and height in the same window, moved in the same ways.
 */
import type { JSHandle, Page } from '@playwright/test'
import { resolve } from 'node:path'
import type { BenchOptions } from './bench-options.ts'
import { seededProfile } from './bench-profiles.ts'
import { figure, median } from './figures.ts'
import type { Figure } from './figures.ts'
import { move, moves } from './scroll-moves.ts'
import type { Move, Target } from './scroll-moves.ts'
import { gridTarget, jumpToEnd, layEmptyScroller } from './scroll-place.ts'
import { watchPage } from './scroll-watch.ts'
import type { Recording, Watch } from './scroll-watch.ts'
import { rowSelector, startAndSee } from './watched-start.ts'

const root = resolve(import.meta.dirname, '../..')
/** Seconds of one turn through all moves; the empty scroller has a third of it. */
const turnSeconds = 10
/** A frame of 60 a second, and what its clock may be off. */
const inTimeMs = 16.7 + 0.5

type Recordings = Record<Move, Recording[]>

export async function scrollBench({ items, seconds, fresh }: BenchOptions): Promise<Figure[]> {
  const profile = await seededProfile(items, { fresh })
  try {
    const app = await startAndSee({ folder: root, userData: profile.path, selector: rowSelector })
    try {
      return await scroll(app.page, seconds)
    } finally {
      await app.close()
    }
  } finally {
    profile.remove()
  }
}

async function scroll(page: Page, seconds: number): Promise<Figure[]> {
  const firstJump = await jumpToEnd(page)
  const list = await gridTarget(page)
  const ofList = recordings()
  const ofEmpty = recordings()
  const listWatch = await watchPage(page, true)
  const emptyWatch = await watchPage(page, false)
  const turns = Math.max(1, Math.round(seconds / turnSeconds))
  const each = (seconds * 1000) / turns / moves.length
  for (let turn = 0; turn < turns; turn++) {
    await record(page, list, listWatch, ofList, each)
    const removeEmpty = await page.evaluateHandle(layEmptyScroller)
    const focus = (): Promise<void> => page.locator('#empty-scroller').focus()
    await record(page, { ...list, focus }, emptyWatch, ofEmpty, each / 3)
    await removeEmpty.evaluate((remove) => remove())
  }
  return [figure('first jump to the end, rows there', 'ms', [firstJump]), ...figuresOf(ofList, ofEmpty)]
}

const recordings = (): Recordings => ({ wheel: [], thumb: [], keys: [] })

async function record(
  page: Page,
  target: Target,
  watch: JSHandle<Watch>,
  to: Recordings,
  milliseconds: number,
): Promise<void> {
  for (const kind of moves) {
    await target.focus()
    await watch.evaluate((one) => one.start())
    await move(page, kind, target, milliseconds)
    to[kind].push(await watch.evaluate((one) => one.stop()))
  }
}

function figuresOf(list: Recordings, empty: Recordings): Figure[] {
  const framesOf = (of: Recording[]): number[] => of.flatMap(({ frames }) => frames)
  const all = (of: Recordings): Recording[] => moves.flatMap((kind) => of[kind])
  const share = (frames: number[]): number =>
    (100 * frames.filter((one) => one <= inTimeMs).length) / frames.length
  const frames = (what: string, of: Recording[], anchorOf: Recording[]): Figure[] => {
    const [mine, theirs] = [framesOf(of), framesOf(anchorOf)]
    const anchor = { what: 'an empty scroller', p50: median(theirs) }
    return [
      figure(`frame, ${what}`, 'ms', mine, anchor),
      figure(`frame of the empty scroller, ${what}`, 'ms', theirs),
      figure(`frames in time, ${what}`, '%', [share(mine)], { ...anchor, p50: share(theirs) }),
    ]
  }
  const sum = (of: (one: Recording) => number): number => all(list).reduce((total, one) => total + of(one), 0)
  const blank = all(list).flatMap(({ blankFor }) => blankFor)
  const seen = { what: 'rows that came into view', p50: sum(({ rowsSeen }) => rowsSeen) }
  return [
    ...moves.flatMap((kind) => frames(kind, list[kind], empty[kind])),
    ...frames('all moves', all(list), all(empty)),
    figure('rows blank after 100 ms', 'count', [sum(({ blankTooLong }) => blankTooLong)], seen),
    ...(blank.length > 0 ? [figure('blank until here', 'ms', blank)] : []),
  ]
}
