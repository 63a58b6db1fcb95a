import { toAppError } from '../../../shared/result.ts'
import type { SettingsPatch } from '../../../shared/settings.ts'
import { useNotices } from '../stores/notices.ts'
import { useSettings } from '../stores/settings.ts'

/** Changes settings from a control; what main refuses is told as a toast. */
export function useSettingsCommand(): { change: (patch: SettingsPatch) => Promise<void> } {
  const settings = useSettings()
  const notices = useNotices()

  async function change(patch: SettingsPatch): Promise<void> {
    try {
      await settings.update(patch)
    } catch (thrown) {
      notices.tell(toAppError(thrown))
    }
  }

  return { change }
}
