import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useSettings } from '../stores/settings.ts'
import { createFormatter } from './format.ts'
import type { Formatter } from './format.ts'

let made: { language: string; region: string; formatter: Formatter } | null = null

/** The formatter of the language shown: changes with it. In templates: `format.money(...)`. */
export function useFormat(): ComputedRef<Formatter> {
  const settings = useSettings()
  return computed(() => {
    const language = settings.language
    const region = settings.info.region
    // Shared between components: a thousand cells must not make a thousand sets of Intl objects.
    if (made?.language !== language || made.region !== region)
      made = { language, region, formatter: createFormatter(language, region) }
    return made.formatter
  })
}
