import type { VisibleColumn } from '../../../shared/grid-columns.ts'
import type { ItemQuery } from '../../../shared/item-query.ts'

/** A query as text, the same for two that mean the same: values are chosen in any order. */
function meaningOf({ search, filters, sort }: ItemQuery): string {
  const entries = Object.entries(filters).map(([name, value]) => [
    name,
    Array.isArray(value) ? [...value].sort() : value,
  ])
  return JSON.stringify([search.trim(), entries.sort(), sort.column, sort.direction])
}

export const isSameQuery = (a: ItemQuery, b: ItemQuery): boolean => meaningOf(a) === meaningOf(b)

export const areSameColumns = (a: readonly VisibleColumn[], b: readonly VisibleColumn[]): boolean =>
  a.length === b.length && a.every(({ id, width }, at) => id === b[at]?.id && width === b[at].width)
