import { toAppError } from '../../../shared/result.ts'
import { useNotices } from '../stores/notices.ts'

/** Runs what a control asks for; a failure, which has no place of its own on the screen, is told as a toast. */
export function useTold(): (work: () => Promise<unknown>) => Promise<boolean> {
  const notices = useNotices()
  return async (work) => {
    try {
      await work()
      return true
    } catch (thrown) {
      notices.tell(toAppError(thrown))
      return false
    }
  }
}
