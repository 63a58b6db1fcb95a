import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useItems } from '../stores/items.ts'
import { useFormat } from './use-format.ts'

export interface ResultWords {
  /** "1,204 of 248,316 items · 4 ms" */
  shown: string
  /** The same for the ear; empty before the first answer. */
  announcement: string
}

/** How many items answer, in words. */
export function useResultWords(): ComputedRef<ResultWords> {
  const { t } = useI18n()
  const items = useItems()
  const format = useFormat()

  return computed(() => {
    const { answer } = items
    if (!answer || answer.cached === 0) return { shown: '', announcement: '' }
    const total = format.value.number(answer.total)
    const cached = format.value.number(answer.cached)
    const isPart = answer.total !== answer.cached
    const counted = isPart
      ? t('items.result.some', { total, cached }, answer.cached)
      : t('items.result.all', { total }, answer.total)
    // Anything under a millisecond is one: "0 ms" would read as a claim.
    const took = t('items.result.took', {
      number: format.value.number(Math.max(1, Math.round(answer.tookMs))),
    })
    const announcement = answer.total === 0 ? t('items.result.none') : counted
    return { shown: `${counted} · ${took}`, announcement }
  })
}
