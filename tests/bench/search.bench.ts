/** A key stroke to its results: in the cache's worker, and through the built app to the painted rows. */
import { join } from 'node:path'
import { openCache } from '../../src/main/cache/cache.ts'
import type { Cache } from '../../src/main/cache/cache.ts'
import { allItems } from '../../src/shared/item-query.ts'
import { temporaryFolder } from '../support/app.ts'
import { keepOpen } from './bench-cache.ts'
import type { BenchOptions } from './bench-options.ts'
import { figure, median } from './figures.ts'
import type { Figure } from './figures.ts'
import { indexWords, searchCountSql, searchSql } from './search-anchor.ts'
import { paintedSearches } from './search-painted.ts'
import { cacheWorkerUrl, seededCache } from './seeded-cache.ts'
import { SqliteShell } from './sqlite-shell.ts'
import { typedSearches } from './typed-searches.ts'

const searchCount = 300
/** Every so many searches SQLite answers too: it takes up to a second for one. */
const comparedEvery = 6

export async function searchBench({ items, fresh }: BenchOptions): Promise<Figure[]> {
  const { file } = await seededCache(items, { fresh })
  const searches = typedSearches(items, searchCount)
  return [...(await inTheWorker(file, searches)), ...(await paintedSearches(items, searches))]
}

async function inTheWorker(file: string, searches: readonly string[]): Promise<Figure[]> {
  const cold = await firstSearch(file)
  const cache = await openCache({ file, workerUrl: cacheWorkerUrl })
  const folder = temporaryFolder()
  const words = join(folder.path, 'words.db')
  indexWords(file, words)
  const shell = await SqliteShell.open(words, file)
  try {
    await keepOpen(cache)
    const inside: number[] = []
    const asked: number[] = []
    const bySqlite: number[] = []
    const comparable: number[] = []
    let differing = 0
    for (const [index, search] of searches.entries()) {
      const startedAt = performance.now()
      const { tookMs, total } = await cache.query({ ...allItems, search })
      asked.push(performance.now() - startedAt)
      inside.push(tookMs)
      if (!shell || index % comparedEvery !== 0) continue
      bySqlite.push(await shell.time(searchSql(search)))
      comparable.push(tookMs)
      if ((await shell.count(searchCountSql(search))) !== total) differing++
    }
    const anchor = shell && { what: 'the sqlite3 tool, same query and order', p50: median(bySqlite) }
    const letters = [1, 2, 3, 6, 12].map((length) => {
      const ofLength = inside.filter((_ms, index) => searches[index]?.length === length)
      return figure(`of ${length} ${length === 1 ? 'letter' : 'letters'}`, 'ms', ofLength)
    })
    return [
      figure('query in the worker: total, order, first rows', 'ms', inside),
      ...letters,
      figure('query, asked from the main thread', 'ms', asked),
      figure('first search of all, right after opening', 'ms', [cold]),
      ...(anchor
        ? [
            figure('those that SQLite answered too', 'ms', comparable, anchor),
            figure('the sqlite3 tool itself', 'ms', bySqlite),
            figure('answers with another total than SQLite', 'count', [differing]),
          ]
        : []),
    ]
  } finally {
    shell?.close()
    await cache.close()
    folder.remove()
  }
}

/** What a person waits for who types as soon as the first rows are there. */
async function firstSearch(file: string): Promise<number> {
  const cache: Cache = await openCache({ file, workerUrl: cacheWorkerUrl })
  try {
    await cache.query(allItems)
    const startedAt = performance.now()
    await cache.query({ ...allItems, search: 'gömlek' })
    return performance.now() - startedAt
  } finally {
    await cache.close()
  }
}
