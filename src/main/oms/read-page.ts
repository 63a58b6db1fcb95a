/** The JSON of an answer -> items of the domain, each beside its raw form. */
import type { z } from 'zod'
import type { JsonObject, JsonValue } from '../../shared/json.ts'
import type { OrderItem, SimpleOrderItem } from '../../shared/order-item.ts'
import { isJsonObject } from './parse-json.ts'
import { toOrderItem, toSimpleOrderItem } from './to-domain.ts'
import { wireItemSchema, wirePageSchema, wireSimpleItemSchema } from './wire-schema.ts'

export interface ReadItem<T> {
  item: T
  /** As sent, unknown fields included. A number that a double cannot hold is text here (see `parseJson`). */
  raw: JsonObject
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

function reasonOf(error: z.ZodError): string {
  const [issue] = error.issues
  return issue ? `${issue.path.join('.') || 'item'}: ${issue.message}` : 'unreadable'
}

function entryReader<Wire, T>(schema: z.ZodType<Wire>, toDomain: (wire: Wire) => T): ReadEntry<T> {
  return (raw) => {
    if (!isJsonObject(raw)) return 'item: not an object'
    const read = schema.safeParse(raw)
    return read.success ? { item: toDomain(read.data), raw } : reasonOf(read.error)
  }
}

export const readOrderItem: ReadEntry<OrderItem> = entryReader(wireItemSchema, toOrderItem)
export const readSimpleItem: ReadEntry<SimpleOrderItem> = entryReader(wireSimpleItemSchema, toSimpleOrderItem)

/**
 * The page number in a `next` link. Only its query counts: scheme, host and path may be those of an inner server.
 * Null where it names none, as in the API's own example, where `next` is the list itself.
 */
export function pageOfLink(next: string | null): number | null {
  const query = /^[^?#]*\?([^#]*)/.exec(next ?? '')?.[1] ?? ''
  const page = new URLSearchParams(query).get('page') ?? ''
  return /^[1-9]\d{0,14}$/.test(page) ? Number(page) : null
}

/** A page of items; null where the JSON has another shape. */
export function readPage<T>(body: JsonValue, readEntry: ReadEntry<T>): ReadPage<T> | null {
  const page = wirePageSchema.safeParse(body)
  if (!page.success) return null
  const items: ReadItem<T>[] = []
  const rejected: RejectedItem[] = []
  page.data.results.forEach((raw, index) => {
    const entry = readEntry(raw)
    if (typeof entry === 'string') rejected.push({ index, reason: entry, raw })
    else items.push(entry)
  })
  return { count: page.data.count, items, rejected, nextPage: pageOfLink(page.data.next) }
}
