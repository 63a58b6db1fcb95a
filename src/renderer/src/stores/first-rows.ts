import { watch } from 'vue'
import type { useItems } from './items.ts'

/** Longer than a cache that is open needs, and shorter than anybody wonders. */
const patience = 150

/**
 * Asks for the first rows and waits for them, but not for long. A page that has them when it is drawn first is drawn
 * once; else it begins with the grey bars of rows to come.
 */
export function firstRows(items: ReturnType<typeof useItems>): Promise<void> {
  items.open()
  return new Promise((resolve) => {
    const timer = setTimeout(end, patience)
    const stop = watch(
      () => items.answer !== null || items.error !== null,
      (isHere) => {
        if (isHere) end()
      },
      { flush: 'sync' },
    )
    function end(): void {
      clearTimeout(timer)
      stop()
      resolve()
    }
  })
}
