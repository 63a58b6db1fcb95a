import type { JsonValue } from './json.ts'

/** A number whose double may not be what was written: a fraction, an exponent, or 16 digits and more. */
const delicateNumber = /(?:":|[[,])\s*-?(?:\d{16}|\d+[.eE])/
/** The same where a key and its colon stand apart, which takes longer to look for and which hardly any server writes. */
const delicateNumberApart = /(?:"\s*:|[[,])\s*-?(?:\d{16}|\d+[.eE])/
const apart = [' :', '\n:', '\r:', '\t:']

function mayHoldDelicateNumber(text: string): boolean {
  const regex = apart.some((gap) => text.includes(gap)) ? delicateNumberApart : delicateNumber
  return regex.test(text)
}

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown
/** With the third argument that the standard gives a reviver and TypeScript does not know yet. */
const parseWithSource = JSON.parse as (text: string, reviver: Reviver) => unknown

const keepDigits: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && source !== undefined && String(value) !== source ? source : value

/**
 * `JSON.parse`, but no number loses a digit: one that would read back differently ("599.90", 17 digits) is kept as
 * its own text. Looking at every number is many times slower, so that is done only where the text holds a delicate
 * one; the OMS sends amounts as strings.
 *
 * @throws as `JSON.parse`
 */
export function parseExactJson(text: string): JsonValue {
  return (mayHoldDelicateNumber(text) ? parseWithSource(text, keepDigits) : JSON.parse(text)) as JsonValue
}
