import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCacheService } from '../../src/main/cache/cache-service.ts'
import { PagePacker } from '../../src/main/cache/pack-page.ts'
import type { CommitPage, PageStored } from '../../src/main/cache/protocol.ts'
import type { CacheService } from '../../src/main/cache/cache-service.ts'
import { allItems } from '../../src/shared/item-query.ts'
import type { ItemQuery } from '../../src/shared/item-query.ts'
import type { OrderItem } from '../../src/shared/order-item.ts'
import { makeProgress, pageOf } from './cache-items.ts'

type Calls = CacheService['calls']

/** The cache on a real file, but in this thread: for tests of what it answers, which are many. */
export function openTestService(items: OrderItem[] = []): { calls: Calls; dispose: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'packlight-service-'))
  const { calls } = createCacheService({ file: join(folder, 'cache.sqlite'), readOnly: false })
  if (items.length > 0) fillService(calls, items)
  return {
    calls,
    dispose: () => {
      calls.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function fillService(calls: Calls, items: OrderItem[], unchangedIds: number[] = []) {
  const runId = calls.startRun('full', '2026-02-02T09:00:00.000Z')
  return commitTo(calls, {
    runId,
    answers: [pageOf(items)],
    unchangedIds,
    checkpoint: { page: 1 },
    progress: makeProgress(),
    fetchedAt: '2026-02-02T10:00:00.000Z',
  })
}

/** A page with all that its items refer to: this cache is asked by nobody else, and knows nothing yet. */
export const commitTo = (calls: Calls, page: CommitPage): PageStored =>
  calls.commitPage(new PagePacker().pack(page))

/** All ids of an answer, in order. */
export function idsOf(calls: Calls, query: Partial<ItemQuery>): number[] {
  const { queryId, total } = calls.query({ ...allItems, ...query })
  return (calls.window(queryId, 0, total || 1) ?? []).map(({ id }) => id)
}
