import { createHash, timingSafeEqual } from 'node:crypto'

/** Why a request is not let in, in the words of Django REST Framework; null: it is. */
export function refusalOf(authorization: string | undefined, token: string): string | null {
  const [scheme, given, ...more] = (authorization ?? '').trim().split(/\s+/)
  // Another scheme is none of the token check's business: it looks like no header at all.
  if (scheme?.toLowerCase() !== 'token') return 'Authentication credentials were not provided.'
  if (given === undefined) return 'Invalid token header. No credentials provided.'
  if (more.length > 0) return 'Invalid token header. Token string should not contain spaces.'
  return isSame(given, token) ? null : 'Invalid token.'
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const isSame = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))
