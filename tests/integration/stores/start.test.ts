import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { openCache } from '../../../src/main/cache/cache.ts'
import { itemRequests } from '../../../src/main/ipc/item-requests.ts'
import { openStoreList } from '../../../src/main/settings/store-list.ts'
import { createStoreService } from '../../../src/main/stores/store-service.ts'
import type { StoreService } from '../../../src/main/stores/store-service.ts'
import { allItems } from '../../../src/shared/item-query.ts'
import { makeItem } from '../../support/cache-items.ts'
import { cacheWorkerUrl, fill } from '../../support/open-cache.ts'

const key = 'shop.akinon.net'
const never = new Promise<void>(() => undefined)

interface Started {
  stores: StoreService
  /** What the page asks. */
  page: ReturnType<typeof itemRequests>
  /** Addresses that the network was asked for. */
  fetched: string[]
  /** Stores of which the page was told that they hold something new. */
  told: string[]
}

/** The services as a second start finds them: a store that was used last, with its cache in `cacheFile`. */
async function secondStart(prepare: (cacheFile: string) => Promise<void>): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'packlight-start-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const list = await openStoreList({ file: join(folder, 'stores.json') })
  await list.put({ key, origin: `https://${key}`, name: key, isSample: false, savedToken: true })
  await list.activate(key)
  await prepare(join(folder, 'stores', key, 'cache.db'))
  const fetched: string[] = []
  const told: string[] = []
  const stores = createStoreService({
    list,
    vault: {
      get: () => Promise.resolve('secret'),
      save: () => Promise.reject(new Error('not asked for')),
      keepForSession: () => undefined,
      remove: () => Promise.resolve(),
      sessionHas: () => false,
      close: () => undefined,
    },
    folder: join(folder, 'stores'),
    workerUrl: cacheWorkerUrl,
    fetch: (url) => {
      fetched.push(url)
      return Promise.reject(new TypeError('fetch failed'))
    },
    userAgent: 'Packlight/test',
    startSample: () => Promise.reject(new Error('not asked for')),
    forgetPictures: () => Promise.resolve(),
    onStores: () => undefined,
    onStatus: () => undefined,
    onItems: (storeKey) => told.push(storeKey),
    onCacheFailure: () => undefined,
    onDamagedViews: () => undefined,
  })
  onTestFinished(() => stores.close())
  const page = itemRequests({
    cache: async () => (await stores.whenOpen()).cache,
    onAnswer: () => undefined,
  })
  return { stores, page, fetched, told }
}

async function withItems(file: string): Promise<void> {
  const cache = await openCache({ file, workerUrl: cacheWorkerUrl })
  await fill(cache, [makeItem(1), makeItem(2)])
  await cache.close()
}

it('what the page asks before the store is open is answered once it is', async () => {
  const { stores, page, told } = await secondStart(withItems)
  const opening = stores.start({ refreshAfter: never })
  expect(stores.active()).toBeNull()
  const { total } = await page['items.query'](allItems)
  expect(total).toBe(2)
  await opening
  // The page has asked this store and no other: to ask again would only show the same.
  expect(told).toEqual([])
})

it('a store that cannot be opened says why, also to a page that asked before', async () => {
  const { stores, page } = await secondStart(async (file) => {
    await withItems(file)
    const db = new DatabaseSync(file)
    db.exec('PRAGMA user_version = 999')
    db.close()
  })
  const opening = stores.start({ refreshAfter: never })
  const why = { code: 'cache.newer-schema' }
  await expect(page['items.query'](allItems)).rejects.toMatchObject(why)
  await expect(opening).rejects.toMatchObject(why)
  await expect(page['items.summary'](undefined)).rejects.toMatchObject(why)
})

it('the store is refreshed after the first look, and not before', async () => {
  const { stores, fetched } = await secondStart(withItems)
  const { promise: refreshAfter, resolve } = Promise.withResolvers<undefined>()
  await stores.start({ refreshAfter: refreshAfter.then(() => undefined) })
  expect(stores.active()?.sync.status().phase).toBe('idle')
  expect(fetched).toEqual([])
  resolve(undefined)
  await expect.poll(() => fetched[0]).toContain(`https://${key}/`)
})

it('a store that was left before the first look is over is left alone', async () => {
  const { stores, fetched } = await secondStart(withItems)
  const { promise: refreshAfter, resolve } = Promise.withResolvers<undefined>()
  await stores.start({ refreshAfter: refreshAfter.then(() => undefined) })
  await stores.close()
  resolve(undefined)
  await refreshAfter
  expect(fetched).toEqual([])
})
