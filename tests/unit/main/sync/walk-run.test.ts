import { describe, expect, it } from 'vitest'
import { beginning } from '../../../../src/main/sync/checkpoint.ts'
import type { PageToCommit, SyncCache, SyncOms } from '../../../../src/main/sync/ports.ts'
import { walkRun } from '../../../../src/main/sync/walk-run.ts'
import { makeItem, makeProgress } from '../../../support/cache-items.ts'

const pageSize = 10
const pageCount = 12

/** A list of twelve pages, and a cache that stores them as slowly as the test wishes. */
function walk(storing: (page: number, beforeIt: number) => Promise<void>, shouldPause = () => false) {
  const sent: number[] = []
  let held = 0
  let onTheirWay = 0
  const mostOnTheirWay: number[] = []
  const oms: Pick<SyncOms, 'itemPage'> = {
    itemPage: ({ page }) =>
      Promise.resolve({
        count: pageSize * pageCount,
        items: Array.from({ length: pageSize }, (_none, row) => ({ item: makeItem(page * 100 + row) })),
        rejected: [],
        nextPage: page + 1,
        source: new Uint8Array(),
        bytes: 7,
        milliseconds: 1,
      }),
  }
  let last = Promise.resolve()
  const commitPage = async ({ checkpoint, answers }: PageToCommit) => {
    const page = Number(checkpoint['page'])
    sent.push(page)
    mostOnTheirWay.push(++onTheirWay)
    // One after the other, as the cache's thread does.
    const mine = last.then(() => storing(page, held))
    last = mine.catch(() => undefined)
    await mine.finally(() => onTheirWay--)
    held += answers.flatMap(({ items }) => items).length
    return { added: pageSize, changed: 1, seen: held, revision: page }
  }
  const done: number[] = []
  const end = walkRun({
    runId: 1,
    kind: 'full',
    from: beginning(),
    progress: makeProgress({ requests: 0, bytes: 0 }),
    oms: oms as SyncOms,
    cache: { commitPage } as Partial<SyncCache> as SyncCache,
    retries: (work) => work(),
    signal: new AbortController().signal,
    shouldPause,
    onProgress: (progress) => done.push(progress.done),
    onCommit: () => undefined,
    onWait: () => undefined,
    now: () => new Date(0),
  })
  return { end, sent, done, held: () => held, mostOnTheirWay: () => Math.max(...mostOnTheirWay) }
}

const soon = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('walkRun', () => {
  it('sends pages while earlier ones are stored, a few at most, and ends when all are', async () => {
    const { end, sent, done, held, mostOnTheirWay } = walk(async () => {
      for (let turn = 0; turn < 20; turn++) await soon()
    })
    expect(await end).toMatchObject({ kind: 'ended', complete: true, seen: 120, expected: 120 })
    expect(sent).toEqual(Array.from({ length: pageCount }, (_none, index) => index + 1))
    expect(done).toEqual(sent.map((page) => page * pageSize))
    expect(held()).toBe(120)
    expect(mostOnTheirWay()).toBeGreaterThan(1)
    expect(mostOnTheirWay()).toBeLessThanOrEqual(5)
    expect((await end).progress).toMatchObject({ added: 120, changed: 12, requests: 12, bytes: 84 })
  })

  it('throws what storing a page failed with, when nothing is on its way any more', async () => {
    let inWork = 0
    const { end, held } = walk(async (page) => {
      inWork++
      for (let turn = 0; turn < 5; turn++) await soon()
      inWork--
      if (page >= 3) throw new Error(`page ${page} is lost`)
    })
    await expect(end).rejects.toThrow('page 3 is lost')
    expect({ inWork, held: held() }).toEqual({ inWork: 0, held: 20 })
  })

  it('pauses when all that was sent is stored', async () => {
    let paused = false
    const { end, sent, held } = walk(
      async (page) => {
        await soon()
        if (page === 2) paused = true
      },
      () => paused,
    )
    const { kind, progress } = await end
    expect({ kind, done: progress.done }).toEqual({ kind: 'paused', done: held() })
    expect(held()).toBe(sent.length * pageSize)
    expect(sent.length).toBeLessThan(pageCount)
  })
})
