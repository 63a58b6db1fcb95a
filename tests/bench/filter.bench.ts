/** Every filter, sort and facet, alone and in pairs, in the cache's worker. */
import { DatabaseSync } from 'node:sqlite'
import { openCache } from '../../src/main/cache/cache.ts'
import type { Cache } from '../../src/main/cache/cache.ts'
import { noFilters } from '../../src/shared/item-filters.ts'
import type { ItemFilters } from '../../src/shared/item-filters.ts'
import { allItems, sortColumns } from '../../src/shared/item-query.ts'
import type { ItemQuery } from '../../src/shared/item-query.ts'
import { keepOpen } from './bench-cache.ts'
import type { BenchOptions } from './bench-options.ts'
import { figure, median } from './figures.ts'
import type { Figure } from './figures.ts'
import { cacheWorkerUrl, seededCache } from './seeded-cache.ts'

/** One choice of each filter. */
const choices: Partial<ItemFilters>[] = [
  { state: ['OrderStatus:450', 'OrderStatus:500'] },
  { stockList: ['1'] },
  { priceList: ['2'] },
  { priceCurrency: ['TRY'] },
  { kind: ['bundle', 'part'] },
  { picture: ['missing'] },
  { listing: ['listed'] },
  { change: ['same'] },
  // The seeded items' dates end at a fixed day: so many days back reach into them whenever this runs.
  { createdDate: { from: '2026-10-01', to: '2026-11-10' } },
  { modifiedDate: { from: null, to: '2026-11-15' } },
  { netAmount: { from: '100', to: '499.90' } },
]

export async function filterBench({ items, fresh }: BenchOptions): Promise<Figure[]> {
  const { file } = await seededCache(items, { fresh })
  const cache = await openCache({ file, workerUrl: cacheWorkerUrl })
  try {
    await keepOpen(cache)
    const first = await sortsForTheFirstTime(cache)
    const anchor = { what: 'a bare scan of two columns in memory', p50: median(bareScans(file)) }
    const timed = (what: string, queries: ItemQuery[]) => time(cache, what, queries, anchor)
    const filters = choices.map((choice): ItemFilters => ({ ...noFilters, ...choice }))
    const pairs = filters.flatMap((one, at) => filters.slice(at + 1).map((other) => both(one, other)))
    const sorts = sortColumns.flatMap((column) =>
      (['ascending', 'descending'] as const).map((direction) => ({ column, direction })),
    )
    const filtered = (chosen: ItemFilters[]) =>
      chosen.map((one): ItemQuery => ({ ...allItems, filters: one }))
    return [
      ...(await timed('each filter', filtered(filters))),
      ...(await timed('two filters', filtered(pairs))),
      ...(await timed(
        'each sort',
        sorts.map((sort) => ({ ...allItems, sort })),
      )),
      ...(await timed(
        'a filter and a sort',
        filters.flatMap((one) => sorts.map((sort) => ({ ...allItems, filters: one, sort }))),
      )),
      ...(await timed(
        'a filter and a search',
        filters.flatMap((one) =>
          ['g', 'gömlek', '86'].map((search) => ({ ...allItems, filters: one, search })),
        ),
      )),
      figure('each sort for the first time of all', 'ms', first),
    ]
  } finally {
    await cache.close()
  }
}

/** Two filters at once. They are of different names, so that neither hides the other. */
function both(one: ItemFilters, other: ItemFilters): ItemFilters {
  const merged = { ...one }
  for (const [name, choice] of Object.entries(other)) {
    const isSet = Array.isArray(choice) ? choice.length > 0 : choice !== null
    if (isSet) Object.assign(merged, { [name]: choice })
  }
  return merged
}

/** The answer with its order and first rows, and what every filter would leave of it. */
async function time(
  cache: Cache,
  what: string,
  queries: readonly ItemQuery[],
  anchor: NonNullable<Figure['anchor']>,
): Promise<Figure[]> {
  const answered: number[] = []
  const counted: number[] = []
  for (const query of queries) {
    const { tookMs, queryId } = await cache.query(query)
    answered.push(tookMs)
    const startedAt = performance.now()
    await cache.facets(queryId)
    counted.push(performance.now() - startedAt)
  }
  return [figure(what, 'ms', answered, anchor), figure(`${what}: the facets`, 'ms', counted, anchor)]
}

/** What only the first one to sort by a column waits for; it is kept until the app ends, and beyond. */
async function sortsForTheFirstTime(cache: Cache): Promise<number[]> {
  const took: number[] = []
  for (const column of sortColumns)
    took.push((await cache.query({ ...allItems, sort: { column, direction: 'ascending' } })).tookMs)
  return took
}

/** The least that a filter must do: look at one number of each item and note which pass. */
function bareScans(file: string): number[] {
  const db = new DatabaseSync(file, { readOnly: true })
  const row = db.prepare('SELECT count(*) AS count FROM items').get() as unknown as { count: number }
  db.close()
  const values = Uint32Array.from({ length: row.count }, (_none, at) => (at * 7919) % 4096)
  const other = Uint32Array.from({ length: row.count }, (_none, at) => (at * 104_729) % row.count)
  const flags = new Uint8Array(row.count)
  return Array.from({ length: 25 }, () => {
    const startedAt = performance.now()
    for (let slot = 0; slot < values.length; slot++) flags[slot] = (values[slot] ?? 0) < 1024 ? 1 : 0
    let end = 0
    const found = new Uint32Array(row.count)
    for (let at = 0; at < other.length; at++) if (flags[other[at] ?? 0] === 1) found[end++] = other[at] ?? 0
    return performance.now() - startedAt
  })
}
