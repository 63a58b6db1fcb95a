/** What a sync tells of itself, so often that a person can follow it and no window is kept busy by it. */
import { atMostEvery } from './at-most-every.ts'
import { sameContent } from '../../shared/same-content.ts'
import type { StoreKey } from '../../shared/stores.ts'
import type { SyncStatus } from '../../shared/sync-status.ts'

export interface News {
  onStatus: (status: SyncStatus) => void
  onItems: (storeKey: StoreKey, revision: number) => void
}

/** A page comes many times a second. */
const everyMs = 200

/**
 * Passes on at most five times a second how far a sync is and that there are new items. Whatever else changes is told
 * at once, after the items that came before it.
 */
export function calmNews({ onStatus, onItems }: News): News {
  const items = atMostEvery<[StoreKey, number]>(everyMs, (change) => onItems(...change))
  const progress = atMostEvery(everyMs, onStatus)
  let statusBefore: SyncStatus | null = null
  let storeBefore: StoreKey | null = null
  return {
    onStatus(status) {
      const onlyFurther =
        statusBefore !== null &&
        sameContent({ ...status, progress: null }, { ...statusBefore, progress: null })
      statusBefore = status
      if (!onlyFurther) items.flush()
      progress.tell(status)
      if (!onlyFurther) progress.flush()
    },
    onItems(storeKey, revision) {
      if (storeKey !== storeBefore) items.flush()
      storeBefore = storeKey
      items.tell([storeKey, revision])
    },
  }
}
