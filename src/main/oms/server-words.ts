import type { JsonValue } from '../../shared/json.ts'

const longest = 500
const deepest = 4
/** Keys whose words need no heading, and those that carry none. */
const plain = new Set(['detail', 'details', 'non_field_errors', 'message', 'error', 'errors'])
const wordless = new Set(['code', 'status', 'status_code'])

function flatten(value: JsonValue, depth: number): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)]
  if (value === null || depth > deepest) return []
  if (Array.isArray(value)) return value.flatMap((one) => flatten(one, depth + 1))
  return Object.entries(value).flatMap(([key, inner]) => {
    if (wordless.has(key)) return []
    const words = flatten(inner, depth + 1)
    return plain.has(key) || words.length === 0 ? words : [`${key}: ${words.join(' ')}`]
  })
}

/**
 * What the OMS itself says about a refused request, from the forms that Django REST Framework uses:
 * `{detail, code}`, `{non_field_errors: [...]}`, `{field: [...]}`. Null where it says nothing readable.
 * One line of at most 500 characters, without the secret.
 */
export function serverWords(text: string, secret: string): string | null {
  let body: JsonValue
  try {
    body = JSON.parse(text) as JsonValue
  } catch {
    return null
  }
  const line = flatten(body, 0)
    .join('; ')
    .replaceAll(secret, '***')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (line === '') return null
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}
