import { toAppError } from '../../../shared/result.ts'
import { useNotices } from '../stores/notices.ts'
import { useSync } from '../stores/sync.ts'

export interface SyncCommand {
  startSync: () => Promise<void>
  pauseSync: () => Promise<void>
  cancelSync: () => Promise<void>
}

/** Sync from anywhere: a button, the keyboard. What main refuses is told as a toast. */
export function useSyncCommand(): SyncCommand {
  const sync = useSync()
  const notices = useNotices()

  const told =
    (command: () => Promise<void>): (() => Promise<void>) =>
    async () => {
      try {
        await command()
      } catch (thrown) {
        notices.tell(toAppError(thrown))
      }
    }

  return { startSync: told(sync.start), pauseSync: told(sync.pause), cancelSync: told(sync.cancel) }
}
