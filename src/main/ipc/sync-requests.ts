import type { OpenStore } from '../stores/open-store.ts'
import type { Handlers } from './answer-request.ts'

const runsShown = 50

export interface SyncRequestsOptions {
  /** The store in use; null before the first. */
  active: () => OpenStore | null
  /** The same, or an error that says so. */
  inUse: () => OpenStore
}

export function syncRequests({
  active,
  inUse,
}: SyncRequestsOptions): Pick<Handlers, `sync.${string}` & keyof Handlers> {
  return {
    'sync.status': () => active()?.sync.status() ?? null,
    'sync.start': () => {
      inUse().sync.start()
      return null
    },
    'sync.pause': () => {
      inUse().sync.pause()
      return null
    },
    'sync.cancel': async () => {
      await inUse().sync.cancel()
      return null
    },
    'sync.history': () => inUse().cache.history(runsShown),
  }
}
