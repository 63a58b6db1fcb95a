import { ref } from 'vue'
import type { Ref } from 'vue'
import { toAppError } from '../../../shared/result.ts'
import type { AppError } from '../../../shared/result.ts'

export interface Task<Arguments extends unknown[]> {
  /** Does the work; false when it failed, and then `error` says why. */
  run: (...given: Arguments) => Promise<boolean>
  busy: Ref<boolean>
  error: Ref<AppError | null>
}

/** Work that a button starts: whether it runs, and what went wrong, for the template. Does not run twice at once. */
export function useTask<Arguments extends unknown[]>(
  work: (...given: Arguments) => Promise<unknown>,
): Task<Arguments> {
  const busy = ref(false)
  const error = ref<AppError | null>(null)

  async function run(...given: Arguments): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    error.value = null
    try {
      await work(...given)
      return true
    } catch (thrown) {
      error.value = toAppError(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  return { run, busy, error }
}
