import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { ask } from '../bridge.ts'
import { useItems } from './items.ts'
import { useViews } from './views.ts'

/** While a sync brings page after page, the tabs need not count each of them. */
const patience = 1500

/** How many items each saved view finds, counted anew when the items or the views change. */
export const useViewCounts = defineStore('view-counts', () => {
  const items = useItems()
  const views = useViews()
  const counts = shallowRef<ReadonlyMap<string, number>>(new Map())
  let newest = 0
  let countedAt = -patience
  let timer: ReturnType<typeof setTimeout> | undefined

  async function count(): Promise<void> {
    timer = undefined
    countedAt = performance.now()
    const turn = ++newest
    const counted = views.views
    const numbers =
      counted.length === 0
        ? []
        : await ask(
            'items.count',
            counted.map(({ query }) => query),
          )
    if (turn === newest) counts.value = new Map(counted.map(({ id }, at) => [id, numbers[at] ?? 0]))
  }

  // A count that fails stays as it was: what is shown beside it says what is wrong.
  const countQuietly = (): void => void count().catch(() => undefined)

  watch([() => items.revision, () => views.views] as const, ([revision], [before]) => {
    if (items.answer === null) return
    clearTimeout(timer)
    // A new view is counted at once: somebody waits for its number.
    const wait = revision === before ? 0 : Math.max(0, countedAt + patience - performance.now())
    if (wait === 0) countQuietly()
    else timer = setTimeout(countQuietly, wait)
  })

  return { counts }
})
