import type { OrderItemRow } from '../../../shared/item-query.ts'

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
  total: number
  firstRows: readonly OrderItemRow[]
  /** Null: the answer is no longer held by the cache. */
  fetchRows: (from: number, count: number) => Promise<OrderItemRow[] | null>
  onArrival: () => void
  onLost: () => void
  onError: (error: unknown) => void
}

/**
 * The rows of one answer, fetched by blocks as the eye comes to them. At most two requests are under way, and
 * what to ask next is decided when one returns: blocks that were only scrolled past are never asked for.
 */
export class RowBlocks {
  readonly total: number
  readonly #options: RowBlocksOptions
  readonly #held = new Map<number, readonly OrderItemRow[]>()
  readonly #asked = new Map<number, Promise<void>>()
  #wanted: RowSpan = { first: 0, end: 0 }
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
    this.#wanted = span
    this.#askNext()
  }

  /** Fetches what is missing of a span, all at once, and waits for it. */
  async load(span: RowSpan): Promise<void> {
    await Promise.all(this.#missing(span).map((block) => this.#fetch(block)))
  }

  #missing(span: RowSpan): number[] {
    const end = Math.min(span.end, this.total)
    const blocks: number[] = []
    for (let block = Math.floor(Math.max(0, span.first) / blockSize); block * blockSize < end; block++)
      if (!this.#held.has(block)) blocks.push(block)
    return blocks
  }

  #askNext(): void {
    if (this.#isLost) return
    for (const block of this.#missing(this.#wanted)) {
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
    const rows = await this.#options.fetchRows(block * blockSize, blockSize)
    if (rows === null) {
      if (!this.#isLost) this.#options.onLost()
      this.#isLost = true
      return
    }
    this.#held.set(block, rows)
    this.#forget()
    this.#options.onArrival()
  }

  /** Lets go of the blocks that are farthest from the eye. */
  #forget(): void {
    const middle = (this.#wanted.first + this.#wanted.end) / 2 / blockSize
    const byDistance = [...this.#held.keys()].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
    for (const block of byDistance.slice(mostHeld)) this.#held.delete(block)
  }
}
