/** Patience with a server: so long without a sign of life, and so long in all. */
export interface Deadline {
  /** Aborts when the patience ends, or with the signal that was given. */
  readonly signal: AbortSignal
  /** A sign of life: the silence begins anew. */
  readonly heard: () => void
  /** Must be called at the end: takes the timers away. */
  readonly end: () => void
}

export function deadline(
  outer: AbortSignal,
  { silenceSeconds, wholeSeconds }: { silenceSeconds: number; wholeSeconds: number },
): Deadline {
  const controller = new AbortController()
  const stop = (): void => {
    controller.abort(outer.aborted ? outer.reason : new DOMException('No answer in time', 'TimeoutError'))
  }
  const silence = setTimeout(stop, silenceSeconds * 1000)
  const whole = setTimeout(stop, wholeSeconds * 1000)
  if (outer.aborted) stop()
  outer.addEventListener('abort', stop, { once: true })
  return {
    signal: controller.signal,
    heard: () => {
      silence.refresh()
    },
    end: () => {
      clearTimeout(silence)
      clearTimeout(whole)
      outer.removeEventListener('abort', stop)
    },
  }
}
