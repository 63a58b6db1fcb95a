/** What went wrong below HTTP, told from the error codes of Node's fetch and of Chromium's (`net::ERR_...`). */
import type { ErrorCode } from '../../shared/result.ts'

export interface NetworkCause {
  code: ErrorCode
  /** The name of the failure, for support: "ECONNREFUSED", "ERR_CERT_DATE_INVALID". */
  name: string
}

/** First match wins. Names of Node, OpenSSL, undici and Chromium. */
const rules: [RegExp, ErrorCode][] = [
  [/^(ERR_CERT|ERR_SSL|ERR_TLS|ERR_BAD_SSL|ERR_PROXY_CERTIFICATE|ERR_ECH)/, 'oms.tls'],
  [
    /^(CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|EPROTO$)/,
    'oms.tls',
  ],
  [/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL|ERR_NAME_|ERR_DNS_|ERR_ICANN_)/, 'oms.dns'],
  [/TIMEDOUT|TIMED_OUT|TIMEOUT/, 'oms.timeout'],
  [
    /^(ERR_CONTENT_|ERR_INCOMPLETE_|ERR_INVALID_CHUNKED|Z_|ERR__ERROR_FORMAT|UND_ERR_RES_)/,
    'oms.broken-answer',
  ],
  [
    /^(HPE_|ERR_INVALID_HTTP|ERR_RESPONSE_HEADERS|ERR_TOO_MANY_REDIRECTS|ERR_INVALID_REDIRECT)/,
    'oms.not-an-oms',
  ],
  [/^(ERR_UNSAFE_REDIRECT|ERR_INVALID_RESPONSE|UND_ERR_HEADERS_OVERFLOW)/, 'oms.not-an-oms'],
]

/** Code-like names of an error, its causes and its parts, outermost first. Messages are not trusted as such. */
function namesOf(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 5) return []
  const code = 'code' in error && typeof error.code === 'string' ? [error.code] : []
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

/** The cause of a failed request. What is not known counts as unreachable, under the error's own class name. */
export function networkCause(error: unknown): NetworkCause {
  const names = namesOf(error)
  for (const name of names) {
    const rule = rules.find(([pattern]) => pattern.test(name))
    if (rule) return { code: rule[1], name }
  }
  return { code: 'oms.unreachable', name: names[0] ?? (error instanceof Error ? error.name : typeof error) }
}
