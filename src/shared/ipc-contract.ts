/**
 * The one map of what crosses between the main process and the renderer: every request with the schema of its
 * input and the type of its answer, and every event. Main refuses input that the schema refuses; the preload's
 * methods and the renderer's bridge are typed from here.
 */
import { z } from 'zod'
import { exportPlanSchema, exportStartSchema } from './export-job-schema.ts'
import type { ExportOutcome, ExportPlan, ExportProgress } from './export-job.ts'
import { itemQuerySchema } from './item-query-schema.ts'
import type { Facets } from './item-filters.ts'
import type {
  CacheSummary,
  OrderItemDetail,
  OrderItemRow,
  QueryAnswer,
  SelectionCount,
} from './item-query.ts'
import type { JsonObject } from './json.ts'
import type { Result } from './result.ts'
import { settingsPatchSchema } from './settings-schema.ts'
import type { Language, Settings } from './settings.ts'
import type { StoresState } from './stores.ts'
import { storeViewsSchema } from './store-views-schema.ts'
import { mostViews } from './store-views.ts'
import type { StoreViews } from './store-views.ts'
import type { SyncRun, SyncStatus } from './sync-status.ts'

interface RequestDefinition<Input extends z.ZodType, Answer> {
  input: Input
  /** Only the type counts; there is no value. */
  answer?: Answer
}

const request =
  <Answer>() =>
  <Input extends z.ZodType>(input: Input): RequestDefinition<Input, Answer> => ({ input })

const nothing = z.undefined()
const id = z.number().int()
const storeKey = z.string().regex(/^[A-Za-z0-9._-]{1,255}$/)

/** What the app knows of itself and its computer. */
export interface AppInfo {
  version: string
  platform: 'win32' | 'darwin' | 'linux'
  /** The language to show: the one chosen, else the operating system's, else English. */
  language: Language
  /** BCP 47 tag of the operating system's region, for numbers and dates: "tr-TR". */
  region: string
}

/** A domain as it will be called, or why it cannot be. */
export interface AddressPreview {
  origin: string
  storeKey: string
}

export const requests = {
  'app.info': request<AppInfo>()(nothing),
  /** Five thousand rows with every column are under two million characters. */
  'app.copyText': request<null>()(z.string().max(4_000_000)),
  /** Opens an https page in the user's browser. */
  'app.openExternal': request<null>()(z.url({ protocol: /^https$/ }).max(2000)),

  'settings.get': request<Settings>()(nothing),
  'settings.update': request<Settings>()(settingsPatchSchema),

  'stores.get': request<StoresState>()(nothing),
  'stores.previewAddress': request<AddressPreview>()(z.string().max(2000)),
  /** Tries the token at the OMS, and only then keeps it. */
  'stores.connect': request<StoresState>()(
    z.strictObject({
      address: z.string().max(2000),
      token: z.string().trim().min(1).max(1000),
      sessionOnly: z.boolean(),
    }),
  ),
  'stores.openSample': request<StoresState>()(nothing),
  'stores.activate': request<StoresState>()(storeKey),
  /** Removes the token; with `deleteCache` also what was cached. */
  'stores.signOut': request<StoresState>()(z.strictObject({ storeKey, deleteCache: z.boolean() })),

  'items.summary': request<CacheSummary>()(nothing),
  'items.query': request<QueryAnswer>()(itemQuerySchema),
  /** Rows of an answer by position, at most 500. Null: the answer is no longer held, ask again. */
  'items.window': request<OrderItemRow[] | null>()(
    z.strictObject({ queryId: id, from: z.number().int().min(0), count: z.number().int().min(1).max(500) }),
  ),
  /** Where an item stands in an answer; null where it does not, or the answer is no longer held. */
  'items.position': request<number | null>()(z.strictObject({ queryId: id, itemId: id })),
  /** What each filter would leave of an answer; null: the answer is no longer held. */
  'items.facets': request<Facets | null>()(z.strictObject({ queryId: id })),
  /** How many items each query finds. */
  'items.count': request<number[]>()(z.array(itemQuerySchema).max(mostViews)),
  'items.detail': request<OrderItemDetail | null>()(id),
  /** The item's JSON as the OMS sent it. */
  'items.raw': request<JsonObject | null>()(id),
  'items.ofOrder': request<OrderItemRow[]>()(id),

  /** Chooses items, or takes them back. `queryId` is the answer on the screen, to be counted in. */
  'selection.choose': request<SelectionCount>()(
    z.strictObject({ queryId: id, ids: z.array(id).max(5000), chosen: z.boolean() }),
  ),
  /** The same for a run of rows of an answer, however many. */
  'selection.chooseRows': request<SelectionCount>()(
    z.strictObject({
      queryId: id,
      from: z.number().int().min(0),
      count: z.number().int().min(0),
      chosen: z.boolean(),
    }),
  ),
  'selection.clear': request<SelectionCount>()(nothing),
  /** The chosen rows: those of the answer in its order, then the others. At most `limit`. */
  'selection.rows': request<OrderItemRow[]>()(
    z.strictObject({ queryId: id, limit: z.number().int().min(1).max(5000) }),
  ),

  /** How the items of the store in use are looked at. */
  'views.get': request<StoreViews>()(storeKey),
  /** For the store that was shown when the change was wished: another one may be in use by now. */
  'views.save': request<StoreViews>()(storeViewsSchema.extend({ storeKey })),

  'sync.status': request<SyncStatus | null>()(nothing),
  /** Starts a sync, or goes on with a paused or interrupted one. */
  'sync.start': request<null>()(nothing),
  'sync.pause': request<null>()(nothing),
  'sync.cancel': request<null>()(nothing),
  'sync.history': request<SyncRun[]>()(nothing),

  'export.plan': request<ExportPlan>()(exportPlanSchema),
  /** Asks for a place, writes, answers at the end. */
  'export.start': request<ExportOutcome>()(exportStartSchema),
  'export.cancel': request<null>()(nothing),
  /** Shows the file written last in its folder. */
  'export.reveal': request<null>()(nothing),
} as const

export interface Events {
  'settings.changed': Settings
  'stores.changed': StoresState
  /** The active store's cache holds something new. */
  'items.changed': { storeKey: string; revision: number }
  'sync.changed': SyncStatus
  'export.progressed': ExportProgress
}

type Requests = typeof requests
export type RequestName = keyof Requests
export type RequestInput<N extends RequestName> = z.input<Requests[N]['input']>
export type RequestAnswer<N extends RequestName> =
  Requests[N] extends RequestDefinition<z.ZodType, infer Answer> ? Answer : never
export type EventName = keyof Events

type Method<N extends RequestName> =
  undefined extends RequestInput<N>
    ? () => Promise<Result<RequestAnswer<N>>>
    : (input: RequestInput<N>) => Promise<Result<RequestAnswer<N>>>
type Area = RequestName extends `${infer A}.${string}` ? A : never
type MethodName<A extends Area> = RequestName extends infer N
  ? N extends `${A}.${infer M}`
    ? M
    : never
  : never

export type Unsubscribe = () => void

/** What the preload offers the page as `window.packlight`: named methods and subscriptions, no channels. */
export type Bridge = {
  readonly [A in Area]: { readonly [M in MethodName<A>]: Method<`${A}.${M}` & RequestName> }
} & {
  readonly on: {
    readonly [E in EventName]: (listener: (payload: Events[E]) => void) => Unsubscribe
  }
}
