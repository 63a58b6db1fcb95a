/** The JSON of an answer -> items of the domain. */
import { isJsonObject } from '../../shared/json.ts'
import type { JsonObject, JsonValue } from '../../shared/json.ts'
import type { OrderItem, SimpleOrderItem } from '../../shared/order-item.ts'
import { toOrderItem, toProduct, toSimpleOrderItem } from './to-domain.ts'
import { integer, text } from './wire-fields.ts'

export interface ReadItem<T> {
  item: T
}

/** An entry of a page that cannot be read as an item: it is no object or has no usable `id`. */
export interface RejectedItem {
  /** Place in `results`, from 0. */
  index: number
  reason: string
  raw: JsonValue
}

export interface ReadPage<T> {
  count: number | null
  items: ReadItem<T>[]
  rejected: RejectedItem[]
  nextPage: number | null
}

/** Reads one entry; a text says why it cannot be read. */
export type ReadEntry<T> = (raw: JsonValue) => ReadItem<T> | string

function entryReader<T>(toDomain: (wire: JsonObject) => T | null): ReadEntry<T> {
  return (raw) => {
    if (!isJsonObject(raw)) return 'item: not an object'
    const item = toDomain(raw)
    return item === null ? 'id: not an integer' : { item }
  }
}

/** For items whose products are read in a way of their own. */
export const orderItemReader = (readProduct: typeof toProduct): ReadEntry<OrderItem> =>
  entryReader((wire) => toOrderItem(wire, readProduct))

export const readOrderItem: ReadEntry<OrderItem> = orderItemReader(toProduct)
export const readSimpleItem: ReadEntry<SimpleOrderItem> = entryReader(toSimpleOrderItem)

/**
 * The page number in a `next` link. Only its query counts: scheme, host and path may be those of an inner server.
 * Null where it names none, as in the API's own example, where `next` is the list itself.
 */
export function pageOfLink(next: string | null): number | null {
  const query = /^[^?#]*\?([^#]*)/.exec(next ?? '')?.[1] ?? ''
  const page = new URLSearchParams(query).get('page') ?? ''
  return /^[1-9]\d{0,14}$/.test(page) ? Number(page) : null
}

/** A page of items; null where the JSON has another shape. `count` and `next` may be wrong or missing. */
export function readPage<T>(body: JsonValue, readEntry: ReadEntry<T>): ReadPage<T> | null {
  if (!isJsonObject(body) || !Array.isArray(body['results'])) return null
  const items: ReadItem<T>[] = []
  const rejected: RejectedItem[] = []
  for (const [index, raw] of body['results'].entries()) {
    const entry = readEntry(raw)
    if (typeof entry === 'string') rejected.push({ index, reason: entry, raw })
    else items.push(entry)
  }
  const count = integer(body['count'])
  return {
    count: count !== null && count >= 0 ? count : null,
    items,
    rejected,
    nextPage: pageOfLink(text(body['next'])),
  }
}
