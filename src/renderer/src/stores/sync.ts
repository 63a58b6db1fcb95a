import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { SyncRun, SyncStatus } from '../../../shared/sync-status.ts'
import { ask, listen } from '../bridge.ts'
import { useStores } from './stores.ts'

/** What main is fetching for the active store, and what it fetched before. */
export const useSync = defineStore('sync', () => {
  const stores = useStores()
  const status = ref<SyncStatus | null>(null)
  const history = ref<SyncRun[]>([])

  /** Work that can be paused or cancelled. */
  const isBusy = computed(() => {
    const phase = status.value?.phase
    return phase === 'running' || phase === 'waiting' || phase === 'pausing'
  })

  async function refresh(): Promise<void> {
    status.value = await ask('sync.status')
  }

  async function loadHistory(): Promise<void> {
    history.value = await ask('sync.history')
  }

  /** Loads once and follows main from then on. Throws `PacklightError`. */
  async function load(): Promise<void> {
    listen('sync.changed', (changed) => {
      // A store that is no longer shown may still report its last step.
      if (stores.active === null || changed.storeKey === stores.active.key) status.value = changed
    })
    watch(
      () => stores.active?.key,
      () => {
        status.value = null
        history.value = []
        void refresh()
      },
    )
    await refresh()
  }

  async function start(): Promise<void> {
    await ask('sync.start')
  }
  async function pause(): Promise<void> {
    await ask('sync.pause')
  }
  async function cancel(): Promise<void> {
    await ask('sync.cancel')
  }

  return { status, history, isBusy, load, loadHistory, start, pause, cancel }
})
