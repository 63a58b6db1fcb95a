import { defaultSettings, settingsSchema } from '../../shared/settings.ts'
import type { Settings, SettingsPatch } from '../../shared/settings.ts'
import { openJsonFile } from '../files/json-file.ts'

export interface SettingsStore {
  get(): Settings
  /** Throws `settings.unwritable`, and nothing has changed. */
  update(patch: SettingsPatch): Promise<Settings>
  onChange(listener: (settings: Settings) => void): () => void
}

/** What a person chose, kept in `file`. */
export async function openSettings({ file }: { file: string }): Promise<SettingsStore> {
  const json = await openJsonFile({ file, schema: settingsSchema, defaults: defaultSettings })
  const listeners = new Set<(settings: Settings) => void>()
  return {
    get: () => json.get(),
    async update(patch) {
      const chosen = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
      const next = settingsSchema.parse({ ...json.get(), ...chosen })
      await json.set(next)
      for (const listener of listeners) listener(next)
      return next
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
