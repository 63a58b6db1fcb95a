import { setImmediate } from 'node:timers/promises'
import { PacklightError } from '../../shared/result.ts'
import type { ListPage } from './ports.ts'

export interface WalkedPage<T> {
  page: number
  answer: ListPage<T>
  /** Rows that this pass has met so far, this page included: unique ids, and those set aside without one. */
  heldInPass: number
}

export interface PassOptions<T> {
  firstPage: number
  /** Rows met by the same pass before it was interrupted. */
  heldBefore: number
  fetchPage: (page: number) => Promise<ListPage<T>>
}

/**
 * One pass over a paged list, page after page, the next one fetched while the caller stores the last.
 *
 * `next` is not followed: it can lie (name the list itself for ever, an inner host, plain http). The pass ends
 * when all `count` ids were met, when a page brings none that is new, or when a page is beyond the end. Rows
 * shift while pages are walked, so whether a pass was complete is for the caller to judge, by `count`.
 */
export async function* walkPass<T extends { id: number }>(
  options: PassOptions<T>,
): AsyncGenerator<WalkedPage<T>, void> {
  const ids = new Set<number>()
  let rejected = 0
  let pending = quietly(options.fetchPage(options.firstPage))
  for (let page = options.firstPage; ; page++) {
    const answer = await orBeyondEnd(pending, page)
    if (answer === null) return
    const before = ids.size
    for (const { item } of answer.items) ids.add(item.id)
    rejected += answer.rejected.length
    const heldInPass = options.heldBefore + ids.size + rejected
    // A page whose every item was set aside tells nothing of what follows; an empty one is the end.
    const broughtNew = ids.size > before || (answer.items.length === 0 && answer.rejected.length > 0)
    const expectsMore = answer.count === null ? answer.nextPage !== null : heldInPass < answer.count
    const goesOn = broughtNew && expectsMore
    if (goesOn) {
      pending = quietly(options.fetchPage(page + 1))
      // Lets the request go out, so that the server answers while this page is worked on.
      await setImmediate()
    }
    yield { page, answer, heldInPass }
    if (!goesOn) return
  }
}

/** A page fetched ahead may fail before anyone waits for it, or never be waited for. */
function quietly<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** Django answers 404 for a page beyond the last; that is an end, not a failure. */
async function orBeyondEnd<T>(pending: Promise<T>, page: number): Promise<T | null> {
  try {
    return await pending
  } catch (thrown) {
    if (page > 1 && thrown instanceof PacklightError && thrown.code === 'oms.no-oms-here') return null
    throw thrown
  }
}
