/** The sync with its real neighbours: the OMS client, the cache in its worker, an HTTP server on loopback. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCache } from '../../../src/main/cache/cache.ts'
import type { Cache } from '../../../src/main/cache/cache.ts'
import { createOmsClient } from '../../../src/main/oms/oms-client.ts'
import { withRetries } from '../../../src/main/oms/retry.ts'
import { startSampleStore } from '../../../src/main/sample-store/sample-store.ts'
import type { SampleStore } from '../../../src/main/sample-store/sample-store.ts'
import { createSyncService } from '../../../src/main/sync/sync-service.ts'
import type { SyncService } from '../../../src/main/sync/sync-service.ts'
import { allItems } from '../../../src/shared/item-query.ts'
import type { SyncStatus } from '../../../src/shared/sync-status.ts'

const itemCount = 620
let folder = ''
let store: SampleStore
let cache: Cache
let fetchGate: (url: string) => Promise<void> = () => Promise.resolve()

const openHere = () =>
  openCache({
    file: join(folder, 'cache.db'),
    workerUrl: new URL('../../../src/main/cache/worker.ts', import.meta.url),
  })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'packlight-sync-'))
  fetchGate = () => Promise.resolve()
  store = await startSampleStore({ items: itemCount, images: false })
  cache = await openHere()
})
afterEach(async () => {
  await cache.close()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Watched {
  sync: SyncService
  /** The first status that `when` is true of, also if it was told before. */
  status: (when: (status: SyncStatus) => boolean) => Promise<SyncStatus>
}

async function openSync(onto: Cache = cache, token = () => store.token): Promise<Watched> {
  const listeners = new Set<(status: SyncStatus) => void>()
  const sync = createSyncService({
    storeKey: 'test',
    oms: createOmsClient({
      origin: store.origin,
      token: () => Promise.resolve(token()),
      userAgent: 'Packlight/test',
      fetch: async (url, init) => {
        await fetchGate(url)
        return fetch(url, init)
      },
    }),
    cache: onto,
    retries: (work, options) =>
      withRetries(work, { ...options, attempts: 2, sleep: () => Promise.resolve() }),
    onStatus: (status) => listeners.forEach((listener) => listener(status)),
    onItems: () => undefined,
  })
  await sync.load()
  const status: Watched['status'] = (when) =>
    new Promise((resolve) => {
      const look = (now: SyncStatus): void => {
        if (!when(now)) return
        listeners.delete(look)
        resolve(now)
      }
      listeners.add(look)
      look(sync.status())
    })
  return { sync, status }
}

const ended = ({ phase, asOf, error }: SyncStatus) => phase === 'idle' && (asOf !== null || error !== null)

async function syncOnce(onto: Cache = cache): Promise<SyncStatus> {
  const { sync, status } = await openSync(onto)
  const before = sync.status().asOf
  sync.start()
  return status((now) => now.phase === 'idle' && (now.asOf !== before || now.error !== null))
}

async function cachedIds(onto: Cache = cache): Promise<number[]> {
  const { total, queryId } = await onto.query(allItems)
  const ids: number[] = []
  for (let from = 0; from < total; from += 500) {
    for (const row of (await onto.window(queryId, from, 500)) ?? []) ids.push(row.id)
  }
  return ids.sort((a, b) => a - b)
}

const servedIds = () =>
  Array.from({ length: itemCount }, (_, index) => Number(store.catalogue.itemJson(index)['id'])).sort(
    (a, b) => a - b,
  )

describe('the first sync', () => {
  it('holds every item of the store, and says so', async () => {
    const { error, connection, asOf, progress } = await syncOnce()
    expect({ error, kind: connection.kind, progress }).toEqual({
      error: null,
      kind: 'online',
      progress: null,
    })
    expect(asOf).not.toBeNull()
    expect(await cachedIds()).toEqual(servedIds())
    const [run] = await cache.history(5)
    expect(run).toMatchObject({ kind: 'full', outcome: 'complete', done: itemCount, expected: itemCount })
    expect(run?.added).toBe(itemCount)
    expect(store.requests.list).toBe(Math.ceil(itemCount / 100))
  })
})

describe('a later sync', () => {
  it('transfers in full only what changed, and keeps what is gone as gone', async () => {
    await syncOnce()
    const before = { ...store.requests }
    store.changeState(5, '550')
    store.remove(17)
    store.addItems(2)
    await syncOnce()
    expect(store.requests.list).toBe(before.list)
    expect(store.requests.item - before.item).toBe(3)
    const removed = Number(store.catalogue.itemJson(17)['id'])
    expect((await cache.detail(removed))?.goneSince).not.toBeNull()
    const [run] = await cache.history(1)
    expect(run).toMatchObject({ kind: 'refresh', outcome: 'complete', added: 2, changed: 1, gone: 1 })
    const changed = await cache.detail(Number(store.catalogue.itemJson(5)['id']))
    expect(changed?.item.state?.enumValue).toBe('550')
  })

  it('takes the same page of the full list where many on it changed', async () => {
    await syncOnce()
    const before = { ...store.requests }
    for (let index = itemCount - 40; index < itemCount; index++) store.changeState(index, '550')
    await syncOnce()
    expect(store.requests.list - before.list).toBe(1)
    expect(store.requests.item).toBe(before.item)
  })
})

