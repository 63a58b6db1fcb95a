/** A sample store for a spec, treated by the app as any store: it is connected by address and token. */
import { startSampleStore } from '../../src/main/sample-store/sample-store.ts'
import type { SampleStore, SampleStoreOptions } from '../../src/main/sample-store/sample-store.ts'
import { noSecretService, startPrivateBus } from './secret-service.ts'
import type { PrivateBus } from './secret-service.ts'
import { expect, test as base } from './app.ts'

interface Fixtures {
  storeOptions: SampleStoreOptions
  store: SampleStore
  /** Environment of a private keyring; null where the machine has none (Windows and macOS have their own). */
  keyring: PrivateBus | null
}

export const test = base.extend<Fixtures>({
  storeOptions: [{ items: 600 }, { option: true }],
  store: async ({ storeOptions }, use) => {
    const store = await startSampleStore(storeOptions)
    await use(store)
    await store.close()
  },
  keyring: async ({}, use) => {
    if (noSecretService !== null) return use(null)
    const bus = await startPrivateBus()
    await bus.startKeyring()
    await use(bus)
    await bus.close()
  },
})

export { expect }
