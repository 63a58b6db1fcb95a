import { settingsSchema } from '../../shared/settings-schema.ts'
import { defaultSettings } from '../../shared/settings.ts'
import type { Settings, SettingsPatch } from '../../shared/settings.ts'
import { openJsonFile } from '../files/json-file.ts'
import type { JsonFile } from '../files/json-file.ts'

export interface SettingsStore extends Pick<JsonFile<Settings>, 'get' | 'onChange' | 'wasDamaged'> {
  /** Throws `settings.unwritable`, and nothing has changed. */
  update(patch: SettingsPatch): Promise<Settings>
}

/** What a person chose, kept in `file`. */
export async function openSettings({ file }: { file: string }): Promise<SettingsStore> {
  const json = await openJsonFile({ file, schema: settingsSchema, defaults: defaultSettings })
  return {
    get: () => json.get(),
    onChange: (listener) => json.onChange(listener),
    wasDamaged: json.wasDamaged,
    update: (patch) =>
      json.update((settings) => {
        const chosen = Object.entries(patch).filter(
          ([key, value]) => value !== undefined && value !== settings[key as keyof Settings],
        )
        if (chosen.length === 0) return settings
        return settingsSchema.parse({ ...settings, ...Object.fromEntries(chosen) })
      }),
  }
}
