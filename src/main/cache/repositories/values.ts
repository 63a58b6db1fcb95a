import { hash } from 'node:crypto'
import type { JsonObject, JsonValue } from '../../../shared/json.ts'
import type { AttributeValue, IsoDate } from '../../../shared/order-item.ts'

/** SQLite stores UTF-8, which has no half surrogate pairs: what is cut in half becomes U+FFFD, once and for all. */
export const storedText = (text: string | null): string | null => text?.toWellFormed() ?? null
export const storedBoolean = (value: boolean | null): number | null => (value === null ? null : Number(value))
export const readBoolean = (value: number | null): boolean | null => (value === null ? null : value !== 0)

export const readJson = (text: string): JsonValue => JSON.parse(text) as JsonValue
export const readObject = (text: string): JsonObject => JSON.parse(text) as JsonObject
export const readAttributes = (text: string): Record<string, AttributeValue> =>
  JSON.parse(text) as Record<string, AttributeValue>

/**
 * Whole microseconds since 1970, exact up to the year 2255: what dates are sorted by. Null where the text is no
 * date: then it sorts last.
 */
export function microseconds(date: IsoDate | null): number | null {
  if (date === null) return null
  const milliseconds = Date.parse(date)
  if (Number.isNaN(milliseconds)) return null
  const beyond = /\.\d{3}(\d{1,3})/.exec(date)?.[1] ?? ''
  const all = milliseconds * 1000 + Number(beyond.padEnd(3, '0'))
  return Number.isSafeInteger(all) ? all : null
}

/** JSON whose keys are sorted, so that the same content is the same text in whatever order it was sent. */
export function canonicalJson(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(canonicalJson).join(',')}]`
  if (data === null || typeof data !== 'object') return JSON.stringify(data ?? null)
  const entries = Object.entries(data)
  if (entries.length === 0) return '{}'
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`)
    .join(',')}}`
}

/** Short and, for telling texts apart, unique. */
export const digest = (text: string): string => hash('sha1', text, 'base64').slice(0, 22)

/** Of plain data: short and, for telling rows apart, unique. The order of keys counts. */
export const fingerprintOf = (data: unknown): string => digest(JSON.stringify(data))
