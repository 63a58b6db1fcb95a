/** Takes out of log data what must not be in a file that people send to support: secrets and user names in paths. */
import type { JsonValue } from '../../shared/json.ts'

export interface Redactor {
  /** Blanks this text wherever it turns up from now on, plain or encoded. */
  add(secret: string): void
  text(text: string): string
  /** `value` with every text in it redacted, and what stands under a secret's name replaced whole. */
  value(value: JsonValue): JsonValue
}

const blank = '[redacted]'
/** Shorter ones would blank half of every line, and protect nothing. */
const shortestSecret = 4
/** Texts are cut only after redaction: half a secret is not recognised. */
const longestText = 2_000

const secretName = /token|authorization|secret|password|passphrase|cookie|credential|api[-_]?key/i
/** "Token 1f2e..." as in an Authorization header; a word after it that is short is prose. */
const headerValue = /\b(token|bearer|basic)\s+[\w.~+/=-]{8,}/gi
/** `token=...`, `"password": "..."`, `Authorization: ...` inside a text. */
const namedValue =
  /\b([\w-]*(?:token|authorization|secret|password|api[-_]?key)["']?\s*[:=]\s*["']?)(?!\[redacted)[^\s"'&,;}]+/gi

/** `home` is the user's home folder: it is written as "~". */
export function createRedactor({ home }: { home: string }): Redactor {
  /** The longest first, so that one which begins another leaves nothing of it. */
  let secrets: string[] = []
  const homePattern = patternOfFolder(home)

  const text = (original: string): string => {
    let clean = original
    for (const secret of secrets) clean = clean.replaceAll(secret, blank)
    clean = clean.replaceAll(headerValue, `$1 ${blank}`).replaceAll(namedValue, `$1${blank}`)
    if (homePattern) clean = clean.replaceAll(homePattern, '~')
    return clean.length > longestText ? `${clean.slice(0, longestText)}...` : clean
  }

  const value = (original: JsonValue): JsonValue => {
    if (typeof original === 'string') return text(original)
    if (Array.isArray(original)) return original.map(value)
    if (original === null || typeof original !== 'object') return original
    return Object.fromEntries(
      Object.entries(original).map(([key, held]) => [text(key), secretName.test(key) ? blank : value(held)]),
    )
  }

  return {
    add(secret) {
      if (secret.length < shortestSecret) return
      const bytes = Buffer.from(secret, 'utf8')
      const forms = [
        secret,
        encodeURIComponent(secret.toWellFormed()),
        JSON.stringify(secret).slice(1, -1),
        bytes.toString('base64'),
        bytes.toString('base64url'),
      ]
      secrets = [...new Set([...secrets, ...forms])].sort((one, other) => other.length - one.length)
    },
    text,
    value,
  }
}

/** Matches the folder in each way a path of it is written; null where it is no folder that names a user. */
function patternOfFolder(folder: string): RegExp | null {
  const plain = folder.replace(/[/\\]+$/, '')
  if (plain.length < 2) return null
  const withSlashes = plain.replaceAll('\\', '/')
  // In a file address Windows paths begin with a slash, and letters beyond ASCII are encoded.
  const forms = new Set([
    plain,
    withSlashes,
    plain.replaceAll('\\', '\\\\'),
    encodeURI(withSlashes.toWellFormed()),
  ])
  const alternatives = [...forms].map((form) => form.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  // "/home/ali" is not the beginning of "/home/alican".
  return new RegExp(`(?:${alternatives})(?=$|[/\\\\\\s:"'()\\],;])`, 'giu')
}
