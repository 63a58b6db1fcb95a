import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useItems } from '../stores/items.ts'
import { useStores } from '../stores/stores.ts'
import { useSync } from '../stores/sync.ts'

/** Why there are no rows to show. */
export type EmptyReason = 'filtered' | 'syncing' | 'offline' | 'signed-out' | 'none'

export function useEmptyReason(): ComputedRef<EmptyReason> {
  const items = useItems()
  const stores = useStores()
  const sync = useSync()
  return computed(() => {
    if (items.isFiltered && (items.answer?.cached ?? 0) > 0) return 'filtered'
    if (sync.isBusy) return 'syncing'
    const connection = sync.status?.connection.kind
    if (stores.active?.token === 'nowhere' || connection === 'signed-out') return 'signed-out'
    return connection === 'offline' || connection === 'trouble' ? 'offline' : 'none'
  })
}
