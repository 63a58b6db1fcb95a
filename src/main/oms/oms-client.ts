/**
 * The order-item services of an Akinon OMS: the three documented calls, one request each. Walking the pages and
 * trying again are for those who call.
 */
import type { OrderItem, SimpleOrderItem } from '../../shared/order-item.ts'
import { answerFailure, brokenAnswer, notAnOms, type Target } from './errors.ts'
import type { Answer } from './answer.ts'
import { createGet, defaultTimeouts, type Fetch, type Timeouts } from './http.ts'
import { parseJson } from './parse-json.ts'
import { itemPageReader } from './item-page-reader.ts'
import { readOrderItem, readPage, readSimpleItem, type ReadItem, type ReadPage } from './read-page.ts'
import { readAddress } from './store-address.ts'
import { textOf } from './text-of.ts'

export type { Fetch, Timeouts } from './http.ts'
export type { ReadItem, RejectedItem } from './read-page.ts'

const itemsPath = '/api/v1/oms/order_items/'
const simplePath = `${itemsPath}list-simple/`
/** The filter by order number: its spelling differs between Akinon's services. */
const orderNumberParameter = 'order_number'
const defaultMaxBytes = 64_000_000

export interface OmsClientOptions {
  /** As `readAddress` gives it. */
  origin: string
  /** Asked before each request; null where the store is signed out. */
  token: () => Promise<string | null>
  fetch: Fetch
  userAgent: string
  timeouts?: Partial<Timeouts>
  /** The largest answer that is read, in bytes after decompression. */
  maxBytes?: number
}

export interface PageRequest {
  /** From 1. */
  page: number
  /** Rows wished for; the server may send fewer or more. */
  limit: number
  /** Only the items of the order that a person knows by this number. */
  orderNumber?: string
}

export interface OmsPage<T> extends ReadPage<T> {
  /** The body as it came, after decompression, in memory of its own. */
  source: Uint8Array
  /** Size as read, after decompression. */
  bytes: number
  milliseconds: number
}

/**
 * Each call throws a `PacklightError` (`oms.*`), or the signal's own reason where the caller gave up.
 */
export interface OmsClient {
  /**
   * A page of `GET order_items/`: full items. A page after the last one, which the OMS answers with 404, is an
   * empty page without a count.
   */
  itemPage(request: PageRequest, signal: AbortSignal): Promise<OmsPage<OrderItem>>
  /** The same of `GET order_items/list-simple/`: state and product as ids alone. */
  simplePage(request: PageRequest, signal: AbortSignal): Promise<OmsPage<SimpleOrderItem>>
  /** `GET order_items/{id}/`. Throws `oms.item-gone` where the OMS no longer has it. */
  item(id: number, signal: AbortSignal): Promise<ReadItem<OrderItem> & { source: Uint8Array; bytes: number }>
}

function queryOf({ page, limit, orderNumber }: PageRequest): Record<string, string> {
  return {
    ...(orderNumber !== undefined && { [orderNumberParameter]: orderNumber }),
    page: String(page),
    limit: String(limit),
  }
}

/** "Invalid page." of Django REST Framework: the list has grown shorter than it was. */
const isPastTheEnd = (answer: Answer, page: number): boolean =>
  answer.status === 404 && answer.kind === 'json' && answer.words !== null && page > 1

export function createOmsClient(options: OmsClientOptions): OmsClient {
  // Checked again here, because a token goes there: nothing but https, or this computer.
  const { origin } = readAddress(options.origin)
  const { host } = new URL(origin)
  const get = createGet({
    ...options,
    origin,
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    maxBytes: options.maxBytes ?? defaultMaxBytes,
  })

  const readItemPage = itemPageReader()
  const readSimplePage = (source: Uint8Array) => readPage(parseJson(textOf(source)), readSimpleItem)

  function jsonOf(answer: Answer, target: Target): Uint8Array {
    if (answer.status !== 200) throw answerFailure(answer, target, host)
    if (answer.kind !== 'json') throw notAnOms(host, `HTTP 200, ${answer.kind} instead of JSON`)
    return answer.source
  }

  async function page<T>(
    path: string,
    request: PageRequest,
    read: (source: Uint8Array) => ReadPage<T> | null,
    signal: AbortSignal,
  ) {
    const answer = await get(path, queryOf(request), signal)
    const { source, bytes, milliseconds } = answer
    if (isPastTheEnd(answer, request.page)) {
      return { count: null, items: [], rejected: [], nextPage: null, source, bytes, milliseconds }
    }
    const found = read(jsonOf(answer, 'list'))
    if (!found) throw notAnOms(host, 'JSON without a list of results')
    return { ...found, source, bytes, milliseconds }
  }

  return {
    itemPage: (request, signal) => page(itemsPath, request, readItemPage, signal),
    simplePage: (request, signal) => page(simplePath, request, readSimplePage, signal),
    async item(id, signal) {
      const answer = await get(`${itemsPath}${id}/`, {}, signal)
      const entry = readOrderItem(parseJson(textOf(jsonOf(answer, 'item'))))
      if (typeof entry === 'string') throw notAnOms(host, entry)
      if (entry.item.id !== id) throw brokenAnswer(`item ${entry.item.id} instead of ${id}`)
      return { ...entry, source: answer.source, bytes: answer.bytes }
    },
  }
}
