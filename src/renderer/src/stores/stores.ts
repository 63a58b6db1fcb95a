import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { AddressPreview } from '../../../shared/ipc-contract.ts'
import type { ConnectInput, StoreKey, StoresState, StoreState } from '../../../shared/stores.ts'
import { ask, listen } from '../bridge.ts'

/** The OMS installations that this computer knows, and which of them is shown. */
export const useStores = defineStore('stores', () => {
  const state = ref<StoresState>({ stores: [], active: null })

  const all = computed<StoreState[]>(() => state.value.stores)
  const active = computed<StoreState | null>(
    () => state.value.stores.find((store) => store.key === state.value.active) ?? null,
  )

  /** Loads once and follows main from then on. Throws `PacklightError`. */
  async function load(): Promise<void> {
    listen('stores.changed', (changed) => {
      state.value = changed
    })
    state.value = await ask('stores.get')
  }

  /** A domain as it will be called. Throws `oms.bad-address` or `oms.insecure`. */
  const previewAddress = (address: string): Promise<AddressPreview> => ask('stores.previewAddress', address)

  /** Tries the token at the OMS and keeps it where it works. Throws `oms.*` and `keychain.*`. */
  async function connect(input: ConnectInput): Promise<void> {
    state.value = await ask('stores.connect', input)
  }

  async function openSample(): Promise<void> {
    state.value = await ask('stores.openSample')
  }

  async function activate(key: StoreKey): Promise<void> {
    state.value = await ask('stores.activate', key)
  }

  /** Forgets the token; with `deleteCache` also the store and all that was cached of it. */
  async function signOut(storeKey: StoreKey, deleteCache: boolean): Promise<void> {
    state.value = await ask('stores.signOut', { storeKey, deleteCache })
  }

  return { all, active, load, previewAddress, connect, openSample, activate, signOut }
})
