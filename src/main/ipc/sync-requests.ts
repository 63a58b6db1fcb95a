import type { OpenStore } from '../stores/open-store.ts'
import type { Handlers } from './answer-request.ts'

const runsShown = 50

export interface SyncRequestsOptions {
  /** The store in use; null before the first. */
  active: () => OpenStore | null
  /** The same, or an error that says so. */
  inUse: () => Promise<OpenStore>
}

export function syncRequests({
  active,
  inUse,
}: SyncRequestsOptions): Pick<Handlers, `sync.${string}` & keyof Handlers> {
  return {
    'sync.status': () => active()?.sync.status() ?? null,
    'sync.start': async () => {
      const { sync } = await inUse()
      sync.start()
      return null
    },
    'sync.pause': async () => {
      const { sync } = await inUse()
      sync.pause()
      return null
    },
    'sync.cancel': async () => {
      const { sync } = await inUse()
      await sync.cancel()
      return null
    },
    'sync.history': async () => (await inUse()).cache.history(runsShown),
  }
}
