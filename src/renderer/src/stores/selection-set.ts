/**
 * Which rows are chosen, without a list of a million ids: either some, or all of a result but some.
 * "All" belongs to the result it was said of; another filter makes another "all".
 */
export type Selection =
  { kind: 'some'; ids: ReadonlySet<number> } | { kind: 'all-but'; ids: ReadonlySet<number>; filter: string }

export const nothingSelected: Selection = { kind: 'some', ids: new Set() }

export const isSelected = (selection: Selection, id: number): boolean =>
  selection.ids.has(id) === (selection.kind === 'some')

/** Rows chosen; `total` is the size of the result shown. */
export const countSelected = (selection: Selection, total: number): number =>
  selection.kind === 'some' ? selection.ids.size : Math.max(0, total - selection.ids.size)

/** With the rows of `ids` chosen or not. */
export function withRows(selection: Selection, ids: Iterable<number>, chosen: boolean): Selection {
  const changed = new Set(selection.ids)
  for (const id of ids) {
    if (chosen === (selection.kind === 'some')) changed.add(id)
    else changed.delete(id)
  }
  return { ...selection, ids: changed }
}

export const allOf = (filter: string): Selection => ({ kind: 'all-but', ids: new Set(), filter })

/** What is left when the result is that of `filter`: single rows stay chosen, "all" does not. */
export const afterFilter = (selection: Selection, filter: string): Selection =>
  selection.kind === 'all-but' && selection.filter !== filter ? nothingSelected : selection
