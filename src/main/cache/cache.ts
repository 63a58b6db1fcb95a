/** The offline cache as the rest of the main process sees it. The work is done in a thread of its own. */
import type { Facets } from '../../shared/item-filters.ts'
import type {
  CacheSummary,
  ItemQuery,
  OrderItemDetail,
  OrderItemRow,
  QueryAnswer,
  SelectionCount,
} from '../../shared/item-query.ts'
import type { JsonObject } from '../../shared/json.ts'
import type { SimpleOrderItem } from '../../shared/order-item.ts'
import type { AppError } from '../../shared/result.ts'
import type { SyncRun } from '../../shared/sync-status.ts'
import { NewestOnly } from './newest-only.ts'
import { PagePacker } from './pack-page.ts'
import type {
  AttributeKeysFound,
  CommitPage,
  ExportItem,
  PageStored,
  RunEnd,
  UnfinishedRun,
} from './protocol.ts'
import { WorkerLink } from './worker-link.ts'

export type { CommitPage, ExportItem, PageStored, RunEnd, UnfinishedRun } from './protocol.ts'

export interface OpenCacheOptions {
  /** The SQLite file; it and its folder are made where they are missing, for this user alone. */
  file: string
  /** The built `cache/worker.ts`. */
  workerUrl: URL
  /** For exports: another thread, so that no search waits for them. Sees what the writer commits. */
  readOnly?: boolean
}

/**
 * Any call may reject with `cache.damaged`, `cache.disk-full`, `cache.read-only` or `cache.failed`. Answers of
 * `query` are held for the last eight queries used; of an older one `window` and the like answer with null.
 */
export interface Cache {
  summary(): Promise<CacheSummary>
  /** Rejects with `cache.superseded` where a newer query came before this one was begun. */
  query(query: ItemQuery): Promise<QueryAnswer>
  window(queryId: number, from: number, count: number): Promise<OrderItemRow[] | null>
  position(queryId: number, itemId: number): Promise<number | null>
  /** What each filter would leave of an answer. */
  facets(queryId: number): Promise<Facets | null>
  /** How many items each query finds. */
  count(queries: ItemQuery[]): Promise<number[]>
  /** Chooses items, or takes them back; answers with how many are chosen, in all and in the answer `queryId`. */
  choose(queryId: number, itemIds: number[], chosen: boolean): Promise<SelectionCount>
  /** The same for a run of rows of an answer. */
  chooseRows(queryId: number, from: number, count: number, chosen: boolean): Promise<SelectionCount>
  clearSelection(): Promise<SelectionCount>
  /** The chosen rows, at most `limit`: those of the answer in its order, then the others. */
  selectedRows(queryId: number, limit: number): Promise<OrderItemRow[]>
  detail(id: number): Promise<OrderItemDetail | null>
  raw(id: number): Promise<JsonObject | null>
  ofOrder(orderId: number): Promise<OrderItemRow[]>
  imageUrl(imageId: number): Promise<string | null>
  /** Full items of an answer by position. */
  exportItems(queryId: number, from: number, count: number): Promise<ExportItem[] | null>
  /** Ids of `itemColumns` that hold, in this answer, a code that Excel would change. */
  excelDamagedColumns(queryId: number): Promise<string[]>
  attributeKeys(queryId: number): Promise<AttributeKeysFound>

  /** Answers with the run's id. */
  startRun(run: { kind: SyncRun['kind']; startedAt: string }): Promise<number>
  /** The newest run, where it did not come to its end (or failed), with where to go on. */
  unfinishedRun(): Promise<UnfinishedRun | null>
  /** The run goes on: its outcome is `running` again. */
  resumeRun(runId: number): Promise<void>
  /**
   * One transaction: items, marks of what was seen, checkpoint, progress. The next page may be sent before this one
   * is stored: should this one fail, it fails too.
   */
  commitPage(page: CommitPage): Promise<PageStored>
  /** Which of these differ from what is held, and are to be fetched in full. */
  compare(items: SimpleOrderItem[]): Promise<{ changedIds: number[]; unchangedIds: number[] }>
  /** `gone`: items newly marked as no longer listed. */
  finishRun(end: RunEnd): Promise<{ gone: number; revision: number }>
  /** Newest first. */
  history(limit: number): Promise<SyncRun[]>
  rememberOrder(order: number, orderNumber: string): Promise<void>

  /** Called when the cache's thread dies by itself: every call fails from then on, and it must be opened anew. */
  onFailure(listener: (error: AppError) => void): () => void
  /** Answers what was asked before, then closes the file. */
  close(): Promise<void>
}

/** @throws `cache.damaged`, `cache.newer-schema`, `cache.read-only`, `cache.disk-full`, `cache.failed` */
export async function openCache({ file, workerUrl, readOnly = false }: OpenCacheOptions): Promise<Cache> {
  const link = await WorkerLink.open(workerUrl, { file, readOnly })
  const queries = new NewestOnly()
  const packer = new PagePacker()
  return {
    summary: () => link.call('summary'),
    query: (query) => queries.run(() => link.call('query', query)),
    window: (...input) => link.call('window', ...input),
    position: (...input) => link.call('position', ...input),
    facets: (queryId) => link.call('facets', queryId),
    count: (wanted) => link.call('count', wanted),
    choose: (...input) => link.call('choose', ...input),
    chooseRows: (...input) => link.call('chooseRows', ...input),
    clearSelection: () => link.call('clearSelection'),
    selectedRows: (...input) => link.call('selectedRows', ...input),
    detail: (id) => link.call('detail', id),
    raw: (id) => link.call('raw', id),
    ofOrder: (orderId) => link.call('ofOrder', orderId),
    imageUrl: (imageId) => link.call('imageUrl', imageId),
    exportItems: (...input) => link.call('exportItems', ...input),
    excelDamagedColumns: (queryId) => link.call('excelDamagedColumns', queryId),
    attributeKeys: (queryId) => link.call('attributeKeys', queryId),
    startRun: ({ kind, startedAt }) => link.call('startRun', kind, startedAt),
    unfinishedRun: () => link.call('unfinishedRun'),
    resumeRun: (runId) => link.call('resumeRun', runId),
    commitPage: async (input) => {
      try {
        return await link.call('commitPage', packer.pack(input))
      } catch (thrown) {
        packer.forget()
        throw thrown
      }
    },
    compare: (items) => link.call('compare', items),
    finishRun: (end) => link.call('finishRun', end),
    history: (limit) => link.call('history', limit),
    rememberOrder: (...input) => link.call('rememberOrder', ...input),
    onFailure: (listener) => link.onFailure(listener),
    close: () => link.close(),
  }
}
