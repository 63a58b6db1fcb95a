import type { OrderItemRow } from '../../../shared/item-query.ts'

/**
 * What a person wished of the selection, which the cache's worker keeps. A wish names its rows and says what they
 * become, so that doing it twice does no harm.
 */
export type Wish =
  | { kind: 'ids'; ids: ReadonlySet<number>; chosen: boolean }
  /** A run of rows of an answer, `end` not included. */
  | { kind: 'rows'; queryId: number; first: number; end: number; chosen: boolean }
  | { kind: 'none' }

/** Wishes that were made since something was asked; to be handed back to `finish`. */
export type Reading = Wish[]

/**
 * Rows that come may have been read before a wish was made. Whoever asks for rows begins a reading, and does to
 * what comes all that was wished since: it is then as if it had been read now.
 */
export class WishJournal {
  readonly #open = new Set<Reading>()

  begin(): Reading {
    const reading: Reading = []
    this.#open.add(reading)
    return reading
  }

  note(wish: Wish): void {
    for (const reading of this.#open) reading.push(wish)
  }

  finish(reading: Reading): readonly Wish[] {
    this.#open.delete(reading)
    return reading
  }
}

/** Whether a row is chosen once a wish has come true. */
function isChosen(wish: Wish, row: OrderItemRow, queryId: number, index: number): boolean {
  if (wish.kind === 'none') return false
  const isMeant =
    wish.kind === 'ids'
      ? wish.ids.has(row.id)
      : wish.queryId === queryId && index >= wish.first && index < wish.end
  return isMeant ? wish.chosen : row.selected
}

/** The rows of an answer from position `first` on, after wishes; the same array where none of them changes. */
export function rowsAfter(
  wishes: readonly Wish[],
  rows: readonly OrderItemRow[],
  { queryId, first }: { queryId: number; first: number },
): readonly OrderItemRow[] {
  let now = rows
  for (const wish of wishes) {
    const next = now.map((row, at) => {
      const selected = isChosen(wish, row, queryId, first + at)
      return selected === row.selected ? row : { ...row, selected }
    })
    if (next.some((row, at) => row !== now[at])) now = next
  }
  return now
}
