/**
 * What the app holds in memory after a start, a first search, every sort and scrolling about, beside an app of a blank
 * page; and the page's own heap, which must not grow with the number of items.
 */
import type { Page } from '@playwright/test'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { BenchOptions } from './bench-options.ts'
import { blankApp, seededProfile } from './bench-profiles.ts'
import { figure } from './figures.ts'
import type { Figure } from './figures.ts'
import { memoryOf, processKinds } from './process-memory.ts'
import type { Memory, ProcessKind } from './process-memory.ts'
import { move, moves } from './scroll-moves.ts'
import { gridTarget, jumpToEnd } from './scroll-place.ts'
import { searchBox } from '../support/steps.ts'
import { rowSelector, startAndSee } from './watched-start.ts'

const root = resolve(import.meta.dirname, '../..')
const fewItems = 10_000
/** Milliseconds until what a step set off has come to rest. */
const rest = 1500

const steps = ['start', 'a first search', 'each sort once', 'scrolling about'] as const
type Step = (typeof steps)[number]

interface Walk {
  after: Record<Step, Record<ProcessKind, Memory>>
  /** Of the page, in use after a collection, MB. */
  heap: number
}

export async function memoryBench({ items, seconds, fresh }: BenchOptions): Promise<Figure[]> {
  if (process.platform !== 'linux')
    throw new Error('the memory of processes is read from /proc, on Linux alone')
  const blank = await memoryOfBlankApp()
  const smaller = Math.min(items, fewItems)
  const few = await walk(smaller, seconds, fresh)
  const many = await walk(items, seconds, fresh)
  const kindsOfFigures = processKinds.flatMap((kind) => [
    ...steps.map((step) => {
      const anchor = { what: 'the blank app', p50: blank[kind].resident }
      return figure(
        `${nameOf[kind]} after ${step}, resident`,
        'MB',
        [many.after[step][kind].resident],
        anchor,
      )
    }),
    figure(`${nameOf[kind]} at the end, its share`, 'MB', [many.after['scrolling about'][kind].own], {
      what: 'the blank app',
      p50: blank[kind].own,
    }),
  ])
  return [
    ...kindsOfFigures,
    figure(`the page's heap, ${items} items`, 'MB', [many.heap], { what: `${smaller} items`, p50: few.heap }),
  ]
}

const nameOf: Record<ProcessKind, string> = {
  main: 'main with its threads',
  renderer: 'the page',
  others: 'other processes',
}

async function memoryOfBlankApp(): Promise<Record<ProcessKind, Memory>> {
  const blank = blankApp()
  try {
    const userData = join(blank.path, 'profile')
    const app = await startAndSee({ folder: blank.path, userData, selector: '#blank' })
    await delay(rest)
    const memory = memoryOf(pidOf(app))
    await app.close()
    return memory
  } finally {
    blank.remove()
  }
}

async function walk(items: number, seconds: number, fresh: boolean): Promise<Walk> {
  const profile = await seededProfile(items, { fresh })
  try {
    const app = await startAndSee({ folder: root, userData: profile.path, selector: rowSelector })
    const { page } = app
    const measure = async (): Promise<Record<ProcessKind, Memory>> => {
      await settled(page)
      await delay(rest)
      return memoryOf(pidOf(app))
    }
    try {
      const start = await measure()
      await searchOnce(page)
      const search = await measure()
      await sortByEach(page)
      const sort = await measure()
      await scrollAbout(page, seconds)
      const scroll = await measure()
      const after = {
        start,
        'a first search': search,
        'each sort once': sort,
        'scrolling about': scroll,
      }
      return { after, heap: await heapOf(page) }
    } finally {
      await app.close()
    }
  } finally {
    profile.remove()
  }
}

function pidOf({ process: { pid } }: { process: { pid?: number | undefined } }): number {
  if (pid === undefined) throw new Error('the app has not started')
  return pid
}

/** The cache answers one question after the other: an answer to this one means that those before have theirs. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => window.packlight.items.summary())
}

async function searchOnce(page: Page): Promise<void> {
  for (const text of ['g', 'gömlek', '']) {
    await searchBox(page).fill(text)
    await settled(page)
  }
}

async function sortByEach(page: Page): Promise<void> {
  const heads = page.locator('[role=grid] [role=columnheader] button')
  for (let at = 0; at < (await heads.count()); at++) {
    await heads.nth(at).click()
    await settled(page)
  }
}

async function scrollAbout(page: Page, seconds: number): Promise<void> {
  await jumpToEnd(page)
  const target = await gridTarget(page)
  for (const kind of moves) await move(page, kind, target, (seconds * 1000) / moves.length)
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  // Twice: what the first one lets go of may have held something more.
  for (let time = 0; time < 2; time++) await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1_000_000
}
