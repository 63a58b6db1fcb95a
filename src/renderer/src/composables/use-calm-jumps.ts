import { onBeforeUnmount, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'

/** Milliseconds between two jumps that are followed: quicker than an eye that looks for a row. */
const calm = 80

export interface CalmJumps<T> {
  followed: Readonly<ShallowRef<T>>
  /** Follows at once: somebody waits to see what is there now. */
  catchUp: () => void
}

/**
 * Follows a value, but of jumps that come in quick succession (the thumb of the scroll bar is dragged, a page key is
 * held) only one now and then and the last: to draw rows that nobody can see would cost the frames that are seen.
 */
export function useCalmJumps<T>(value: Readonly<Ref<T>>, isJump: (from: T, to: T) => boolean): CalmJumps<T> {
  const followed: ShallowRef<T> = shallowRef<T>(value.value)
  let lastJump = -Infinity
  let waiting: ReturnType<typeof setTimeout> | undefined

  function catchUp(): void {
    clearTimeout(waiting)
    waiting = undefined
    followed.value = value.value
  }
  function jump(): void {
    lastJump = performance.now()
    catchUp()
  }

  watch(
    () => value.value,
    (next: T) => {
      if (!isJump(followed.value, next)) {
        catchUp()
        return
      }
      const due = lastJump + calm - performance.now()
      if (due <= 0) jump()
      else waiting ??= setTimeout(jump, due)
    },
    { flush: 'sync' },
  )
  onBeforeUnmount(() => clearTimeout(waiting))
  return { followed, catchUp }
}
