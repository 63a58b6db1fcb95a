import type { ImageFailure } from './image-answer.ts'

/** Failures that are not to be tried again for a while. */
export interface FailureMemory {
  get(name: string): ImageFailure | null
  remember(name: string, failure: ImageFailure, milliseconds: number): void
  forget(name: string): void
  clear(): void
}

const mostRemembered = 20_000

/** @param now milliseconds of a clock */
export function createFailureMemory(now: () => number): FailureMemory {
  const failures = new Map<string, { failure: ImageFailure; until: number }>()
  return {
    get(name) {
      const known = failures.get(name)
      if (!known) return null
      if (now() < known.until) return known.failure
      failures.delete(name)
      return null
    },
    remember(name, failure, milliseconds) {
      failures.delete(name)
      failures.set(name, { failure, until: now() + milliseconds })
      const [oldest] = failures.keys()
      if (failures.size > mostRemembered && oldest !== undefined) failures.delete(oldest)
    },
    forget: (name) => void failures.delete(name),
    clear: () => failures.clear(),
  }
}
