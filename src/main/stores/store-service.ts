/** The stores that this computer knows, and the one in use. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { oneAtATime } from '../../shared/one-at-a-time.ts'
import { PacklightError, toAppError } from '../../shared/result.ts'
import type { AppError } from '../../shared/result.ts'
import type { ConnectInput, Store, StoreKey, StoresState } from '../../shared/stores.ts'
import type { SyncStatus } from '../../shared/sync-status.ts'
import type { Fetch } from '../oms/oms-client.ts'
import { readAddress } from '../oms/store-address.ts'
import type { SampleStore } from '../sample-store/sample-store.ts'
import type { TokenVault } from '../secrets/token-vault.ts'
import type { KnownStore, StoreListFile } from '../settings/store-list.ts'
import { openStore, tryToken } from './open-store.ts'
import type { OpenStore } from './open-store.ts'
import { RunningSample, sampleStoreKey } from './running-sample.ts'

export interface StoreServiceOptions {
  list: StoreListFile
  vault: TokenVault
  /** Each store has a folder of its own in it. */
  folder: string
  workerUrl: URL
  fetch: Fetch
  userAgent: string
  /** Starts the sample store on the wished port, or on any if that is taken. */
  startSample: (port: number | null) => Promise<SampleStore>
  /** Removes a store's pictures from the disk. */
  forgetPictures: (storeKey: StoreKey) => Promise<void>
  onStores: (state: StoresState) => void
  onStatus: (status: SyncStatus) => void
  onItems: (storeKey: StoreKey, revision: number) => void
  onCacheFailure: (error: AppError) => void
  /** A store's saved views could not be read, and were set aside. */
  onDamagedViews: (storeKey: StoreKey) => void
}

export interface StoreService {
  state(): StoresState
  active(): OpenStore | null
  /** The store in use, where the start is opening it once it is open; throws why there is none. */
  whenOpen(): Promise<OpenStore>
  originOf(storeKey: StoreKey): string | null
  /** Opens the store used last, and begins to refresh it when `refreshAfter` is over. */
  start(options: { refreshAfter: Promise<void> }): Promise<void>
  connect(input: ConnectInput): Promise<StoresState>
  openSample(): Promise<StoresState>
  activate(storeKey: StoreKey): Promise<StoresState>
  signOut(input: { storeKey: StoreKey; deleteCache: boolean }): Promise<StoresState>
  close(): Promise<void>
}

const reviveEveryMs = 60_000

export function createStoreService(options: StoreServiceOptions): StoreService {
  return new Stores(options)
}

class Stores implements StoreService {
  readonly #options: StoreServiceOptions
  /** Opening, switching and signing out never overlap. */
  readonly #inTurn = oneAtATime()
  #active: OpenStore | null = null
  readonly #sample: RunningSample
  /** Never fails: who waits for the start learns from `#failure` how it ended. */
  #starting: Promise<void> = Promise.resolve()
  /** Why the store that should be in use is not. */
  #failure: AppError | null = null
  #revivedAt = 0
  /** Ends what waits for an OMS when the app does. */
  readonly #closing = new AbortController()

