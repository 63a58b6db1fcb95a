import type { SettingsStore } from '../settings/settings-store.ts'
import type { Handlers } from './answer-request.ts'

export function settingsRequests(
  settings: SettingsStore,
): Pick<Handlers, `settings.${string}` & keyof Handlers> {
  return {
    'settings.get': () => settings.get(),
    'settings.update': (patch) => settings.update(patch),
  }
}
