/** Every way in which the OMS, or the way to it, can fail, as the error that the app shows. */
import { PacklightError } from '../../shared/result.ts'
import type { Answer } from './answer.ts'
import { networkCause } from './network-causes.ts'
import { retryAfterSeconds } from './retry-after.ts'

/** What was asked for: a page of a list, or one item. A 404 means different things. */
export type Target = 'list' | 'item'

/** Seconds to leave the OMS alone after a 429 that does not say how long. */
const unsaidPatience = 5

export const timeoutError = (milliseconds: number, waitingFor: string): PacklightError =>
  new PacklightError({
    code: 'oms.timeout',
    params: { seconds: Math.max(1, Math.round(milliseconds / 1000)) },
    details: `no ${waitingFor} within ${milliseconds} ms`,
  })

export const tooLargeError = (maxBytes: number): PacklightError =>
  new PacklightError({
    code: 'oms.too-large',
    params: { megabytes: Math.max(1, Math.round(maxBytes / 1_000_000)) },
    details: `answer of more than ${maxBytes} bytes`,
  })

export const brokenAnswer = (why: string): PacklightError =>
  new PacklightError({ code: 'oms.broken-answer', details: why })

export const notAnOms = (host: string, why: string): PacklightError =>
  new PacklightError({ code: 'oms.not-an-oms', params: { host }, details: why })

/**
 * A request that failed below HTTP. `phase` tells whether an answer had begun: a connection lost in its middle is a
 * broken answer, before it the OMS could not be reached.
 */
export function networkFailure(
  error: unknown,
  context: { host: string; phase: 'request' | 'body'; milliseconds: number },
): PacklightError {
  const { code, name } = networkCause(error)
  if (code === 'oms.timeout') return timeoutError(context.milliseconds, `connection (${name})`)
  const spoiled = code === 'oms.unreachable' || code === 'oms.not-an-oms'
  if (spoiled && context.phase === 'body') return brokenAnswer(`cut short (${name})`)
  return new PacklightError({ code, params: { host: context.host }, details: name })
}

/** Where a redirect leads. The host alone: paths and queries of login pages may hold secrets. */
function redirectDetails(answer: Answer): string {
  const location = answer.headers.get('location')
  const target = location === null ? null : URL.parse(location, answer.url)
  return `redirect (${answer.status}) to ${target?.host || 'an unnamed place'}`
}

/** An answer that is not the one asked for, by its status. */
export function answerFailure(answer: Answer, target: Target, host: string): PacklightError {
  const { status, kind } = answer
  const details = `HTTP ${status}`
  const said = answer.words === null ? {} : { message: answer.words }
  const make = (code: PacklightError['code'], params: Record<string, string | number>) =>
    new PacklightError({ code, params, details })

  if (status === 404 || status === 410) {
    // Only the API itself may declare an item gone, and it speaks JSON; a web server's own page proves nothing.
    const gone = target === 'item' && kind === 'json'
    return make(gone ? 'oms.item-gone' : 'oms.no-oms-here', { host })
  }
  if (status === 429) {
    return make('oms.rate-limited', { seconds: retryAfterSeconds(answer.headers) ?? unsaidPatience })
  }
  // 511: a network that wants a login first. 407: a proxy that does.
  if (status === 511 || status === 407) return notAnOms(host, details)
  if (status >= 500 || status === 408 || status === 425) {
    const seconds = retryAfterSeconds(answer.headers)
    return make('oms.server-error', { status, ...(seconds !== null && { seconds }) })
  }
  // Status 0: a fetch that hides redirects.
  if (status === 0 || (status >= 300 && status < 400)) return notAnOms(host, redirectDetails(answer))
  // Pages of proxies and firewalls refuse in HTML: no token would help there.
  if (status < 400 || kind === 'html') return notAnOms(host, `${details}, ${kind}`)
  if (status === 401) return make('oms.unauthorized', { ...said })
  if (status === 403) return make('oms.forbidden', { ...said })
  return make('oms.refused', { status, message: answer.words ?? details })
}
