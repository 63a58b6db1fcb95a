import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { AppInfo } from '../../../shared/ipc-contract.ts'
import type { Language, Settings, SettingsPatch } from '../../../shared/settings.ts'
import { ask, listen } from '../bridge.ts'

/** Until main has answered; the same as main's defaults. */
const unknownSettings: Settings = {
  language: null,
  theme: 'system',
  density: 'comfortable',
  exportPreset: null,
  imageCacheBytes: 1_000_000_000,
}
const unknownInfo: AppInfo = { version: '', platform: 'linux', language: 'en', region: 'en-GB' }

/** What the person chose, and what the app knows of its computer. */
export const useSettings = defineStore('settings', () => {
  const settings = ref<Settings>(unknownSettings)
  const info = ref<AppInfo>(unknownInfo)

  /** The language to show now. */
  const language = computed<Language>(() => settings.value.language ?? info.value.language)

  async function take(changed: Settings): Promise<void> {
    settings.value = changed
    // Back to "as the system has it": only main knows what that is.
    if (changed.language === null) info.value = await ask('app.info')
  }

  /** Loads once and follows main from then on. Throws `PacklightError`. */
  async function load(): Promise<void> {
    listen('settings.changed', (changed) => void take(changed))
    const [loadedInfo, loaded] = await Promise.all([ask('app.info'), ask('settings.get')])
    info.value = loadedInfo
    settings.value = loaded
  }

  /** Changes some settings, at once for the eye. Throws `PacklightError` and goes back where main refuses. */
  async function update(patch: SettingsPatch): Promise<void> {
    const before = settings.value
    settings.value = { ...before, ...patch } as Settings
    try {
      await take(await ask('settings.update', patch))
    } catch (error) {
      settings.value = before
      throw error
    }
  }

  return { settings, info, language, load, update }
})
