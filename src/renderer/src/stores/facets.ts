import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import type { Facets } from '../../../shared/item-filters.ts'
import { toAppError } from '../../../shared/result.ts'
import { ask } from '../bridge.ts'
import { useItems } from './items.ts'
import { useNotices } from './notices.ts'

/** How many items each choice of a filter would leave: asked only while somebody looks at the choices. */
export const useFacets = defineStore('facets', () => {
  const items = useItems()
  const notices = useNotices()
  const facets = shallowRef<Facets | null>(null)
  const watchers = ref(0)
  let newest = 0

  async function fetchFor(queryId: number): Promise<void> {
    const turn = ++newest
    try {
      const counted = await ask('items.facets', { queryId })
      // Null: that answer has left the cache, and another one is on its way.
      if (turn === newest && counted !== null) facets.value = counted
    } catch (thrown) {
      if (turn === newest) notices.tell(toAppError(thrown))
    }
  }

  /** Counts now and after each new answer, until the answer is called. */
  function follow(): () => void {
    watchers.value++
    return () => {
      watchers.value--
    }
  }

  watch([() => items.answer?.queryId, () => watchers.value > 0] as const, ([queryId, isWatched]) => {
    if (queryId !== undefined && isWatched) void fetchFor(queryId)
    // What was counted of another search or store is shown to nobody who comes later.
    else {
      newest++
      facets.value = null
    }
  })

  return { facets, follow }
})
