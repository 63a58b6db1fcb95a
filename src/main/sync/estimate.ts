import type { SyncProgress } from '../../shared/sync-status.ts'

/** Below this the rate is noise. */
const enoughMilliseconds = 1500

/** Seconds until the walk ends at the pace since it was started or resumed, or null where that is a guess. */
export function secondsLeft(progress: SyncProgress, doneAtStart: number, elapsedMs: number): number | null {
  const done = progress.done - doneAtStart
  if (progress.expected === null || done <= 0 || elapsedMs < enoughMilliseconds) return null
  const left = Math.max(0, progress.expected - progress.done)
  return Math.ceil((left * elapsedMs) / done / 1000)
}
