/**
 * Tolerant readers of single fields: one that is missing or of another type than documented becomes null (or empty),
 * so that it never costs the item it stands in. A value that says the same in another type is kept (a SKU sent as 8).
 *
 * Plain functions and no schemas: some fifty fields of every item pass here, and this is where a sync's time goes.
 */
import { isJsonObject } from '../../shared/json.ts'
import type { JsonObject, JsonValue } from '../../shared/json.ts'
import { isDecimal } from '../../shared/money.ts'
import type { Decimal, IsoDate } from '../../shared/order-item.ts'

export type Field = JsonValue | undefined

/** An integer that a double holds exactly. */
export const isId = (value: Field): value is number => Number.isSafeInteger(value)
export const integer = (value: Field): number | null => (isId(value) ? value : null)
export const flag = (value: Field): boolean | null => (typeof value === 'boolean' ? value : null)
/** The very object of the answer, not a copy. */
export const jsonObject = (value: Field): JsonObject => (isJsonObject(value) ? value : {})

export function text(value: Field): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null
}

/** The id alone, also where the whole object was sent. */
export const reference = (value: Field): number | null => integer(isJsonObject(value) ? value['id'] : value)

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

/** An amount or rate with exactly the digits that were sent, as text or as a number (see `parseJson`). */
export function money(value: Field): Decimal | null {
  const written = text(value)
  if (written === null) return null
  if (isDecimal(written)) return written
  const plain = withoutExponent(written.trim())
  return isDecimal(plain) ? plain : null
}

const isoDate = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?\s*(Z|[+-]\d\d:?\d\d)?$/i

/** What the OMS sends, but for full seconds: eleven dates of each item. */
const usualDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/
/** Those of them that need no look at a calendar. */
const plainDate = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/

/**
 * A moment in UTC with microseconds, whatever zone and precision it was sent with, so that dates compare as text.
 * The OMS leaves out the fraction of a full second; a date without a zone is UTC.
 */
export function date(value: Field): IsoDate | null {
  if (typeof value !== 'string') return null
  if (plainDate.test(value)) return value
  if (usualDate.test(value)) return Number.isNaN(Date.parse(value)) ? null : value
  const match = isoDate.exec(value.trim())
  if (!match) return null
  const [, day = '', time = '', fraction = '', zone = 'Z'] = match
  const offset = zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase()
  const moment = new Date(`${day}T${time}${offset}`)
  if (Number.isNaN(moment.getTime())) return null
  return `${moment.toISOString().slice(0, 19)}.${fraction.slice(0, 6).padEnd(6, '0')}Z`
}
