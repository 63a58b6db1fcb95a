import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { calmNews } from '../../../../src/main/stores/calm-news.ts'
import type { SyncStatus } from '../../../../src/shared/sync-status.ts'
import { makeProgress } from '../../../support/cache-items.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const status = (done: number, over: Partial<SyncStatus> = {}): SyncStatus => ({
  storeKey: 'one',
  phase: 'running',
  progress: makeProgress({ done }),
  waitUntil: null,
  error: null,
  connection: { kind: 'unknown' },
  asOf: null,
  canResume: false,
  ...over,
})

function listen() {
  const told: string[] = []
  const news = calmNews({
    onStatus: ({ phase, progress }) => told.push(`${phase} ${progress?.done ?? '-'}`),
    onItems: (storeKey, revision) => told.push(`${storeKey} ${revision}`),
  })
  return { told, news }
}

it('a sync of many pages is told five times a second, its end at once and after its items', () => {
  const { told, news } = listen()
  for (let page = 1; page <= 55; page++) {
    news.onStatus(status(page))
    news.onItems('one', page)
    vi.advanceTimersByTime(10)
  }
  expect(told.filter((line) => line.startsWith('running'))).toHaveLength(3)
  expect(told.filter((line) => line.startsWith('one'))).toHaveLength(3)
  news.onStatus(status(0, { phase: 'idle', progress: null }))
  expect(told.slice(-2)).toEqual(['one 55', 'idle -'])
  const before = told.length
  vi.advanceTimersByTime(1000)
  expect(told).toHaveLength(before)
})

it('what waits of one store is told before what is new in another', () => {
  const { told, news } = listen()
  news.onItems('one', 1)
  news.onItems('one', 2)
  news.onItems('two', 7)
  vi.advanceTimersByTime(1000)
  expect(told).toEqual(['one 1', 'one 2', 'two 7'])
})
