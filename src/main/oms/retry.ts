/** Trying again, for what may pass by itself. */
import { setTimeout as delay } from 'node:timers/promises'
import { PacklightError, type AppError, type ErrorCode } from '../../shared/result.ts'

export interface RetryOptions {
  signal: AbortSignal
  /** How often the work is done at most, the first time included. Default 5. */
  attempts?: number
  /** Hears of each wait before it begins. */
  onWait?: (wait: { until: Date; error: AppError }) => void
  /** For tests. Rejects when the signal aborts. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>
  /** For tests: 0 <= x < 1. */
  random?: () => number
}

const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'oms.rate-limited',
  'oms.server-error',
  'oms.unreachable',
  'oms.dns',
  'oms.tls',
  'oms.timeout',
  'oms.broken-answer',
])

const firstWait = 1000
const longestBackOff = 60_000
/** A server that asks for more than this is not waited for: the error says until when it wants to be left alone. */
const longestToldWait = 3_600_000

/** What the server asked for, in ms. `oms.timeout` counts its seconds too, but those lie behind us. */
function toldWait(error: PacklightError): number {
  const seconds = error.code === 'oms.timeout' ? undefined : error.params?.['seconds']
  return typeof seconds === 'number' ? seconds * 1000 : 0
}

/** Doubles from one second, with half of it left to chance so that many clients do not come back as one. */
function backOff(attempt: number, random: () => number): number {
  const ceiling = Math.min(longestBackOff, firstWait * 2 ** attempt)
  return Math.round(ceiling / 2 + (ceiling / 2) * random())
}

const sleepAwake = async (ms: number, signal: AbortSignal): Promise<void> => {
  await delay(ms, undefined, { signal })
}

/**
 * Does `work`, and does it again after a wait where it failed with something that may pass: a full OMS (after the
 * time it asks for), a failing one, a network in trouble, a broken answer. Anything else is thrown at once; the last
 * failure when the attempts are used up; the signal's own reason as soon as it aborts, also during a wait.
 */
export async function withRetries<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { signal, attempts = 5, onWait, sleep = sleepAwake, random = Math.random } = options
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted()
    try {
      return await work()
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof PacklightError) || !passing.has(error.code) || attempt + 1 >= attempts)
        throw error
      const told = toldWait(error)
      if (told > longestToldWait) throw error
      // Chance comes on top of what was asked for, never off it.
      const wait = Math.max(backOff(attempt, random), told && told + Math.round(random() * 500))
      onWait?.({ until: new Date(Date.now() + wait), error: error.toAppError() })
      await sleep(wait, signal).catch((reason: unknown) => {
        signal.throwIfAborted()
        throw reason
      })
    }
  }
}
