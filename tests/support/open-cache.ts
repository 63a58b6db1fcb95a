import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openCache } from '../../src/main/cache/cache.ts'
import type { Cache, PageStored } from '../../src/main/cache/cache.ts'
import { allItems } from '../../src/shared/item-query.ts'
import type { ItemQuery } from '../../src/shared/item-query.ts'
import type { OrderItem } from '../../src/shared/order-item.ts'
import { makeProgress, pageOf } from './cache-items.ts'

export const cacheWorkerUrl = new URL('../../src/main/cache/worker.ts', import.meta.url)
export const fetchedAt = '2026-02-02T10:00:00.000Z'

/** A file in a folder that lasts as long as the test. */
export async function temporaryFile(name = 'cache.sqlite'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'packlight-cache-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'store', name)
}

/** A cache that is closed when the test ends. */
export async function openTestCache(file?: string, readOnly = false): Promise<Cache> {
  const cache = await openCache({
    file: file ?? (await temporaryFile()),
    workerUrl: cacheWorkerUrl,
    readOnly,
  })
  // One that the test has broken may also fail to close.
  onTestFinished(() => cache.close().catch(() => undefined))
  return cache
}

/** Writes items as one page of a run of its own. */
export async function fill(
  cache: Cache,
  items: OrderItem[],
  unchangedIds: number[] = [],
): Promise<PageStored> {
  const runId = await cache.startRun({ kind: 'full', startedAt: '2026-02-02T09:00:00.000Z' })
  return commit(cache, runId, items, unchangedIds)
}

export function commit(cache: Cache, runId: number, items: OrderItem[], unchangedIds: number[] = []) {
  return cache.commitPage({
    runId,
    answers: [pageOf(items)],
    unchangedIds,
    checkpoint: { page: 1 },
    progress: makeProgress({ done: items.length }),
    fetchedAt,
  })
}

export async function cacheWith(items: OrderItem[]): Promise<Cache> {
  const cache = await openTestCache()
  await fill(cache, items)
  return cache
}

/** All ids of an answer, in order. */
export async function idsOf(cache: Cache, query: Partial<ItemQuery>): Promise<number[]> {
  const answer = await cache.query({ ...allItems, ...query })
  const rows = await cache.window(answer.queryId, 0, answer.total || 1)
  return (rows ?? []).map(({ id }) => id)
}
