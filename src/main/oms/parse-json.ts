import { parseExactJson } from '../../shared/exact-json.ts'
import type { JsonValue } from '../../shared/json.ts'
import { brokenAnswer } from './errors.ts'

/**
 * The JSON of an answer, no number of which loses a digit.
 *
 * Throws `oms.broken-answer`. The parser's complaint quotes the text and is therefore left out.
 */
export function parseJson(text: string): JsonValue {
  try {
    return parseExactJson(text)
  } catch {
    throw brokenAnswer(`not JSON (${text.length} characters)`)
  }
}
