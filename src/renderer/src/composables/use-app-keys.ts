import { onScopeDispose } from 'vue'
import { useStores } from '../stores/stores.ts'
import { useSync } from '../stores/sync.ts'
import { useSyncCommand } from './use-sync-command.ts'

/** Keys that work on every screen: Ctrl/Cmd+R syncs, Ctrl/Cmd+, opens the settings. */
export function useAppKeys(actions: { openSettings: () => void }): void {
  const stores = useStores()
  const sync = useSync()
  const { startSync } = useSyncCommand()

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.defaultPrevented) return
    if (event.key.toLowerCase() === 'r') {
      event.preventDefault()
      if (stores.active !== null && !sync.isBusy) void startSync()
    } else if (event.key === ',') {
      event.preventDefault()
      actions.openSettings()
    }
  }

  window.addEventListener('keydown', onKeyDown)
  onScopeDispose(() => window.removeEventListener('keydown', onKeyDown))
}
