import { setTimeout as delay } from 'node:timers/promises'
import type { Cache } from '../../src/main/cache/cache.ts'
import { allItems } from '../../src/shared/item-query.ts'

/** A cache as it is when the app has been open for a while: what can be prepared is prepared. */
export async function keepOpen(cache: Cache): Promise<void> {
  await cache.query({ ...allItems, search: 'x' })
  // Prepared in the pauses between questions; a question that comes back at once found such a pause.
  for (let quick = 0; quick < 20;) {
    await delay(10)
    const startedAt = performance.now()
    await cache.summary()
    quick = performance.now() - startedAt < 4 ? quick + 1 : 0
  }
}
