import type { ItemQuery } from '../../shared/item-query.ts'
import type { Engine } from './engine/engine.ts'
import type { SearchTerms } from './search/search-words.ts'

/** An answer that the renderer looks at through windows. */
export interface HeldAnswer {
  query: ItemQuery
  terms: SearchTerms | null
  /** Null: the first rows came from an index, the whole order is worked out when it is asked for. */
  found: { slots: Uint32Array; engine: Engine } | null
}

const mostHeld = 8

/** The last answers, by the time they were last used, so that the one on the screen stays. */
export class Answers {
  readonly #held = new Map<number, HeldAnswer>()
  #lastId = 0

  hold(answer: HeldAnswer): number {
    const id = ++this.#lastId
    this.#held.set(id, answer)
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= mostHeld) break
      this.#held.delete(oldest)
    }
    return id
  }

  get(id: number): HeldAnswer | null {
    const answer = this.#held.get(id)
    if (!answer) return null
    this.#held.delete(id)
    this.#held.set(id, answer)
    return answer
  }
}
