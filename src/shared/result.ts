/**
 * Electron loses error classes on the way between processes, so a failure crosses as data: a code that the
 * renderer has words for, the values those words need, and a technical line for support.
 */
export const errorCodes = [
  // the OMS and the way to it
  'oms.bad-address', // what was typed is no domain
  'oms.insecure', // plain http to something that is not this computer
  'oms.unauthorized', // 401: token wrong or revoked
  'oms.forbidden', // 403: token without rights
  'oms.refused', // 400: params.message holds the server's own words
  'oms.item-gone', // 404 on one item
  'oms.no-oms-here', // 404 on the list
  'oms.rate-limited', // 429: params.seconds until the next try
  'oms.server-error', // 5xx: params.status
  'oms.unreachable', // refused or reset; params.host
  'oms.dns', // the name is not known; params.host
  'oms.tls', // certificate or handshake; params.host
  'oms.timeout', // params.seconds
  'oms.not-an-oms', // HTML, redirect to a login page, or JSON of another shape
  'oms.broken-answer', // truncated or invalid JSON
  'oms.too-large', // params.megabytes
  'oms.signed-out', // no token is held for this store
  // the keychain
  'keychain.service-missing',
  'keychain.locked',
  'keychain.binding-missing',
  'keychain.timeout',
  'keychain.failed',
  // the cache
  'cache.damaged',
  'cache.newer-schema', // params.found, params.known
  'cache.disk-full',
  'cache.read-only',
  'cache.superseded', // a newer query took the place of this one: nothing to tell the user
  'cache.failed',
  // exports
  'export.cancelled',
  'export.disk-full',
  'export.target-busy',
  'export.folder-gone',
  'export.no-permission',
  'export.failed',
  // the rest
  'settings.unwritable',
  'sample-store.failed',
  'sync.busy',
  'sync.incomplete', // params.held, params.expected
  'store.unknown',
  'ipc.untrusted-sender',
  'ipc.invalid-arguments',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

export interface AppError {
  code: ErrorCode
  /** Values for the message: host names, numbers, the server's own words. Never a token. */
  params?: Record<string, string | number>
  /** One technical line in English, to copy for support. Never a token, never a stack trace. */
  details?: string
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (error: AppError): Result<never> => ({ ok: false, error })

/** An `AppError` as something to throw inside a process. */
export class PacklightError extends Error implements AppError {
  readonly code: ErrorCode
  readonly params?: Record<string, string | number>
  readonly details?: string

  constructor(error: AppError, cause?: unknown) {
    super(error.details ?? error.code, { cause })
    this.name = 'PacklightError'
    this.code = error.code
    if (error.params) this.params = error.params
    if (error.details !== undefined) this.details = error.details
  }

  toAppError(): AppError {
    return {
      code: this.code,
      ...(this.params && { params: this.params }),
      ...(this.details !== undefined && { details: this.details }),
    }
  }
}

/** Any thrown thing as data. What is not ours becomes `internal`, with its message alone. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof PacklightError) return thrown.toAppError()
  return {
    code: 'internal',
    details: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown),
  }
}
