/** One authorised GET to the one origin that a token belongs to. */
import { PacklightError } from '../../shared/result.ts'
import type { Answer } from './answer.ts'
import { readBody } from './body.ts'
import { startDeadline, type Deadline } from './deadline.ts'
import { networkFailure } from './errors.ts'
import { serverWords } from './server-words.ts'
import { textOf } from './text-of.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** All in milliseconds. */
export interface Timeouts {
  /** Until the answer's headers: name look-up, connection, handshake and the server's own work. */
  answer: number
  /** Between two pieces of the body. */
  idle: number
  /** For the whole request, so that a server that drips does not hold it for ever. */
  whole: number
}

export const defaultTimeouts: Timeouts = { answer: 30_000, idle: 20_000, whole: 180_000 }

export interface HttpOptions {
  /** As `readAddress` gives it. */
  origin: string
  /** Asked before each request; null where the store is signed out. */
  token: () => Promise<string | null>
  fetch: Fetch
  userAgent: string
  timeouts: Timeouts
  maxBytes: number
}

/** `path` begins with "/". Throws a `PacklightError`, or the signal's own reason where the caller gave up. */
export type Get = (path: string, query: Record<string, string>, signal: AbortSignal) => Promise<Answer>

/** Much more than a server needs to say why it refuses. */
const errorBodyBytes = 64_000
/** What a header can carry. `Headers` itself would name the value in its complaint. */
const printable = /^[\x21-\x7e]+$/

function urlFor(origin: string, path: string, query: Record<string, string>): string {
  const url = new URL(path, origin)
  // "//host/..." as a path would lead elsewhere.
  if (url.origin !== origin) throw new PacklightError({ code: 'internal', details: 'path leaves the origin' })
  url.search = new URLSearchParams(query).toString()
  return url.href
}

async function heldToken(options: HttpOptions): Promise<string> {
  const token = (await options.token())?.trim()
  if (!token) throw new PacklightError({ code: 'oms.signed-out' })
  if (!printable.test(token)) {
    throw new PacklightError({ code: 'oms.unauthorized', details: 'the token holds characters no token has' })
  }
  return token
}

const requestInit = (token: string, userAgent: string, signal: AbortSignal): RequestInit => ({
  method: 'GET',
  headers: {
    Authorization: `Token ${token}`,
    'Content-Type': 'application/json',
    Accept: 'application/json',
    'User-Agent': userAgent,
  },
  // A redirect is never followed, so that the token goes nowhere else. Node answers with the 3xx itself,
  // Electron's net.fetch fails with "Redirect was cancelled" (electron/electron#43715): errors.ts knows both.
  redirect: 'manual',
  // No cookie of an earlier answer may speak for the token, and no copy may stay in Chromium's own cache.
  credentials: 'omit',
  cache: 'no-store',
  signal,
})

/** Builds the `Get` of an origin. Nothing of the request is kept between two calls. */
export function createGet(options: HttpOptions): Get {
  const { origin, timeouts, maxBytes } = options
  const { host } = new URL(origin)

  async function exchange(url: string, token: string, deadline: Deadline): Promise<Answer> {
    const started = performance.now()
    const milliseconds = () => Math.round(performance.now() - started)
    let phase: 'request' | 'body' = 'request'
    try {
      const sent = options.fetch(url, requestInit(token, options.userAgent, deadline.signal))
      const response = await deadline.within(timeouts.answer, 'answer', sent)
      phase = 'body'
      const { status, headers } = response
      const good = status === 200
      const body = await readBody(response, deadline, {
        maxBytes: good ? maxBytes : Math.min(maxBytes, errorBodyBytes),
        excess: good ? 'fail' : 'cut',
        idleMs: timeouts.idle,
      })
      const words = good || body.kind !== 'json' ? null : serverWords(textOf(body.source), token)
      return { ...body, status, headers, url, words, milliseconds: milliseconds() }
    } catch (error) {
      if (error instanceof PacklightError) throw error
      throw networkFailure(error, { host, phase, milliseconds: milliseconds() })
    }
  }

  return async (path, query, signal) => {
    signal.throwIfAborted()
    const url = urlFor(origin, path, query)
    const deadline = startDeadline(signal, timeouts.whole)
    try {
      // A keychain may wait for a person; who asked need not.
      const token = await deadline.within(timeouts.whole, 'the token', heldToken(options))
      return await exchange(url, token, deadline)
    } catch (error) {
      signal.throwIfAborted()
      throw error
    } finally {
      deadline.end()
    }
  }
}
