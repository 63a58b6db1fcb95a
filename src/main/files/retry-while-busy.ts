/**
 * Windows refuses to rename or read a file for as long as a virus scanner, a backup or the search index looks
 * at it. That passes in a moment; elsewhere the same codes mean what they say, so nothing is tried again there.
 */
import { setTimeout as wait } from 'node:timers/promises'

const passing = new Set(['EPERM', 'EACCES', 'EBUSY'])
/** Milliseconds; 1.27 seconds in all. */
const waitsOnWindows = [10, 20, 40, 80, 160, 320, 640]

/** The `code` of a system error ("ENOENT"), or null for any other thing thrown. */
export function systemErrorCode(thrown: unknown): string | null {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : null
}

/** Runs `work` again after each of `waits` (milliseconds) while it fails as a busy file does. */
export async function retryWhileBusy<T>(
  work: () => Promise<T>,
  waits: readonly number[] = process.platform === 'win32' ? waitsOnWindows : [],
): Promise<T> {
  for (const milliseconds of waits) {
    try {
      return await work()
    } catch (thrown) {
      if (!passing.has(systemErrorCode(thrown) ?? '')) throw thrown
      await wait(milliseconds)
    }
  }
  return work()
}
