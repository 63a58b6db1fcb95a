import type { ItemQuery, OrderItemRow, SearchField, SortColumn } from '../../src/shared/item-query.ts'
import { stateKey } from '../../src/shared/order-state.ts'
import { fold, searchWords } from '../../src/shared/text-folding.ts'
import type { FakeHandlers } from './fake-types.ts'
import { fakeRow, fakeStates } from './fake-catalogue.ts'
import { fakeDetail, fakeRaw } from './fake-detail.ts'

export interface FakeItems {
  readonly count: number
  handlers: FakeHandlers<'items'>
  /** Puts new items before all others, as a sync would; the caller sends `items.changed`. */
  addOnTop: (count: number) => void
  /** Takes an item out of the cache. */
  remove: (id: number) => void
  revision: number
}

const keyOfState = new Map(fakeStates.map((state) => [state.id, stateKey(state)]))
const keyOf = (row: OrderItemRow): string => keyOfState.get(row.stateId ?? -1) ?? ''
const sortValue: Record<SortColumn, (row: OrderItemRow) => string | number> = {
  product: (row) => row.productName ?? '',
  order: (row) => row.order ?? 0,
  sku: (row) => row.sku ?? '',
  state: keyOf,
  netAmount: (row) => Number(row.netAmount),
  createdDate: (row) => row.createdDate ?? '',
  modifiedDate: (row) => row.modifiedDate ?? '',
}

interface Hit {
  row: OrderItemRow
  field: SearchField | null
}

/** Whether all words are in a row, and in which field where the grid does not show it. */
function hitOf(row: OrderItemRow, words: readonly string[]): Hit | null {
  const shown = fold([row.productName, row.sku, row.order, ...row.attributeLabels].join(' '))
  if (words.every((word) => shown.includes(word))) return { row, field: null }
  const hidden = { barcode: row.barcode, baseCode: row.baseCode, id: row.id, omnitronId: row.omnitronId }
  for (const [field, value] of Object.entries(hidden))
    if (words.every((word) => fold(String(value)).startsWith(word)))
      return { row, field: field as SearchField }
  return null
}

function sorted(rows: OrderItemRow[], { column, direction }: ItemQuery['sort']): OrderItemRow[] {
  const value = sortValue[column]
  const sign = direction === 'ascending' ? 1 : -1
  return [...rows].sort((a, b) => {
    const [x, y] = [value(a), value(b)]
    const order = typeof x === 'string' ? x.localeCompare(String(y), 'tr') : x - Number(y)
    return order * sign || b.id - a.id
  })
}

/** A cache of believable items. Many more than some thousands are only to be scrolled through. */
export function createFakeItems(count = 60): FakeItems {
  const now = Date.now()
  let rows = Array.from({ length: count }, (_empty, index) => fakeRow(index, now))
  const answers = new Map<number, OrderItemRow[]>()
  let lastQuery = 0

  const countStates = (of: readonly OrderItemRow[]): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const row of of) counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1
    return counts
  }

  function matching(query: ItemQuery): OrderItemRow[] {
    const words = searchWords(query.search)
    if (words.length === 0) return rows
    const hits = rows.map((row) => hitOf(row, words)).filter((hit) => hit !== null)
    return hits.map(({ row, field }) => ({ ...row, matchedField: field }))
  }

  const fake: FakeItems = {
    get count() {
      return rows.length
    },
    revision: 1,
    addOnTop: (added) => {
      const fresh = Array.from({ length: added }, (_none, at) => ({
        ...fakeRow(at, now),
        id: 5_000_000 + fake.revision * 1000 + at,
        modifiedDate: new Date(now + 60_000 * fake.revision + at).toISOString(),
      }))
      rows = [...fresh, ...rows]
      fake.revision++
    },
    remove: (id) => {
      rows = rows.filter((row) => row.id !== id)
      fake.revision++
    },
    handlers: {
      'items.summary': () => {
        const counts = countStates(rows)
        return {
          items: rows.length,
          orders: new Set(rows.map(({ order }) => order)).size,
          products: 10,
          gone: rows.filter(({ gone }) => gone).length,
          states: fakeStates
            .map((state) => ({
              key: stateKey(state),
              ids: [state.id],
              state,
              count: counts[stateKey(state)] ?? 0,
            }))
            .filter((one) => one.count > 0),
          revision: fake.revision,
          asOf: new Date(now - 120_000).toISOString(),
        }
      },
      'items.query': (query) => {
        const found = matching(query)
        const chosen =
          query.states.length === 0 ? found : found.filter((row) => query.states.includes(keyOf(row)))
        const isAsMade = query.sort.column === 'modifiedDate' && query.sort.direction === 'descending'
        const answer = isAsMade ? chosen : sorted(chosen, query.sort)
        answers.set(++lastQuery, answer)
        answers.delete(lastQuery - 3)
        const exact = rows.find((row) => [row.barcode, row.sku, String(row.id)].includes(query.search.trim()))
        return {
          queryId: lastQuery,
          revision: fake.revision,
          total: answer.length,
          cached: rows.length,
          tookMs: 3.6,
          firstRows: answer.slice(0, 100),
          stateCounts: countStates(found),
          exactItemId: exact?.id ?? null,
        }
      },
      'items.window': (wanted) =>
        answers.get(wanted.queryId)?.slice(wanted.from, wanted.from + wanted.count) ?? null,
      'items.position': ({ queryId, itemId }) => {
        const position = answers.get(queryId)?.findIndex(({ id }) => id === itemId) ?? -1
        return position < 0 ? null : position
      },
      'items.detail': (id) => {
        const row = rows.find((one) => one.id === id)
        return row ? fakeDetail(row, rows) : null
      },
      'items.raw': (id) => {
        const row = rows.find((one) => one.id === id)
        return row ? fakeRaw(row) : null
      },
      'items.ofOrder': (order) => rows.filter((row) => row.order === order),
    },
  }
  return fake
}
