export interface Calmly<T> {
  tell(value: T): void
  /** Tells at once what waits to be told. */
  flush(): void
}

/**
 * Tells the first value at once, and of those that follow within `milliseconds` only the newest, when they are over:
 * whoever listens is not kept busy, and always ends up with the last one.
 */
export function atMostEvery<T>(milliseconds: number, listener: (value: T) => void): Calmly<T> {
  let timer: ReturnType<typeof setTimeout> | null = null
  let waiting: { value: T } | null = null

  const tellNow = (value: T) => {
    waiting = null
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => {
      timer = null
      if (waiting) tellNow(waiting.value)
    }, milliseconds)
    listener(value)
  }

  return {
    tell(value) {
      if (timer === null) tellNow(value)
      else waiting = { value }
    },
    flush() {
      if (waiting) tellNow(waiting.value)
    },
  }
}
