import { timeoutError } from './errors.ts'

/** The time limits of one request, and the one signal that ends it: the caller's wish or a limit, whichever is first. */
export interface Deadline {
  /** For `fetch`. */
  readonly signal: AbortSignal
  /**
   * `step`, or a rejection when it takes longer than `milliseconds`, the whole request too long, or the caller
   * gives up - also where the step itself does not listen to the signal.
   */
  within<T>(milliseconds: number, waitingFor: string, step: Promise<T>): Promise<T>
  /** Frees the connection of a request whose rest nobody wants. */
  abandon(): void
  /** Ends the watch; to be called in any case. */
  end(): void
}

/** Rejections carry `oms.timeout`, or the caller's own `reason` where the caller gave up. */
export function startDeadline(caller: AbortSignal, wholeMs: number): Deadline {
  const controller = new AbortController()
  const ended = Promise.withResolvers<never>()
  // Between two steps nobody listens; the next step hears of it.
  ended.promise.catch(() => undefined)

  const stop = (reason: unknown) => {
    ended.reject(reason)
    controller.abort(reason)
  }
  const giveUp = () => stop(caller.reason)
  const whole = setTimeout(() => stop(timeoutError(wholeMs, 'complete answer')), wholeMs)
  caller.addEventListener('abort', giveUp)
  if (caller.aborted) giveUp()

  return {
    signal: controller.signal,
    async within(milliseconds, waitingFor, step) {
      const timer = setTimeout(() => stop(timeoutError(milliseconds, waitingFor)), milliseconds)
      try {
        return await Promise.race([step, ended.promise])
      } finally {
        clearTimeout(timer)
      }
    },
    abandon: () => controller.abort(),
    end() {
      clearTimeout(whole)
      caller.removeEventListener('abort', giveUp)
    },
  }
}