describe('an interrupted sync', () => {
  it('goes on from its checkpoint after the program was closed', async () => {
    const first = await openSync()
    first.sync.start()
    await first.status(({ progress }) => (progress?.done ?? 0) >= 200)
    await first.sync.stop()
    await cache.close()
    const held = store.requests.list

    cache = await openHere()
    const second = await openSync()
    expect(second.sync.status().canResume).toBe(true)
    second.sync.start()
    await second.status(ended)
    expect(await cachedIds()).toEqual(servedIds())
    const [run, ...others] = await cache.history(5)
    expect(others).toEqual([])
    expect(run).toMatchObject({ outcome: 'complete', added: itemCount })
    // Pages of the first walk were not fetched again, but for the one fetched ahead.
    expect(store.requests.list - held).toBeLessThanOrEqual(Math.ceil(itemCount / 100) - 1)
  })

  it('pauses after the page in flight, and goes on when asked', async () => {
    const { sync, status } = await openSync()
    sync.start()
    await status(({ progress }) => (progress?.done ?? 0) >= 100)
    sync.pause()
    const paused = await status(({ phase }) => phase === 'paused')
    expect(paused.progress?.done).toBeLessThan(itemCount)
    sync.start()
    await status(ended)
    expect(await cachedIds()).toEqual(servedIds())
    expect((await cache.history(1))[0]).toMatchObject({ added: itemCount, done: itemCount })
  })

  it('is given up by cancel, and what was committed stays', async () => {
    const { sync, status } = await openSync()
    sync.start()
    await status(({ progress }) => (progress?.done ?? 0) >= 100)
    await sync.cancel()
    expect(sync.status()).toMatchObject({ phase: 'idle', canResume: false, error: null })
    expect((await cachedIds()).length).toBeGreaterThanOrEqual(100)
    expect((await cache.history(1))[0]?.outcome).toBe('cancelled')
  })

  it('is offline when the server goes away, and complete when it is back', async () => {
    const { sync, status } = await openSync()
    let gone = false
    fetchGate = () =>
      gone
        ? Promise.reject(
            new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }),
          )
        : Promise.resolve()
    sync.start()
    await status(({ progress }) => (progress?.done ?? 0) >= 100)
    gone = true
    const failed = await status(({ phase }) => phase === 'idle')
    expect(failed).toMatchObject({ canResume: true, connection: { kind: 'offline' } })
    expect(failed.error?.code).toBe('oms.unreachable')
    gone = false
    sync.start()
    const complete = await status(({ phase, asOf }) => phase === 'idle' && asOf !== null)
    expect(complete).toMatchObject({ error: null, connection: { kind: 'online' } })
    expect(await cachedIds()).toEqual(servedIds())
  })
})

describe('a refused token', () => {
  it('stops the sync, keeps what is cached, and is called by its name', async () => {
    await syncOnce()
    const tokenBefore = store.token
    const { sync, status } = await openSync(cache, () => tokenBefore)
    store.setToken('another-one')
    sync.start()
    const refused = await status(({ error }) => error !== null)
    expect(refused).toMatchObject({ phase: 'idle', connection: { kind: 'signed-out' } })
    expect(refused.error?.code).toBe('oms.unauthorized')
    expect(refused.asOf).not.toBeNull()
    expect((await cachedIds()).length).toBe(itemCount)
    expect((await cache.history(1))[0]).toMatchObject({ outcome: 'failed' })
  })
})

describe('a list that shrinks while it is walked', () => {
  it('misses no item that slipped to a page already read', async () => {
    let once = true
    // Page 3 is read, then a row of page 2 goes: the first row of page 4 slips to page 3.
    fetchGate = (url) => {
      if (once && url.includes('page=4')) {
        once = false
        store.remove(itemCount - 150)
      }
      return Promise.resolve()
    }
    const status = await syncOnce()
    expect(status.error).toBeNull()
    const removed = Number(store.catalogue.itemJson(itemCount - 150)['id'])
    const held = new Set(await cachedIds())
    expect(servedIds().filter((id) => id !== removed && !held.has(id))).toEqual([])
  })
})

describe('a list that moves while it is walked', () => {
  it('is walked again until nothing is missing', async () => {
    // New orders come in at the top once the second page was asked for, and one vanishes.
    let once = true
    fetchGate = (url) => {
      if (once && url.includes('page=3')) {
        once = false
        store.addItems(7)
        store.remove(itemCount - 120)
      }
      return Promise.resolve()
    }
    const status = await syncOnce()
    expect(status.error).toBeNull()
    const removed = Number(store.catalogue.itemJson(itemCount - 120)['id'])
    const held = new Set(await cachedIds())
    const missing = servedIds().filter((id) => id !== removed && !held.has(id))
    expect(missing).toEqual([])
    expect(held.size - (held.has(removed) ? 1 : 0)).toBe(itemCount - 1 + 7)
  })
})
