import { PacklightError, toAppError } from '../../shared/result.ts'
import type { SampleStore } from '../sample-store/sample-store.ts'
import type { TokenVault } from '../secrets/token-vault.ts'
import type { KnownStore, StoreListFile } from '../settings/store-list.ts'

export const sampleStoreKey = 'sample'

export interface RunningSampleOptions {
  list: StoreListFile
  vault: TokenVault
  /** Starts the sample store on the wished port, or on any if that is taken. */
  startSample: (port: number | null) => Promise<SampleStore>
  /** Removes what was cached of it. */
  forgetCache: () => Promise<void>
}

/** The sample store as one of the stores: its address and token are where those of any store are. */
export class RunningSample {
  readonly #options: RunningSampleOptions
  #sample: SampleStore | null = null

  constructor(options: RunningSampleOptions) {
    this.#options = options
  }

  /** Starts it, if it is not running. Throws `sample-store.failed`. */
  async start(): Promise<KnownStore> {
    const { list, vault, startSample, forgetCache } = this.#options
    const known = list.get().stores.find(({ key }) => key === sampleStoreKey)
    this.#sample ??= await startSample(known ? Number(new URL(known.origin).port) : null).catch(
      (thrown: unknown) => {
        const details = toAppError(thrown).details ?? ''
        throw new PacklightError({ code: 'sample-store.failed', details }, thrown)
      },
    )
    const { origin, token } = this.#sample
    // The pictures' addresses hold the port: what was cached under another one cannot be refreshed.
    if (known && known.origin !== origin) await forgetCache()
    vault.keepForSession(origin, token)
    const store = { key: sampleStoreKey, origin, name: 'Sample store', isSample: true, savedToken: false }
    await list.put(store)
    return store
  }

  async stop(): Promise<void> {
    const sample = this.#sample
    this.#sample = null
    await sample?.close()
  }
}
