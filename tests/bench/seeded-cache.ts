/**
 * A cache filled with as many items as are asked for, by the sample store's own generator and the app's own reader,
 * without a server between: `.cache/bench/<items>/cache.db`. It is made once and kept.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openCache } from '../../src/main/cache/cache.ts'
import type { Cache, CommitPage } from '../../src/main/cache/cache.ts'
import { checksum, migrations } from '../../src/main/cache/migrations/migrate.ts'
import { readOrderItem } from '../../src/main/oms/read-page.ts'
import { keepOpen } from './bench-cache.ts'
import { createSampleCatalogue, referenceTime } from '../../src/main/sample-store/generator.ts'
import type { SampleCatalogue, SampleCatalogueOptions } from '../../src/main/sample-store/generator.ts'
import type { JsonObject } from '../../src/shared/json.ts'
import type { OrderItem } from '../../src/shared/order-item.ts'

const folderOfAll = resolve(import.meta.dirname, '../../.cache/bench')
export const cacheWorkerUrl = new URL('../../src/main/cache/worker.ts', import.meta.url)

/** Nobody listens there: pictures have addresses, and whoever asks for one is refused at once. */
export const goneOrigin = 'http://127.0.0.1:9'
/** As many as the app asks an OMS for. */
const pageSize = 100
const startedAt = new Date(referenceTime).toISOString()

export interface SeededCache {
  file: string
  megabytes: number
  /** What filling it took; null where it was kept from before. */
  filling: { seconds: number; itemsPerSecond: number[] } | null
}

/** 300,000 orders and 50,000 products for a million items, and in that proportion. */
export function catalogueOptions(items: number): SampleCatalogueOptions & { products: number } {
  return {
    items,
    orders: Math.max(1, Math.round(items * 0.3)),
    products: Math.max(100, Math.round(items / 20)),
    seed: 1,
    imageOrigin: goneOrigin,
    now: referenceTime,
  }
}

/** The cache of that many items; `fresh` makes it anew also where it is there. */
export async function seededCache(items: number, { fresh = false } = {}): Promise<SeededCache> {
  const folder = join(folderOfAll, String(items))
  const file = join(folder, 'cache.db')
  const stampFile = join(folder, 'stamp.json')
  const stamp = JSON.stringify({ schema: migrations.map(checksum), ...catalogueOptions(items) })
  const isKept =
    !fresh && existsSync(file) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
  if (isKept) return { file, megabytes: megabytesOf(file), filling: null }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const filling = await fill(file, createSampleCatalogue(catalogueOptions(items)))
  // Last: a folder without it is one that was not filled to its end.
  writeFileSync(stampFile, stamp)
  return { file, megabytes: megabytesOf(file), filling }
}

/** The database and what the app keeps beside it. */
export const filesOf = (file: string): string[] => [file, `${file}-engine`].filter((one) => existsSync(one))

const megabytesOf = (file: string): number => statSync(file).size / 1_000_000

/** One full sync, as the cache sees it. The next page is made while the cache's thread stores the one before. */
async function fill(file: string, catalogue: SampleCatalogue): Promise<SeededCache['filling']> {
  const begin = performance.now()
  let itemsStoredAt = begin
  const itemsPerSecond: number[] = []
  const cache = await openCache({ file, workerUrl: cacheWorkerUrl })
  try {
    const runId = await cache.startRun({ kind: 'full', startedAt })
    let storing: Promise<unknown> = Promise.resolve()
    let before = performance.now()
    for (let from = 0; from < catalogue.itemCount; from += pageSize) {
      const page = pageOf(catalogue, from, runId)
      await storing
      storing = cache.commitPage(page)
      const now = performance.now()
      itemsPerSecond.push((itemsOf(page) * 1000) / (now - before))
      before = now
    }
    await storing
    await finish(cache, runId, catalogue.itemCount)
    itemsStoredAt = performance.now()
    // As after a day at work: what the app prepares while nobody asks is prepared, and kept beside the file.
    await keepOpen(cache)
  } finally {
    await cache.close()
  }
  return { seconds: (itemsStoredAt - begin) / 1000, itemsPerSecond }
}

/** Newest first, as the OMS lists them. */
export function pageOf(catalogue: SampleCatalogue, from: number, runId: number): CommitPage {
  const { itemCount } = catalogue
  const count = Math.min(pageSize, itemCount - from)
  const wire = Array.from({ length: count }, (_, place) => catalogue.itemJson(itemCount - 1 - from - place))
  return {
    runId,
    answers: [
      {
        kind: 'page',
        source: new TextEncoder().encode(JSON.stringify({ count: itemCount, results: wire })),
        items: wire.map(itemToCommit),
      },
    ],
    unchangedIds: [],
    checkpoint: { page: from / pageSize + 1 },
    progress: progressAt(from + count, itemCount),
    fetchedAt: startedAt,
  }
}

function itemToCommit(wire: JsonObject): OrderItem {
  const entry = readOrderItem(wire)
  if (typeof entry === 'string') throw new Error(`one of the sample store's items is none: ${entry}`)
  return entry.item
}

export const itemsOf = ({ answers }: CommitPage): number =>
  answers.reduce((sum, { items }) => sum + items.length, 0)

async function finish(cache: Cache, runId: number, items: number): Promise<void> {
  await cache.finishRun({
    runId,
    outcome: 'complete',
    finishedAt: startedAt,
    error: null,
    progress: progressAt(items, items),
    markUnseenGone: true,
  })
}

function progressAt(done: number, expected: number): CommitPage['progress'] {
  const requests = Math.ceil(done / pageSize)
  const none = { changed: 0, bytes: 0, secondsLeft: null, rejected: 0 }
  return { ...none, kind: 'full', startedAt, done, expected, added: 0, requests }
}
