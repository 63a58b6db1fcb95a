import { expect, it } from 'vitest'
import { createSyncService } from '../../../src/main/sync/sync-service.ts'
import { allItems } from '../../../src/shared/item-query.ts'
import { PacklightError } from '../../../src/shared/result.ts'
import { makeItem, makeProgress } from '../../support/cache-items.ts'
import { commit, fill, openTestCache } from '../../support/open-cache.ts'

it('a refresh that fails has still told that the marks of the one before are gone', async () => {
  const cache = await openTestCache()
  const complete = (runId: number) =>
    cache.finishRun({
      runId,
      outcome: 'complete',
      finishedAt: '2026-02-02T11:00:00.000Z',
      error: null,
      progress: makeProgress(),
      markUnseenGone: false,
    })
  await fill(cache, [makeItem(1)])
  await complete((await cache.unfinishedRun())?.run.id ?? 0)
  const refresh = await cache.startRun({ kind: 'refresh', startedAt: '2026-02-03T09:00:00.000Z' })
  await commit(cache, refresh, [makeItem(2)])
  await complete(refresh)
  expect((await cache.query(allItems)).firstRows.map(({ change }) => change)).toEqual(['new', 'same'])

  const told: number[] = []
  const fails = () => Promise.reject(new PacklightError({ code: 'oms.unreachable' }))
  await new Promise<void>((resolve) => {
    createSyncService({
      storeKey: 'shop',
      oms: { itemPage: fails, simplePage: fails, item: fails },
      cache,
      retries: (work) => work(),
      onStatus: ({ phase, error }) => {
        if (phase === 'idle' && error) resolve()
      },
      onItems: (revision) => told.push(revision),
    }).start()
  })
  const { firstRows, revision } = await cache.query(allItems)
  expect(firstRows.map(({ change }) => change)).toEqual(['same', 'same'])
  expect(told).toContain(revision)
})
