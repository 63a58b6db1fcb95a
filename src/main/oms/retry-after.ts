/**
 * Seconds that a `Retry-After` header asks to wait (RFC 9110, 10.2.3): a number of seconds or a date. Null where
 * there is none or it makes no sense. A date is measured against the server's own clock where it tells it.
 */
export function retryAfterSeconds(headers: Headers, now: () => number = Date.now): number | null {
  const value = headers.get('retry-after')?.trim()
  if (!value) return null
  if (/^\d{1,9}$/.test(value)) return Number(value)
  // Date.parse alone would take "-5" or "2.5" for a year.
  if (!/^[A-Z][a-z]+,? /.test(value)) return null
  const until = Date.parse(value)
  if (Number.isNaN(until)) return null
  const serverNow = Date.parse(headers.get('date') ?? '')
  return Math.max(0, Math.ceil((until - (Number.isNaN(serverNow) ? now() : serverNow)) / 1000))
}
