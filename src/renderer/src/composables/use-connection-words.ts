import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { StateTone } from '../../../shared/order-state.ts'
import { useStores } from '../stores/stores.ts'
import { useSync } from '../stores/sync.ts'
import { useFormat } from './use-format.ts'
import { useNow } from './use-now.ts'

export interface ConnectionWords {
  /** What it is about; changes only when the situation does, not with every figure. */
  kind:
    'sample' | 'unknown' | 'online' | 'offline' | 'syncing' | 'waiting' | 'paused' | 'signed-out' | 'trouble'
  tone: StateTone
  /** "Online · synced 2 min ago" */
  text: string
  /** The moment of the last complete sync, in full. */
  title: string
}

const toneOf: Record<ConnectionWords['kind'], StateTone> = {
  sample: 'done',
  unknown: 'unknown',
  online: 'done',
  offline: 'active',
  syncing: 'waiting',
  waiting: 'active',
  paused: 'active',
  'signed-out': 'problem',
  trouble: 'problem',
}

/** The one line that says how the store answers and how old the data is. */
export function useConnectionWords(): ComputedRef<ConnectionWords> {
  const { t } = useI18n()
  const stores = useStores()
  const sync = useSync()
  const format = useFormat()
  const now = useNow()

  function kindNow(): ConnectionWords['kind'] {
    const status = sync.status
    if (stores.active?.token === 'nowhere') return 'signed-out'
    if (status === null) return 'unknown'
    if (status.phase === 'running' || status.phase === 'pausing') return 'syncing'
    const connection = status.connection.kind
    if (connection === 'signed-out' || connection === 'trouble' || connection === 'offline') return connection
    if (status.phase === 'waiting' || status.phase === 'paused') return status.phase
    if (connection === 'online' && stores.active?.isSample) return 'sample'
    return connection
  }

  function happening(kind: ConnectionWords['kind']): string {
    const status = sync.status
    const progress = status?.progress
    if (kind === 'syncing' || kind === 'paused') {
      if (!progress) return t(`common.status.${kind}`)
      const done = format.value.number(progress.done)
      if (progress.expected === null) return t(`common.status.${kind}Some`, { done })
      return t(`common.status.${kind}Of`, { done, expected: format.value.number(progress.expected) })
    }
    if (kind === 'waiting' && status?.waitUntil)
      return t('common.status.waitingUntil', { time: format.value.time(status.waitUntil) })
    if (kind === 'offline' && status?.connection.kind === 'offline')
      return t('common.status.offlineSince', { time: format.value.time(status.connection.since) })
    return t(`common.status.${kind}`)
  }

  return computed(() => {
    const kind = kindNow()
    const asOf = sync.status?.asOf ?? null
    const age =
      asOf === null
        ? t('common.status.never')
        : t('common.status.synced', { age: format.value.ago(asOf, now.value) })
    // While syncing the figures are news enough, but the age of what is on the screen is still asked for.
    return {
      kind,
      tone: toneOf[kind],
      text: `${happening(kind)} · ${age}`,
      title: asOf === null ? age : t('common.status.asOf', { date: format.value.date(asOf) }),
    }
  })
}
