import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { viewRequests } from '../../../src/main/ipc/view-requests.ts'
import { openStoreList } from '../../../src/main/settings/store-list.ts'
import type { KnownStore } from '../../../src/main/settings/store-list.ts'
import { createStoreService } from '../../../src/main/stores/store-service.ts'
import { allItems } from '../../../src/shared/item-query.ts'
import { cacheWorkerUrl } from '../../support/open-cache.ts'

const never = new Promise<void>(() => undefined)

/** The services over stores that this computer knows; the first was used last, and no OMS answers. */
async function services(stores: KnownStore[]) {
  const folder = await mkdtemp(join(tmpdir(), 'packlight-switch-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const list = await openStoreList({ file: join(folder, 'stores.json') })
  for (const store of stores) await list.put(store)
  await list.activate(stores[0]!.key)
  const told: (string | null)[] = []
  const service = createStoreService({
    list,
    vault: {
      get: () => Promise.resolve('secret'),
      save: () => Promise.resolve(),
      keepForSession: () => undefined,
      remove: () => Promise.resolve(),
      sessionHas: () => false,
      close: () => undefined,
    },
    folder: join(folder, 'stores'),
    workerUrl: cacheWorkerUrl,
    fetch: () => Promise.reject(new TypeError('fetch failed')),
    userAgent: 'Packlight/test',
    startSample: () => Promise.reject(new Error('no port is free')),
    forgetPictures: () => Promise.resolve(),
    onStores: ({ active }) => told.push(active),
    onStatus: () => undefined,
    onItems: () => undefined,
    onCacheFailure: () => undefined,
    onDamagedViews: () => undefined,
  })
  onTestFinished(() => service.close())
  return { service, told }
}

const shop = (key: string): KnownStore => ({
  key,
  origin: `https://${key}`,
  name: key,
  isSample: false,
  savedToken: true,
})

it('a sample store that does not start says why to the page', async () => {
  const sample = { ...shop('sample'), origin: 'http://127.0.0.1:5999', isSample: true, savedToken: false }
  const { service } = await services([sample])
  await expect(service.start({ refreshAfter: never })).rejects.toMatchObject({ code: 'sample-store.failed' })
  await expect(service.whenOpen()).rejects.toMatchObject({ code: 'sample-store.failed' })
})

it('views of one store are not written over those of another that was opened meanwhile', async () => {
  const { service, told } = await services([shop('a.akinon.net'), shop('b.akinon.net')])
  await service.start({ refreshAfter: never })
  const views = viewRequests(() => service.whenOpen())
  const columns = [{ id: 'sku' as const, width: null }]
  const ofA = {
    storeKey: 'a.akinon.net',
    columns,
    views: [{ id: 'a', name: 'Of A', columns, query: allItems }],
  }
  told.length = 0
  const switching = service.activate('b.akinon.net')
  while (service.active()?.store.key !== 'b.akinon.net') await new Promise((resolve) => setImmediate(resolve))
  // The page was not told yet, and saves what it shows.
  expect(told).toEqual([])
  await expect(views['views.save'](ofA)).rejects.toMatchObject({ code: 'store.unknown' })
  await switching
  expect(await views['views.get']('b.akinon.net')).toMatchObject({ views: [] })
})
