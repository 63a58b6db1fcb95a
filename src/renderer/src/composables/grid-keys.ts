/** Where a key moves the active row of the grid. */

export interface GridPlace {
  /** The active row; null: none yet. */
  index: number | null
  /** Where keys start without an active row. */
  firstInView: number
  total: number
  pageRows: number
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'altKey'>

/** The row to make active, or null where the key moves nothing. */
export function rowAfterKey({ key, altKey }: KeyPress, place: GridPlace): number | null {
  if (place.total === 0 || altKey) return null
  const last = place.total - 1
  const clamp = (index: number): number => Math.min(Math.max(index, 0), last)
  const { index, firstInView, pageRows } = place
  switch (key) {
    case 'ArrowDown':
      return clamp(index === null ? firstInView : index + 1)
    case 'ArrowUp':
      return clamp(index === null ? firstInView : index - 1)
    case 'PageDown':
      return clamp((index ?? firstInView) + pageRows)
    case 'PageUp':
      return clamp((index ?? firstInView) - pageRows)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
