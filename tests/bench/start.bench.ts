/**
 * Process start to the first cached row on the screen, beside the same host showing a blank page: with a small cache
 * and with one of `--items`, in turns, so that a busy moment of the machine falls on all of them.
 */
import { join, resolve } from 'node:path'
import type { BenchOptions } from './bench-options.ts'
import { blankApp, seededProfile } from './bench-profiles.ts'
import { figure, median } from './figures.ts'
import type { Figure } from './figures.ts'
import { rowSelector, startAndSee } from './watched-start.ts'

const rounds = 9
const fewItems = 10_000
const root = resolve(import.meta.dirname, '../..')

export async function startBench({ items, fresh }: BenchOptions): Promise<Figure[]> {
  const few = await seededProfile(Math.min(items, fewItems), { fresh })
  const many = await seededProfile(items, { fresh })
  const blank = blankApp()
  const blankStart = { folder: blank.path, userData: join(blank.path, 'profile'), selector: '#blank' }
  const starts = {
    blank: () => timeOf(blankStart),
    few: () => timeOf({ folder: root, userData: few.path, selector: rowSelector }),
    many: () => timeOf({ folder: root, userData: many.path, selector: rowSelector }),
  }
  const times: Record<keyof typeof starts, number[]> = { blank: [], few: [], many: [] }
  const beyond: Record<'few' | 'many' | 'growth', number[]> = { few: [], many: [], growth: [] }
  try {
    // Once without counting: Chromium makes its profile, and the files come into memory.
    for (const start of Object.values(starts)) await start()
    for (let round = 0; round < rounds; round++) {
      const now = { blank: await starts.blank(), few: await starts.few(), many: await starts.many() }
      for (const name of ['blank', 'few', 'many'] as const) times[name].push(now[name])
      beyond.few.push(now.few - now.blank)
      beyond.many.push(now.many - now.blank)
      beyond.growth.push(now.many - now.few)
    }
  } finally {
    for (const folder of [few, many, blank]) folder.remove()
  }
  const anchor = { what: 'the same host, a blank page', p50: median(times.blank) }
  const smaller = Math.min(items, fewItems)
  return [
    figure(`start to first row, ${smaller} items`, 'ms', times.few, anchor),
    figure(`start to first row, ${items} items`, 'ms', times.many, anchor),
    figure(`beyond the blank page, ${smaller} items`, 'ms', beyond.few),
    figure(`beyond the blank page, ${items} items`, 'ms', beyond.many),
    figure(`${items} items beyond ${smaller}`, 'ms', beyond.growth),
  ]
}

async function timeOf(options: Parameters<typeof startAndSee>[0]): Promise<number> {
  const { elapsed, close } = await startAndSee(options)
  await close()
  return elapsed
}
