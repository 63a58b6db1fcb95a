import { onScopeDispose, readonly, ref } from 'vue'
import type { Ref } from 'vue'

const everyMs = 15_000
const now = ref(Date.now())
let users = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The time, in milliseconds, moving on every 15 seconds while somebody looks: for ages that stay true. */
export function useNow(): Readonly<Ref<number>> {
  if (users++ === 0) {
    now.value = Date.now()
    timer = setInterval(() => {
      now.value = Date.now()
    }, everyMs)
  }
  onScopeDispose(() => {
    if (--users === 0) clearInterval(timer)
  })
  return readonly(now)
}
