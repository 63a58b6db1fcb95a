/** A store in use: its cache, its OMS and the sync between them, and how it is looked at. */
import { mkdir, rename, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { OrderItem } from '../../shared/order-item.ts'
import { PacklightError } from '../../shared/result.ts'
import type { AppError } from '../../shared/result.ts'
import type { Store } from '../../shared/stores.ts'
import type { SyncStatus } from '../../shared/sync-status.ts'
import { openCache } from '../cache/cache.ts'
import type { Cache } from '../cache/cache.ts'
import { createOmsClient } from '../oms/oms-client.ts'
import type { Fetch, OmsClient } from '../oms/oms-client.ts'
import { withRetries } from '../oms/retry.ts'
import { openStoreViews } from '../settings/store-views.ts'
import type { StoreViewsFile } from '../settings/store-views.ts'
import { createSyncService } from '../sync/sync-service.ts'
import type { SyncService } from '../sync/sync-service.ts'

export interface OpenStore {
  store: Store
  /** Of the cache's database, for a second connection. */
  cacheFile: string
  cache: Cache
  sync: SyncService
  views: StoreViewsFile
  close(): Promise<void>
}

export interface OpenStoreOptions {
  store: Store
  /** The store's own folder. */
  folder: string
  workerUrl: URL
  /** Null is no answer: it throws what a person should be told. */
  token: () => Promise<string>
  fetch: Fetch
  userAgent: string
  onStatus: (status: SyncStatus) => void
  onItems: (revision: number) => void
}

export const cacheFileName = 'cache.db'
const viewsFileName = 'views.json'

/** Opens a store. A damaged cache is set aside, never deleted, and a new one begun; the sync status says so. */
export async function openStore(options: OpenStoreOptions): Promise<OpenStore> {
  const { store, folder, workerUrl, onStatus, onItems } = options
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const cacheFile = join(folder, cacheFileName)
  const views = await openStoreViews({ file: join(folder, viewsFileName) })
  const { cache, damage } = await openOrBeginAnew(cacheFile, workerUrl)
  const oms: OmsClient = createOmsClient({
    origin: store.origin,
    token: options.token,
    fetch: options.fetch,
    userAgent: options.userAgent,
  })
  const sync = createSyncService({
    storeKey: store.key,
    oms,
    cache,
    retries: withRetries,
    onStatus,
    onItems,
  })
  await sync.load(damage).catch(async (thrown: unknown) => {
    await cache.close().catch(() => undefined)
    throw thrown
  })
  return {
    store,
    cacheFile,
    cache,
    sync,
    views,
    async close() {
      await sync.stop()
      // The folder may be removed next: a late write would bring it back.
      await views.settled()
      await cache.close()
    },
  }
}

async function openOrBeginAnew(
  file: string,
  workerUrl: URL,
): Promise<{ cache: Cache; damage: AppError | null }> {
  try {
    return { cache: await openCache({ file, workerUrl }), damage: null }
  } catch (thrown) {
    if (!(thrown instanceof PacklightError) || thrown.code !== 'cache.damaged') throw thrown
    const kept = await setAside(file)
    const damage: AppError = { ...thrown.toAppError(), params: { file: kept } }
    return { cache: await openCache({ file, workerUrl }), damage }
  }
}

/** Renames the database and what belongs to it ("cache.db-wal"), and answers with the new name. */
async function setAside(file: string): Promise<string> {
  const folder = join(file, '..')
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
  for (const name of await readdir(folder)) {
    if (name === cacheFileName || name.startsWith(`${cacheFileName}-`)) {
      await rename(join(folder, name), join(folder, `damaged-${stamp}-${name}`))
    }
  }
  return `damaged-${stamp}-${cacheFileName}`
}

/** Asks the OMS for one item, to see whether address and token are right. Throws `oms.*`. */
export async function tryToken(options: {
  origin: string
  token: string
  fetch: Fetch
  userAgent: string
  signal: AbortSignal
}): Promise<OrderItem | null> {
  const { origin, token, fetch, userAgent, signal } = options
  const oms = createOmsClient({ origin, fetch, userAgent, token: () => Promise.resolve(token) })
  const page = await oms.itemPage({ page: 1, limit: 1 }, signal)
  return page.items[0]?.item ?? null
}
