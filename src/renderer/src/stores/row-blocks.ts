import type { OrderItemRow } from '../../../shared/item-query.ts'
import { rowsAfter } from './selection-wishes.ts'
import type { Wish, WishJournal } from './selection-wishes.ts'

/** Rows a request asks for; far below the contract's 500. */
export const blockSize = 100
/** Blocks kept of one answer: what was seen lately comes back at once. */
const mostHeld = 40
const mostRequests = 2

export interface RowSpan {
  first: number
  /** The row after the last. */
  end: number
}

export interface RowBlocksOptions {
  queryId: number
  total: number
  firstRows: readonly OrderItemRow[]
  /** What the person chooses while rows are on their way. */
  wishes: WishJournal
  /** Null: the answer is no longer held by the cache. */
  fetchRows: (from: number, count: number) => Promise<OrderItemRow[] | null>
  onArrival: () => void
  onLost: () => void
  onError: (error: unknown) => void
}

/**
 * The rows of one answer, fetched by blocks as the eye comes to them, and one ahead of it. At most two requests are
 * under way, and what to ask next is decided when one returns: blocks that were only scrolled past are never asked
 * for.
 */
export class RowBlocks {
  readonly total: number
  readonly #options: RowBlocksOptions
  readonly #held = new Map<number, readonly OrderItemRow[]>()
  readonly #asked = new Map<number, Promise<void>>()
  #wanted: RowSpan = { first: 0, end: 0 }
  /** Which way the eye moved last: rows down, up, or not yet. */
  #direction: 1 | -1 | 0 = 0
  #isLost = false

  constructor(options: RowBlocksOptions) {
    this.#options = options
    this.total = options.total
    const { firstRows, total } = options
    for (let from = 0; from < firstRows.length; from += blockSize) {
      const isWhole = from + blockSize <= firstRows.length || firstRows.length >= total
      if (isWhole) this.#held.set(from / blockSize, firstRows.slice(from, from + blockSize))
    }
  }

  /** The row at a position, if it is here. */
  rowAt(index: number): OrderItemRow | undefined {
    return this.#held.get(Math.floor(index / blockSize))?.[index % blockSize]
  }

  /** Where an item stands, as far as the rows that are here can tell. */
  positionOf(itemId: number): number | null {
    for (const [block, rows] of this.#held) {
      const at = rows.findIndex((row) => row.id === itemId)
      if (at >= 0) return block * blockSize + at
    }
    return null
  }

  /** Says what the eye looks at; the missing blocks of it are fetched. */
  want(span: RowSpan): void {
    const moved = span.first - this.#wanted.first
    if (moved !== 0 && this.#wanted.end > 0) this.#direction = moved > 0 ? 1 : -1
    this.#wanted = span
    this.#askNext()
  }

  /** Fetches what is missing of a span, all at once, and waits for it. */
  async load(span: RowSpan): Promise<void> {
    await Promise.all(this.#missing(span).map((block) => this.#fetch(block)))
  }

  /** Does to the rows that are here what was wished. */
  apply(wishes: readonly Wish[]): void {
    for (const [block, rows] of this.#held) this.#held.set(block, this.#after(wishes, rows, block))
  }

  #after(wishes: readonly Wish[], rows: readonly OrderItemRow[], block: number): readonly OrderItemRow[] {
    return rowsAfter(wishes, rows, { queryId: this.#options.queryId, first: block * blockSize })
  }

  #missing(span: RowSpan): number[] {
    const end = Math.min(span.end, this.total)
    const blocks: number[] = []
    for (let block = Math.floor(Math.max(0, span.first) / blockSize); block * blockSize < end; block++)
      if (!this.#held.has(block)) blocks.push(block)
    return blocks
  }

  /** The block that the eye comes to next, when all that it looks at is here and nothing else is under way. */
  #ahead(): number[] {
    if (this.#direction === 0 || this.#asked.size > 0) return []
    const { first, end } = this.#wanted
    return this.#missing(
      this.#direction > 0
        ? { first: end, end: end + blockSize / 2 }
        : { first: first - blockSize / 2, end: first },
    ).slice(0, 1)
  }

  #askNext(): void {
    if (this.#isLost) return
    const missing = this.#missing(this.#wanted)
    for (const block of missing.length > 0 ? missing : this.#ahead()) {
      if (this.#asked.size >= mostRequests) return
      if (this.#asked.has(block)) continue
      this.#fetch(block).then(
        () => this.#askNext(),
        (error: unknown) => this.#options.onError(error),
      )
    }
  }

  #fetch(block: number): Promise<void> {
    const request = this.#asked.get(block) ?? this.#request(block).finally(() => this.#asked.delete(block))
    this.#asked.set(block, request)
    return request
  }

  async #request(block: number): Promise<void> {
    const { wishes, fetchRows, onArrival, onLost } = this.#options
    const reading = wishes.begin()
    const rows = await fetchRows(block * blockSize, blockSize).finally(() => wishes.finish(reading))
    if (rows === null) {
      if (!this.#isLost) onLost()
      this.#isLost = true
      return
    }
    this.#held.set(block, this.#after(reading, rows, block))
    this.#forget()
    onArrival()
  }

  /** Lets go of the blocks that are farthest from the eye. */
  #forget(): void {
    const middle = (this.#wanted.first + this.#wanted.end) / 2 / blockSize
    const byDistance = [...this.#held.keys()].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
    for (const block of byDistance.slice(mostHeld)) this.#held.delete(block)
  }
}
