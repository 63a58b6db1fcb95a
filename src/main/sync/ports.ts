/** What a sync needs of the OMS and of the cache: small, so that it can be read and tested alone. */
import type { JsonObject, JsonValue } from '../../shared/json.ts'
import type { OrderItem, SimpleOrderItem } from '../../shared/order-item.ts'
import type { AppError } from '../../shared/result.ts'
import type { SyncProgress, SyncRun } from '../../shared/sync-status.ts'

export interface ReadItem<T> {
  item: T
}

export interface ListPage<T> {
  count: number | null
  items: ReadItem<T>[]
  rejected: { index: number; reason: string; raw: JsonValue }[]
  nextPage: number | null
  /** The body as it came. */
  source: Uint8Array
  bytes: number
  milliseconds: number
}

export interface SyncOms {
  /** `order_items/` */
  itemPage(request: { page: number; limit: number }, signal: AbortSignal): Promise<ListPage<OrderItem>>
  /** `order_items/list-simple/` */
  simplePage(
    request: { page: number; limit: number },
    signal: AbortSignal,
  ): Promise<ListPage<SimpleOrderItem>>
  /** `order_items/{id}/` */
  item(id: number, signal: AbortSignal): Promise<ReadItem<OrderItem> & { source: Uint8Array; bytes: number }>
}

/** Items that were read in full, and the answer that they came in. */
export interface FullAnswer {
  /** A page of the list, or the item alone. */
  kind: 'page' | 'item'
  source: Uint8Array
  items: OrderItem[]
}

export interface PageToCommit {
  runId: number
  answers: FullAnswer[]
  /** Seen in this walk and as the cache has them. */
  unchangedIds: number[]
  checkpoint: JsonObject
  progress: SyncProgress
  fetchedAt: string
}

export interface SyncCache {
  summary(): Promise<{ asOf: string | null; revision: number }>
  startRun(run: { kind: SyncRun['kind']; startedAt: string }): Promise<number>
  unfinishedRun(): Promise<{ run: SyncRun; checkpoint: JsonObject | null } | null>
  /** The run goes on: its outcome is `running` again. */
  resumeRun(runId: number): Promise<void>
  /**
   * One transaction: items, marks of what was seen, checkpoint, progress (to whose `added` and `changed` the page's own
   * are added). Pages are stored in the order they are sent; after one that fails none is stored until the run is
   * resumed, so that a checkpoint never stands behind a hole.
   */
  commitPage(page: PageToCommit): Promise<{ added: number; changed: number; seen: number; revision: number }>
  compare(items: SimpleOrderItem[]): Promise<{ changedIds: number[]; unchangedIds: number[] }>
  finishRun(end: {
    runId: number
    outcome: SyncRun['outcome']
    finishedAt: string
    error: AppError | null
    progress: SyncProgress
    markUnseenGone: boolean
  }): Promise<{ gone: number; revision: number }>
}

export interface WaitNotice {
  until: Date
  error: AppError
}

/** Tries again what may pass (429, 5xx, a broken line) and tells of every wait. */
export type Retries = <T>(
  work: () => Promise<T>,
  options: { signal: AbortSignal; onWait?: (wait: WaitNotice) => void },
) => Promise<T>