  constructor(options: StoreServiceOptions) {
    this.#options = options
    const { list, vault, startSample } = options
    const forgetCache = () => removeFolder(this.#folderOf(sampleStoreKey))
    this.#sample = new RunningSample({ list, vault, startSample, forgetCache })
  }

  state(): StoresState {
    const { stores, active } = this.#options.list.get()
    return {
      active: this.#active?.store.key ?? active,
      stores: stores.map(({ savedToken, ...store }) => ({
        ...store,
        token: this.#options.vault.sessionHas(store.origin) ? 'session' : savedToken ? 'keychain' : 'nowhere',
      })),
    }
  }

  active(): OpenStore | null {
    return this.#active
  }

  async whenOpen(): Promise<OpenStore> {
    await this.#starting
    if (this.#active) return this.#active
    throw new PacklightError(this.#failure ?? { code: 'store.unknown' })
  }

  originOf(storeKey: StoreKey): string | null {
    return this.#known(storeKey)?.origin ?? null
  }

  start({ refreshAfter }: { refreshAfter: Promise<void> }): Promise<void> {
    const opening = this.#inTurn(() => this.#openListed(refreshAfter))
    this.#starting = opening.catch(() => undefined)
    return opening
  }

  connect({ address, token, sessionOnly }: ConnectInput): Promise<StoresState> {
    return this.#inTurn(async () => {
      const { vault, list, fetch, userAgent } = this.#options
      const { origin, storeKey } = readAddress(address)
      await tryToken({ origin, token, fetch, userAgent, signal: this.#closing.signal })
      if (sessionOnly) vault.keepForSession(origin, token)
      else await vault.save(origin, token)
      const host = new URL(origin).host
      const store: KnownStore = {
        key: storeKey,
        origin,
        name: host,
        isSample: false,
        savedToken: !sessionOnly,
      }
      await list.put(store)
      await this.#use(() => Promise.resolve(store))
      return this.state()
    })
  }

  openSample(): Promise<StoresState> {
    return this.#inTurn(async () => {
      await this.#use(() => this.#sample.start())
      return this.state()
    })
  }

  activate(storeKey: StoreKey): Promise<StoresState> {
    return this.#inTurn(async () => {
      const store = this.#known(storeKey)
      if (!store) throw new PacklightError({ code: 'store.unknown' })
      await this.#use(() => this.#startedOf(store))
      return this.state()
    })
  }

  signOut({ storeKey, deleteCache }: { storeKey: StoreKey; deleteCache: boolean }): Promise<StoresState> {
    return this.#inTurn(async () => {
      const { list, vault } = this.#options
      const store = this.#known(storeKey)
      if (!store) throw new PacklightError({ code: 'store.unknown' })
      const wasActive = this.#active?.store.key === storeKey
      if (wasActive) await this.#active?.sync.stop()
      // The token first: if the keychain refuses, nothing else has happened yet.
      await vault.remove(store.origin, { wasSaved: store.savedToken })
      if (deleteCache || store.isSample) {
        if (wasActive) await this.#leave()
        await list.remove(storeKey)
        if (store.isSample) await this.#sample.stop()
        await removeFolder(this.#folderOf(storeKey))
        await this.#options.forgetPictures(storeKey)
        if (wasActive) await this.#openListed()
      } else {
        await list.put({ ...store, savedToken: false })
      }
      this.#tell()
      return this.state()
    })
  }

  close(): Promise<void> {
    this.#closing.abort()
    return this.#inTurn(async () => {
      await this.#leave()
      await this.#sample.stop()
    })
  }

  /** Opens the store that the list says was used last. */
  async #openListed(refreshAfter?: Promise<void>): Promise<void> {
    const { active } = this.#options.list.get()
    const store = active === null ? null : this.#known(active)
    if (store) await this.#use(() => this.#startedOf(store), refreshAfter)
  }

  /**
   * Leaves the store in use, opens this one, and begins to refresh it. One that cannot be opened is remembered as
   * such: whoever asks for its items is told why.
   */
  async #use(choose: () => Promise<Store>, refreshAfter?: Promise<void>): Promise<void> {
    try {
      await this.#open(await choose(), refreshAfter)
      this.#failure = null
    } catch (thrown) {
      this.#failure = toAppError(thrown)
      throw thrown
    } finally {
      this.#tell()
    }
  }

  /** A sample store has to run before anything can be fetched from it. */
  #startedOf(store: KnownStore): Promise<KnownStore> {
    return store.isSample ? this.#sample.start() : Promise.resolve(store)
  }

  async #open(store: Store, refreshAfter?: Promise<void>): Promise<void> {
    const { list, workerUrl, fetch, userAgent, onStatus, onItems } = this.#options
    await this.#leave()
    const opened = await openStore({
      store,
      folder: this.#folderOf(store.key),
      workerUrl,
      fetch,
      userAgent,
      token: () => this.#tokenOf(store),
      onStatus,
      onItems: (revision) => onItems(store.key, revision),
    })
    this.#active = opened
    if (opened.views.wasDamaged) this.#options.onDamagedViews(store.key)
    this.#reviveCache(opened)
    // Which store was used last is a convenience: a full disk must not keep this one shut.
    await list.activate(store.key).catch(() => undefined)
    if (refreshAfter) {
      // At the start: the page waits for this store, and holds nothing older.
      void refreshAfter.then(() => {
        if (this.#active === opened) opened.sync.start()
      })
      return
    }
    opened.sync.start()
    const { revision } = await opened.cache.summary()
    onItems(store.key, revision)
  }

  /** A cache whose thread died is opened anew; the disk holds all that was committed. */
  #reviveCache(opened: OpenStore): void {
    opened.cache.onFailure((error) => {
      this.#options.onCacheFailure(error)
      // One that dies again at once would do so for ever.
      if (Date.now() - this.#revivedAt < reviveEveryMs) return
      this.#revivedAt = Date.now()
      void this.#inTurn(async () => {
        if (this.#active === opened) await this.#use(() => Promise.resolve(opened.store))
      }).catch((thrown: unknown) => this.#options.onCacheFailure(toAppError(thrown)))
    })
  }

  async #leave(): Promise<void> {
    const leaving = this.#active
    this.#active = null
    await leaving?.close()
  }

  async #tokenOf({ key, origin }: Store): Promise<string> {
    const token = await this.#options.vault.get(origin)
    if (token !== null) return token
    // A keychain that is locked answers as one that holds nothing: we know that we saved it.
    const wasSaved = this.#known(key)?.savedToken ?? false
    throw new PacklightError({ code: wasSaved ? 'keychain.locked' : 'oms.signed-out' })
  }

  #known(storeKey: StoreKey): KnownStore | null {
    return this.#options.list.get().stores.find(({ key }) => key === storeKey) ?? null
  }

  #folderOf(storeKey: StoreKey): string {
    return join(this.#options.folder, storeKey)
  }

  #tell(): void {
    this.#options.onStores(this.state())
  }
}

/** On Windows a file that another connection still closes cannot be removed for a moment. */
function removeFolder(path: string): Promise<void> {
  return rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
}
