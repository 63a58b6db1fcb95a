/** What went wrong below HTTP, told from the error codes of Node's fetch and of Chromium's (`net::ERR_...`). */
import type { ErrorCode } from '../../shared/result.ts'

export interface NetworkCause {
  code: ErrorCode
  /** The name of the failure, for support: "ECONNREFUSED", "ERR_CERT_DATE_INVALID". */
  name: string
}

/** First match wins. Names of Node, OpenSSL, undici and Chromium. */
const rules: [RegExp, ErrorCode][] = [
  [/^ERR_(CERT|SSL|TLS|BAD_SSL|PROXY_CERTIFICATE|ECH)/, 'oms.tls'],
  [/^(CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/, 'oms.tls'],
  [/^(INVALID_CA|INVALID_PURPOSE|EPROTO)$/, 'oms.tls'],
  [/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL|ERR_NAME_|ERR_DNS_|ERR_ICANN_)/, 'oms.dns'],
  [/TIMEDOUT|TIMED_OUT|TIMEOUT/, 'oms.timeout'],
  [/^(ERR_CONTENT_|ERR_INCOMPLETE_|ERR_INVALID_CHUNKED|Z_)/, 'oms.broken-answer'],
  [/^(HPE_|HTTPParserError|UND_ERR_HEADERS_OVERFLOW)/, 'oms.not-an-oms'],
  [/^ERR_(INVALID_HTTP|INVALID_RESPONSE|RESPONSE_HEADERS)/, 'oms.not-an-oms'],
  [/^ERR_(TOO_MANY_REDIRECTS|INVALID_REDIRECT|UNSAFE_REDIRECT)/, 'oms.not-an-oms'],
]

/** Code-like names of an error, its causes and its parts, outermost first. Messages are not trusted as such. */
function namesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 5) return []
  // undici names what speaks no HTTP by its class alone.
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : [error.name]
  const chromium = /\bnet::(ERR_[A-Z0-9_]+)/.exec(error.message)?.[1]
  // Electron's fetch has no answer for a redirect that is not followed: it fails with one of these two lines.
  const redirect = /^(Redirect was cancelled|Attempted to redirect)/.test(error.message)
    ? ['ERR_UNSAFE_REDIRECT']
    : []
  const inner = error instanceof AggregateError ? error.errors.slice(0, 4) : []
  return [
    ...code,
    ...(chromium ? [chromium] : []),
    ...redirect,
    ...[error.cause, ...(inner as unknown[])].flatMap((one) => namesOf(one, depth + 1)),
  ]
}

/** The cause of a failed request. What is not known counts as unreachable, under its own name. */
export function networkCause(error: unknown): NetworkCause {
  const names = namesOf(error)
  for (const name of names) {
    const rule = rules.find(([pattern]) => pattern.test(name))
    if (rule) return { code: rule[1], name }
  }
  // The innermost name tells most: the outer ones are "TypeError: fetch failed".
  return { code: 'oms.unreachable', name: names.at(-1) ?? typeof error }
}
