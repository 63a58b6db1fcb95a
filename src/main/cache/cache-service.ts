import { randomInt } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { CacheReader } from './cache-reader.ts'
import { CacheWriter } from './cache-writer.ts'
import { atOneMoment, closeDatabase, openDatabase } from './database.ts'
import type { EngineSources } from './engine/engine.ts'
import { EngineLoader } from './engine/engine-loader.ts'
import type { KeysSource } from './engine/engine-loader.ts'
import { ItemQueries } from './item-queries.ts'
import { SnapshotFile } from './engine/snapshot-file.ts'
import { schemaVersion } from './migrations/migrate.ts'
import type { CacheCalls, WorkerStart } from './protocol.ts'
import { createRepositories } from './repositories/repositories.ts'
import type { Repositories } from './repositories/repositories.ts'
import { Statement } from './statement.ts'

/** The cache in its own thread: all calls, on one open database. */
export interface CacheService {
  calls: CacheCalls
  /** Does a small piece of what would otherwise be waited for; true when nothing is left to do. */
  prepare(): boolean
}

/** @throws as `openDatabase` */
export function createCacheService({ file, readOnly }: WorkerStart): CacheService {
  const db = openDatabase({ file, readOnly })
  const all = createRepositories(db)
  const engine = new EngineLoader(keysSource(all), engineSources(all), {
    file: new SnapshotFile(`${file}-engine`),
    stamp: () => engineStamp(db, all),
    mayWrite: () => !readOnly && !all.syncRuns.isRunning(),
    renew: () => all.totals.set('snapshot', randomInt(2 ** 47)),
  })
  const reader = new CacheReader(all)
  const writer = new CacheWriter(db, all, engine)
  const queries = new ItemQueries(all, engine, { beginsWithIndex: !readOnly })
  if (!readOnly) all.syncRuns.markInterrupted()
  const forgetIfStale = readOnly ? watchOtherWriters(db, engine) : () => undefined
  return {
    calls: {
      summary: () => reader.summary(),
      query: (query) => {
        forgetIfStale()
        // One state of the database for all that a reader reads: a sync may be writing beside it.
        return readOnly ? atOneMoment(db, () => queries.query(query)) : queries.query(query)
      },
      window: (...input) => queries.window(...input),
      position: (...input) => queries.position(...input),
      facets: (queryId) => queries.facets(queryId),
      count: (wanted) => queries.count(wanted),
      choose: (...input) => queries.choose(...input),
      chooseRows: (...input) => queries.chooseRows(...input),
      clearSelection: () => queries.clearSelection(),
      selectedRows: (...input) => queries.selectedRows(...input),
      detail: (id) => reader.detail(id),
      raw: (id) => reader.raw(id),
      ofOrder: (orderId) => reader.ofOrder(orderId),
      imageUrl: (imageId) => reader.imageUrl(imageId),
      exportItems: (...input) => queries.exportItems(...input),
      excelDamagedColumns: (queryId) => queries.excelDamagedColumns(queryId),
      attributeKeys: (queryId) => queries.attributeKeys(queryId),
      startRun: (...input) => writer.startRun(...input),
      unfinishedRun: () => all.syncRuns.unfinished(),
      resumeRun: (runId) => writer.resumeRun(runId),
      commitPage: (page) => writer.commitPage(page),
      compare: (items) => writer.compare(items),
      finishRun: (end) => writer.finishRun(end),
      history: (limit) => all.syncRuns.history(limit),
      rememberOrder: (...input) => writer.rememberOrder(...input),
      close: () => {
        try {
          engine.finish()
        } finally {
          closeDatabase(db, readOnly)
        }
      },
    },
    prepare: () => engine.advance(),
  }
}

/**
 * What an engine on the disk is good for: this very state of the database, and the same rules of comparing texts.
 * The number in front is raised with every change of what the engine's columns mean.
 */
function engineStamp(db: DatabaseSync, { totals }: Repositories): string {
  return JSON.stringify([
    ...[1, schemaVersion(db), totals.revision(), totals.items(), totals.get('snapshot')],
    process.versions['icu'] ?? '',
  ])
}

function keysSource({ itemKeys, totals, names }: Repositories): KeysSource {
  return {
    count: () => totals.items(),
    items: (tell) => itemKeys.items(tell),
    products: (tell) => itemKeys.products(tell),
    names,
  }
}

function engineSources({ searchIndex, orderNumbers, itemKeys }: Repositories): EngineSources {
  return {
    readAmounts: (field, put) => itemKeys.amounts(field, put),
    products: (word) => searchIndex.products(word),
    productsByWholeCode: (terms) => searchIndex.productsByWholeCode(terms),
    productsByExactCode: (key) => searchIndex.productsByExactCode(key),
    texts: (word) => searchIndex.texts(word),
    ordersByExactNumber: (key) => orderNumbers.exact(key),
    ordersByNumber: (word) => orderNumbers.beginning(word),
  }
}

/** A reader's engine knows nothing of what the writer's connection commits: SQLite tells when it did. */
function watchOtherWriters(db: DatabaseSync, engine: EngineLoader): () => void {
  const version = new Statement<[], { data_version: number }>(db, 'PRAGMA data_version')
  let before = version.get()?.data_version
  return () => {
    const now = version.get()?.data_version
    if (now !== before) engine.forget()
    before = now
  }
}
