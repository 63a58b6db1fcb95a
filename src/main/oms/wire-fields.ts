/**
 * Tolerant building blocks: a field that is missing or of another type than documented becomes null (or empty), so
 * that it never costs the item it stands in. A value that says the same in another type is kept (a SKU sent as 8).
 */
import { z } from 'zod'
import type { JsonObject, JsonValue } from '../../shared/json.ts'
import { isDecimal } from '../../shared/money.ts'
import type { Decimal, IsoDate } from '../../shared/order-item.ts'
import { isJsonObject } from './parse-json.ts'

/** An integer that a double holds exactly. */
export const id = z.int()
export const integer = z.int().nullable().catch(null)
export const flag = z.boolean().nullable().catch(null)

const textLike = z.union([z.string(), z.number().transform(String)])
export const text = textLike.nullable().catch(null)

export const anyJson = z.custom<JsonValue>(() => true)
/** The very object of the answer, not a copy. */
export const jsonObject = z.custom<JsonObject>(isJsonObject).catch((): JsonObject => ({}))

const exponential = /^(-?)(\d+)(?:\.(\d*))?[eE]([+-]?\d{1,2})$/

/** "1.5e3" as "1500": how some servers write a float. */
function withoutExponent(value: string): string {
  const match = exponential.exec(value)
  if (!match) return value
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match
  const all = whole + fraction
  const point = whole.length + Number(exponent)
  const digits = point < 1 ? '0'.repeat(1 - point) + all : all.padEnd(point, '0')
  const cut = Math.max(point, 1)
  return `${sign}${digits.slice(0, cut)}${digits.length > cut ? `.${digits.slice(cut)}` : ''}`
}

function toDecimal(value: string): Decimal | null {
  const plain = withoutExponent(value.trim())
  return isDecimal(plain) ? plain : null
}

/** An amount or rate with exactly the digits that were sent, as text or as a number (see `parseJson`). */
export const money = textLike.transform(toDecimal).nullable().catch(null)

const isoDate = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?\s*(Z|[+-]\d\d:?\d\d)?$/i

/** What the OMS sends, but for full seconds: nothing to do for eleven dates of each item. */
const usualDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/

function toUtc(value: string): IsoDate | null {
  if (usualDate.test(value)) return Number.isNaN(Date.parse(value)) ? null : value
  const match = isoDate.exec(value.trim())
  if (!match) return null
  const [, day = '', time = '', fraction = '', zone = 'Z'] = match
  const offset = zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase()
  const moment = new Date(`${day}T${time}${offset}`)
  if (Number.isNaN(moment.getTime())) return null
  return `${moment.toISOString().slice(0, 19)}.${fraction.slice(0, 6).padEnd(6, '0')}Z`
}

/**
 * A moment in UTC with microseconds, whatever zone and precision it was sent with, so that dates compare as text.
 * The OMS leaves out the fraction of a full second; a date without a zone is UTC.
 */
export const date = z.string().transform(toUtc).nullable().catch(null)
