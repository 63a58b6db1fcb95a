/** Pages from loopback to committed rows, beside downloading and parsing the very same pages and no more. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openCache } from '../../src/main/cache/cache.ts'
import { createOmsClient } from '../../src/main/oms/oms-client.ts'
import { withRetries } from '../../src/main/oms/retry.ts'
import { createSyncService } from '../../src/main/sync/sync-service.ts'
import { temporaryFolder } from '../support/app.ts'
import type { BenchOptions } from './bench-options.ts'
import { figure, median } from './figures.ts'
import type { Figure } from './figures.ts'

const rounds = 5
const pageSize = 100

export async function ingestBench({ items }: BenchOptions): Promise<Figure[]> {
  const { origin, close } = await startPageServer(items)
  try {
    // Once unmeasured: code that never ran is compiled in either pass.
    await parseAndThrowAway(origin, Math.min(items, 2000), true)
    await ingest(origin, items)
    const parsed: number[] = []
    const parsedAhead: number[] = []
    const stored: number[] = []
    // In turns, so that a busy moment of the machine falls on all.
    for (let round = 0; round < rounds; round++) {
      parsed.push(await parseAndThrowAway(origin, items, false))
      stored.push(await ingest(origin, items))
      parsedAhead.push(await parseAndThrowAway(origin, items, true))
    }
    const rate = (milliseconds: number) => (items * 1000) / milliseconds
    const alone = 'download + JSON.parse alone'
    const ahead = 'that, with the next page on its way'
    return [
      figure('pages to committed rows', 'ms', stored, { what: alone, p50: median(parsed) }),
      figure('pages to committed rows', 'ms', stored, { what: ahead, p50: median(parsedAhead) }),
      figure('items a second', 'items/s', stored.map(rate), { what: alone, p50: median(parsed.map(rate)) }),
    ]
  } finally {
    close()
  }
}

/** In a process of its own: it must not share a thread with what is measured. */
async function startPageServer(items: number): Promise<{ origin: string; close: () => void }> {
  const program = fileURLToPath(new URL('./page-server.ts', import.meta.url))
  const server = fork(program, [String(items)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [origin] = (await once(server, 'message')) as [string]
  return { origin, close: () => server.disconnect() }
}

/** @param ahead whether the next page is asked for before this one is parsed: the hardest to keep up with */
async function parseAndThrowAway(origin: string, items: number, ahead: boolean): Promise<number> {
  const pages = Math.ceil(items / pageSize)
  const download = async (page: number) => {
    const response = await fetch(`${origin}/api/v1/oms/order_items/?page=${page}&limit=${pageSize}`)
    return response.text()
  }
  let rows = 0
  const startedAt = performance.now()
  let pending = download(1)
  for (let page = 1; page <= pages; page++) {
    const text = await pending
    if (ahead && page < pages) pending = download(page + 1)
    rows += (JSON.parse(text) as { results: unknown[] }).results.length
    if (!ahead && page < pages) pending = download(page + 1)
  }
  const elapsed = performance.now() - startedAt
  if (rows !== items) throw new Error(`${rows} rows instead of ${items}`)
  return elapsed
}

/** The product's own way, into a new file. */
async function ingest(origin: string, items: number): Promise<number> {
  const folder = temporaryFolder()
  const workerUrl = new URL('../../src/main/cache/worker.ts', import.meta.url)
  const cache = await openCache({ file: join(folder.path, 'cache.db'), workerUrl })
  try {
    const elapsed = await new Promise<number>((resolve, reject) => {
      const oms = createOmsClient({
        origin,
        token: () => Promise.resolve('bench'),
        fetch,
        userAgent: 'Packlight/bench',
      })
      const startedAt = performance.now()
      const sync = createSyncService({
        storeKey: 'bench',
        cache,
        oms,
        retries: withRetries,
        onItems: () => undefined,
        onStatus: ({ phase, asOf, error }) => {
          if (error) reject(new Error(error.code))
          else if (phase === 'idle' && asOf !== null) resolve(performance.now() - startedAt)
        },
      })
      sync.start()
    })
    const { items: held } = await cache.summary()
    if (held !== items) throw new Error(`${held} items instead of ${items}`)
    return elapsed
  } finally {
    await cache.close()
    folder.remove()
  }
}
