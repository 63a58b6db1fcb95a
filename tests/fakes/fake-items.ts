import type { ItemQuery, OrderItemRow, SearchField, SortColumn } from '../../src/shared/item-query.ts'
import { stateKey } from '../../src/shared/order-state.ts'
import { fold, searchWords } from '../../src/shared/text-folding.ts'
import { fakePriceLists, fakeRow, fakeStates, fakeStockLists } from './fake-catalogue.ts'
import { fakeDetail, fakeRaw } from './fake-detail.ts'
import { facetsOf, passes, stateKeyOf } from './fake-filters.ts'
import { countSelected, selectionHandlers, withSelection } from './fake-selection.ts'
import type { FakeCache } from './fake-selection.ts'
import type { FakeHandlers } from './fake-types.ts'

export interface FakeItems {
  readonly count: number
  handlers: FakeHandlers<'items'> & FakeHandlers<'selection'>
  /** The rows that a query finds, in its order. */
  matching: (query: ItemQuery) => OrderItemRow[]
  /** Puts new items before all others, as a sync would; the caller sends `items.changed`. */
  addOnTop: (count: number) => void
  /** Takes an item out of the cache. */
  remove: (id: number) => void
  revision: number
}

const amounts = new Set<SortColumn>([
  ...(['netAmount', 'price', 'retailPrice', 'taxRate', 'taxAmount', 'discountAmount'] as const),
  ...(['withoutNetAmount', 'installmentInterestAmount'] as const),
])

function sortValue(row: OrderItemRow, column: SortColumn): string | number {
  if (column === 'product') return row.productName ?? ''
  if (column === 'state') return stateKeyOf(row)
  return amounts.has(column) ? Number(row[column]) : (row[column] ?? '')
}

interface Hit {
  row: OrderItemRow
  field: SearchField | null
}

/** Whether all words are in a row, and in which field where the grid does not show it. */
function hitOf(row: OrderItemRow, words: readonly string[]): Hit | null {
  const shown = fold([row.productName, row.sku, row.order].join(' '))
  if (words.every((word) => shown.includes(word))) return { row, field: null }
  const withAttributes = `${shown} ${fold(row.attributeLabels.join(' '))}`
  if (words.every((word) => withAttributes.includes(word))) return { row, field: 'attribute' }
  const hidden = { barcode: row.barcode, baseCode: row.baseCode, id: row.id, omnitronId: row.omnitronId }
  for (const [field, value] of Object.entries(hidden))
    if (words.every((word) => fold(String(value)).startsWith(word)))
      return { row, field: field as SearchField }
  return null
}

function sorted(rows: OrderItemRow[], { column, direction }: ItemQuery['sort']): OrderItemRow[] {
  const sign = direction === 'ascending' ? 1 : -1
  return [...rows].sort((a, b) => {
    const [x, y] = [sortValue(a, column), sortValue(b, column)]
    const order = typeof x === 'string' ? x.localeCompare(String(y), 'tr') : x - Number(y)
    return order * sign || b.id - a.id
  })
}

/** A cache of believable items. Many more than some thousands are only to be scrolled through. */
export function createFakeItems(count = 60): FakeItems {
  const now = Date.now()
  const cache: FakeCache = {
    rows: Array.from({ length: count }, (_empty, index) => fakeRow(index, now)),
    answers: new Map(),
    selected: new Set(),
  }
  const queries = new Map<number, ItemQuery>()
  let lastQuery = 0

  function found({ search }: ItemQuery): OrderItemRow[] {
    const words = searchWords(search)
    if (words.length === 0) return cache.rows
    const hits = cache.rows.map((row) => hitOf(row, words)).filter((hit) => hit !== null)
    return hits.map(({ row, field }) => ({ ...row, matchedField: field }))
  }

  function matching(query: ItemQuery): OrderItemRow[] {
    const rows = found(query).filter((row) => passes(row, query.filters))
    const isAsMade = query.sort.column === 'modifiedDate' && query.sort.direction === 'descending'
    return isAsMade ? rows : sorted(rows, query.sort)
  }

  const rowOf = (id: number): OrderItemRow | undefined => cache.rows.find((row) => row.id === id)
  const fake: FakeItems = {
    get count() {
      return cache.rows.length
    },
    matching,
    revision: 1,
    addOnTop: (added) => {
      const fresh = Array.from({ length: added }, (_none, at) => ({
        ...fakeRow(at, now),
        id: 5_000_000 + fake.revision * 1000 + at,
        modifiedDate: new Date(now + 60_000 * fake.revision + at).toISOString(),
      }))
      cache.rows = [...fresh, ...cache.rows]
      fake.revision++
    },
    remove: (id) => {
      cache.rows = cache.rows.filter((row) => row.id !== id)
      fake.revision++
    },
    handlers: {
      'items.summary': () => {
        const countOf = (key: string): number => cache.rows.filter((row) => stateKeyOf(row) === key).length
        return {
          items: cache.rows.length,
          orders: new Set(cache.rows.map(({ order }) => order)).size,
          products: 10,
          gone: cache.rows.filter(({ gone }) => gone).length,
          states: fakeStates
            .map((state) => ({
              key: stateKey(state),
              ids: [state.id],
              state,
              count: countOf(stateKey(state)),
            }))
            .filter((one) => one.count > 0),
          priceLists: [...fakePriceLists],
          stockLists: [...fakeStockLists],
          revision: fake.revision,
          asOf: new Date(now - 120_000).toISOString(),
        }
      },
      'items.query': (query) => {
        const answer = matching(query)
        queries.set(++lastQuery, query)
        cache.answers.set(lastQuery, answer)
        cache.answers.delete(lastQuery - 3)
        const exact = cache.rows.find((row) =>
          [row.barcode, row.sku, String(row.id)].includes(query.search.trim()),
        )
        return {
          queryId: lastQuery,
          revision: fake.revision,
          total: answer.length,
          cached: cache.rows.length,
          tookMs: 3.6,
          firstRows: withSelection(answer.slice(0, 100), cache),
          exactItemId: exact?.id ?? null,
          selected: countSelected(cache, lastQuery),
        }
      },
      'items.window': (wanted) => {
        const rows = cache.answers.get(wanted.queryId)?.slice(wanted.from, wanted.from + wanted.count)
        return rows ? withSelection(rows, cache) : null
      },
      'items.position': ({ queryId, itemId }) => {
        const position = cache.answers.get(queryId)?.findIndex(({ id }) => id === itemId) ?? -1
        return position < 0 ? null : position
      },
      'items.facets': ({ queryId }) => {
        const query = cache.answers.has(queryId) ? queries.get(queryId) : undefined
        return query ? facetsOf(found(query), query.filters) : null
      },
      'items.count': (wanted) => wanted.map((query) => matching(query).length),
      'items.detail': (id) => {
        const row = rowOf(id)
        return row ? fakeDetail(row, cache.rows) : null
      },
      'items.raw': (id) => {
        const row = rowOf(id)
        return row ? fakeRaw(row) : null
      },
      'items.ofOrder': (order) => cache.rows.filter((row) => row.order === order),
      ...selectionHandlers(cache),
    },
  }
  return fake
}
