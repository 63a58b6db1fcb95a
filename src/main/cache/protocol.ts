/** What crosses between the cache's client on the main thread and its worker. */
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
import type { OrderItem, OrderState, SimpleOrderItem } from '../../shared/order-item.ts'
import type { AppError, Result } from '../../shared/result.ts'
import type { SyncProgress, SyncRun } from '../../shared/sync-status.ts'
import type { AnswerKind, PackedBody } from './raw-form.ts'

export interface ExportItem {
  item: OrderItem
  orderNumber: string | null
}

/** Keys of the attributes that an answer's products and items have, in the order of their first use. */
export interface AttributeKeysFound {
  product: string[]
  item: string[]
}

export interface UnfinishedRun {
  run: SyncRun
  checkpoint: JsonObject | null
}

/** Items and the answer that they came in. */
export interface ReadAnswer {
  kind: AnswerKind
  /** Its body as the OMS sent it. */
  source: Uint8Array
  items: OrderItem[]
}

/** An item without what many share. */
export interface LeanItem extends SimpleOrderItem {
  /** See `itemFingerprint`. */
  fingerprint: string
}

/** An answer as the worker takes it. */
export interface PackedAnswer extends PackedBody {
  items: LeanItem[]
}

export interface CommitPage {
  runId: number
  /** What was read in full. */
  answers: ReadAnswer[]
  /** Seen in this run, and as the cache has them. */
  unchangedIds: number[]
  checkpoint: JsonObject
  progress: SyncProgress
  fetchedAt: string
}

/** A product as JSON: a text is sent far quicker than what it says, and mostly it need not be read. */
export interface ProductText {
  id: number
  json: string
}

/** The same as the worker takes it, see `PagePacker`. */
export interface PageToStore extends Omit<CommitPage, 'answers'> {
  answers: PackedAnswer[]
  states: OrderState[]
  /** Without those that are known to be stored as they are. */
  products: ProductText[]
}
export interface PageStored {
  added: number
  changed: number
  /** Unique ids seen in this run so far. */
  seen: number
  revision: number
}

export interface RunEnd {
  runId: number
  outcome: SyncRun['outcome']
  finishedAt: string
  error: AppError | null
  progress: SyncProgress
  markUnseenGone: boolean
}

/** What can be asked of the worker. It does one thing at a time. */
export interface CacheCalls {
  summary: () => CacheSummary
  query: (query: ItemQuery) => QueryAnswer
  window: (queryId: number, from: number, count: number) => OrderItemRow[] | null
  position: (queryId: number, itemId: number) => number | null
  facets: (queryId: number) => Facets | null
  count: (queries: ItemQuery[]) => number[]
  choose: (queryId: number, itemIds: number[], chosen: boolean) => SelectionCount
  chooseRows: (queryId: number, from: number, count: number, chosen: boolean) => SelectionCount
  clearSelection: () => SelectionCount
  selectedRows: (queryId: number, limit: number) => OrderItemRow[]
  detail: (id: number) => OrderItemDetail | null
  raw: (id: number) => JsonObject | null
  ofOrder: (orderId: number) => OrderItemRow[]
  imageUrl: (imageId: number) => string | null
  exportItems: (queryId: number, from: number, count: number) => ExportItem[] | null
  excelDamagedColumns: (queryId: number) => string[]
  attributeKeys: (queryId: number) => AttributeKeysFound
  startRun: (kind: SyncRun['kind'], startedAt: string) => number
  unfinishedRun: () => UnfinishedRun | null
  resumeRun: (runId: number) => void
  commitPage: (page: PageToStore) => PageStored
  compare: (items: SimpleOrderItem[]) => { changedIds: number[]; unchangedIds: number[] }
  finishRun: (end: RunEnd) => { gone: number; revision: number }
  history: (limit: number) => SyncRun[]
  rememberOrder: (order: number, orderNumber: string) => void
  close: () => void
}

export type CallName = keyof CacheCalls

/** What the worker is started with. */
export interface WorkerStart {
  file: string
  readOnly: boolean
}

export type Request = { [N in CallName]: { id: number; name: N; input: Parameters<CacheCalls[N]> } }[CallName]

/** `id` 0 answers the opening. */
export interface Response {
  id: number
  result: Result<unknown>
}

export const openingId = 0
