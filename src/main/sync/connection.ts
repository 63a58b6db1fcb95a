import type { AppError, ErrorCode } from '../../shared/result.ts'
import type { Connection } from '../../shared/stores.ts'

const signedOut: ReadonlySet<ErrorCode> = new Set(['oms.unauthorized', 'oms.forbidden', 'oms.signed-out'])
const offline: ReadonlySet<ErrorCode> = new Set(['oms.unreachable', 'oms.dns', 'oms.timeout'])

/**
 * How the store answers, after a call that went well (`error` null) or failed. The time a state began stays
 * while the state stays. What says nothing of the line (a full disk, a busy OMS) leaves it as it was.
 */
export function connectionAfter(before: Connection, error: AppError | null, now: Date): Connection {
  const since = (kind: Connection['kind']) =>
    before.kind !== 'unknown' && before.kind === kind ? before.since : now.toISOString()
  if (error === null) return { kind: 'online', since: since('online') }
  if (signedOut.has(error.code) || error.code.startsWith('keychain.')) {
    return { kind: 'signed-out', since: since('signed-out'), error }
  }
  if (offline.has(error.code)) return { kind: 'offline', since: since('offline'), error }
  if (error.code === 'oms.rate-limited' || !error.code.startsWith('oms.')) return before
  return { kind: 'trouble', since: since('trouble'), error }
}
