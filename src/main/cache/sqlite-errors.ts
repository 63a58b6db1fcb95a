import { PacklightError } from '../../shared/result.ts'
import type { ErrorCode } from '../../shared/result.ts'

/** SQLite's primary result codes (sqlite.org/rescode.html) that mean something to a user. */
const codes: Record<number, ErrorCode> = {
  8: 'cache.read-only', // SQLITE_READONLY
  11: 'cache.damaged', // SQLITE_CORRUPT
  13: 'cache.disk-full', // SQLITE_FULL
  26: 'cache.damaged', // SQLITE_NOTADB
}

const systemCodes: Record<string, ErrorCode> = {
  EACCES: 'cache.read-only',
  EPERM: 'cache.read-only',
  EROFS: 'cache.read-only',
  ENOSPC: 'cache.disk-full',
  EDQUOT: 'cache.disk-full',
}

/** Any failure of SQLite or of the file system as a failure of the cache. Parameters are never part of it. */
export function toCacheError(thrown: unknown): PacklightError {
  if (thrown instanceof PacklightError) return thrown
  if (!(thrown instanceof Error)) return new PacklightError({ code: 'cache.failed', details: String(thrown) })
  const details = `${thrown.name}: ${thrown.message}`
  if ('errcode' in thrown && typeof thrown.errcode === 'number') {
    // The low byte is the primary code, the rest of an extended code says where it came from.
    return new PacklightError({ code: codes[thrown.errcode & 0xff] ?? 'cache.failed', details }, thrown)
  }
  const system = 'code' in thrown && typeof thrown.code === 'string' ? systemCodes[thrown.code] : undefined
  return new PacklightError({ code: system ?? 'cache.failed', details }, thrown)
}
