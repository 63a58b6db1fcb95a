/** Every row of the API's failure table, against a real HTTP server that fails that way. */
import { createServer, type AddressInfo } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { describe, expect, it } from 'vitest'
import { createOmsClient, type OmsClientOptions, type Timeouts } from '../../../src/main/oms/oms-client.ts'
import { withRetries } from '../../../src/main/oms/retry.ts'
import { PacklightError, type AppError } from '../../../src/shared/result.ts'
import { deadOrigin, startFaultServer, type Reply, type Script } from '../../support/fault-server.ts'

const token = 'f00dcafe1234'
const never = new AbortController().signal
const html = { 'Content-Type': 'text/html; charset=utf-8' }
const page = JSON.stringify({
  count: 1,
  next: null,
  previous: null,
  results: [{ id: 1, note: 'x'.repeat(500) }],
})
const login = `<!DOCTYPE html><title>Giriş</title><p>${token}</p>`

const clientOf = (origin: string, options: Partial<OmsClientOptions> = {}) =>
  createOmsClient({ origin, token: () => Promise.resolve(token), fetch, userAgent: 'test', ...options })

/** What a call fails with; nothing of it may hold the token or the body. */
async function errorOf(call: Promise<unknown>): Promise<AppError> {
  const error = await call.then(
    (value) => expect.fail(`answered ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof PacklightError)) throw new Error('no PacklightError', { cause: error })
  const all = `${JSON.stringify(error.toAppError())} ${error.stack ?? ''} ${String(error.cause)}`
  expect(all).not.toContain(token)
  expect(all).not.toMatch(/xxxx|DOCTYPE|Giriş/)
  return error.toAppError()
}

async function failureOf(script: Script, options: Partial<OmsClientOptions> = {}, id?: number) {
  await using server = await startFaultServer(script)
  const oms = clientOf(server.origin, options)
  return await errorOf(id === undefined ? oms.itemPage({ page: 1, limit: 10 }, never) : oms.item(id, never))
}

describe('what the OMS refuses', () => {
  it.each<[string, Reply, AppError['code'], Record<string, unknown>]>([
    [
      '401',
      { status: 401, body: { detail: 'Geçersiz token.' } },
      'oms.unauthorized',
      { message: 'Geçersiz token.' },
    ],
    [
      '401 that repeats the token',
      { status: 401, body: { detail: `${token}?` } },
      'oms.unauthorized',
      { message: '***?' },
    ],
    ['401 without a body', { status: 401, body: '' }, 'oms.unauthorized', {}],
    [
      '403',
      { status: 403, body: { detail: 'No permission.' } },
      'oms.forbidden',
      { message: 'No permission.' },
    ],
    ['400 of a field', { status: 400, body: { page: ['Bad.'] } }, 'oms.refused', { message: 'page: Bad.' }],
    [
      '400 of none',
      { status: 400, body: { non_field_errors: ['Bad.'] } },
      'oms.refused',
      { message: 'Bad.' },
    ],
    [
      '400 with a code',
      { status: 400, body: { detail: 'Bad.', code: 'x' } },
      'oms.refused',
      { message: 'Bad.' },
    ],
    ['404', { status: 404, body: { detail: 'Not found.' } }, 'oms.no-oms-here', { host: /^127/ }],
    [
      '429 with seconds',
      { status: 429, headers: { 'Retry-After': '31' }, body: {} },
      'oms.rate-limited',
      { seconds: 31 },
    ],
    ['429 without', { status: 429, body: {} }, 'oms.rate-limited', { seconds: 5 }],
    ['500', { status: 500, headers: html, body: login }, 'oms.server-error', { status: 500 }],
    ['503', { status: 503, headers: { 'Retry-After': '7' }, body: '' }, 'oms.server-error', { seconds: 7 }],
    [
      'a huge page of an error',
      { status: 502, body: 'x'.repeat(5_000_000) },
      'oms.server-error',
      { status: 502 },
    ],
    [
      'an endless one',
      { status: 502, body: 'x'.repeat(10_000), endless: true },
      'oms.server-error',
      { status: 502 },
    ],
  ])('%s', async (_name, reply, code, params) => {
    const error = await failureOf(reply)
    expect(error.code).toBe(code)
    for (const [key, value] of Object.entries(params)) {
      if (value instanceof RegExp) expect(error.params?.[key]).toMatch(value)
      else expect(error.params?.[key]).toBe(value)
    }
  })

  it('429 with a date', async () => {
    const headers = { 'Retry-After': 'Sun, 01 Mar 2026 12:00:45 GMT', Date: 'Sun, 01 Mar 2026 12:00:00 GMT' }
    expect((await failureOf({ status: 429, headers, body: {} })).params).toEqual({ seconds: 45 })
  })

  it('404 on one item: gone', async () => {
    expect((await failureOf({ status: 404, body: { detail: 'Not found.' } }, {}, 5)).code).toBe(
      'oms.item-gone',
    )
  })
})

describe('what is not the OMS', () => {
  it.each<[string, Reply]>([
    ['HTML with 200', { headers: html, body: login }],
    ['HTML that says it is JSON', { body: `\n  ${login}` }],
    [
      'HTML that says it is text, in pieces',
      { headers: { 'Content-Type': 'text/plain' }, body: ` ${login}`, drip: { bytes: 1, pause: 0 } },
    ],
    ['endless HTML', { headers: { 'Content-Type': null }, body: login, endless: true }],
    ['HTML with 401', { status: 401, headers: html, body: login }],
    ['HTML with 403', { status: 403, headers: html, body: login }],
    ['plain text', { headers: { 'Content-Type': 'text/plain' }, body: 'Welcome' }],
    ['JSON of another kind', { body: { status: 'ok' } }],
    ['a bare list', { body: [{ id: 1 }] }],
    ['a captive portal', { status: 511, headers: html, body: login }],
    ['no content', { status: 204, body: '' }],
    ['another protocol', { bare: 'SSH-2.0-OpenSSH_9.6\r\n' }],
  ])('%s', async (_name, reply) => {
    expect((await failureOf(reply)).code).toBe('oms.not-an-oms')
  })

  it.each([301, 302, 303, 307, 308])(
    'a redirect (%i) is not followed: the token stays where it belongs',
    async (status) => {
      await using other = await startFaultServer({ body: page })
      const location = `${other.origin}/login?next=/api&session=xxxxx`
      const error = await failureOf({ status, headers: { Location: location }, body: '' })
      expect(error).toMatchObject({
        code: 'oms.not-an-oms',
        details: expect.stringContaining(new URL(other.origin).host) as string,
      })
      expect(other.requests).toEqual([])
    },
  )

  it('a redirect within the origin is not followed either, as Electron could not', async () => {
    await using server = await startFaultServer([
      { status: 302, headers: { Location: '/login' } },
      { body: page },
    ])
    expect((await errorOf(clientOf(server.origin).itemPage({ page: 1, limit: 1 }, never))).code).toBe(
      'oms.not-an-oms',
    )
    expect(server.requests).toHaveLength(1)
  })

  it('a `next` link on another origin is never asked', async () => {
    await using other = await startFaultServer({ body: page })
    await using server = await startFaultServer({
      body: { count: 2, next: `${other.origin}/api/v1/oms/order_items/?page=2`, results: [{ id: 1 }] },
    })
    const oms = clientOf(server.origin)
    const { nextPage } = await oms.itemPage({ page: 1, limit: 1 }, never)
    expect(nextPage).toBe(2)
    await oms.itemPage({ page: 2, limit: 1 }, never)
    expect(server.requests.map(({ query }) => query.get('page'))).toEqual(['1', '2'])
    expect(other.requests).toEqual([])
  })
})

describe('a transfer that breaks', () => {
  it.each<[string, Reply]>([
    ['cut in the middle', { body: page, truncateAt: 300 }],
    ['cut after the headers', { body: page, truncateAt: 0 }],
    ['cut within gzip', { body: page, gzip: true, truncateAt: 40 }],
    ['half a JSON', { body: page.slice(0, -20) }],
    ['nothing at all', { body: '' }],
    ['not gzip', { body: page, headers: { 'Content-Encoding': 'gzip' } }],
  ])('%s', async (_name, reply) => {
    expect((await failureOf(reply)).code).toBe('oms.broken-answer')
  })

  it.each<[string, Reply, number]>([
    ['announced', { body: page }, 100],
    ['unannounced', { body: page, drip: { bytes: 50, pause: 0 } }, 100],
    ['endless', { body: page, endless: true }, 2_000_000],
    ['hidden in gzip', { body: `{"x":"${'x'.repeat(3_000_000)}"}`, gzip: true }, 2_000_000],
  ])('too large: %s', async (_name, reply, maxBytes) => {
    const error = await failureOf(reply, { maxBytes })
    expect(error).toMatchObject({ code: 'oms.too-large', params: { megabytes: Math.max(1, maxBytes / 1e6) } })
  })
})

describe('a network in trouble', () => {
  it('nobody listens', async () => {
    const origin = await deadOrigin()
    const error = await errorOf(clientOf(origin).item(1, never))
    expect(error).toEqual({
      code: 'oms.unreachable',
      params: { host: new URL(origin).host },
      details: 'ECONNREFUSED',
    })
  })

  it('the connection is cut before the answer', async () => {
    expect((await failureOf({ cut: true })).code).toBe('oms.unreachable')
  })

  it('a server without TLS', async () => {
    await using server = await startFaultServer()
    const origin = server.origin.replace('http:', 'https:')
    expect((await errorOf(clientOf(origin).item(1, never))).code).toBe('oms.tls')
  })

  it('a server with no certificate to show', async () => {
    const server = createTlsServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const error = await errorOf(clientOf(`https://127.0.0.1:${port}`).item(1, never))
    server.close()
    expect(error).toMatchObject({ code: 'oms.tls', params: { host: `127.0.0.1:${port}` } })
  })

  it('a server that takes the connection and says nothing', async () => {
    const server = createServer(() => undefined)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const error = await errorOf(
      clientOf(`https://127.0.0.1:${port}`, { timeouts: { answer: 50 } }).item(1, never),
    )
    server.close()
    expect(error.code).toBe('oms.timeout')
  })

  it.each<[string, Reply, Partial<Timeouts>, RegExp]>([
    ['no answer', { silent: true }, { answer: 50 }, /^no answer within 50 ms/],
    ['no answer at all in time', { silent: true }, { whole: 50 }, /^no complete answer within 50 ms/],
    [
      'a body that stops',
      { body: page, drip: { bytes: 100, pause: 0, then: 'stall' } },
      { idle: 50 },
      /^no further data/,
    ],
    [
      'a body that drips for ever',
      { body: page.padEnd(1e6), drip: { bytes: 1, pause: 5 } },
      { whole: 200 },
      /^no complete/,
    ],
    [
      'an error page that drips for ever',
      { status: 500, body: page, drip: { bytes: 1, pause: 5 } },
      { whole: 200 },
      /^no complete/,
    ],
  ])('%s', async (_name, reply, timeouts, details) => {
    const error = await failureOf(reply, { timeouts })
    expect(error).toMatchObject({ code: 'oms.timeout', params: { seconds: 1 } })
    expect(error.details).toMatch(details)
  })

  it('the caller may give up at any time', async () => {
    const reason = new Error('paused')
    for (const reply of [
      { silent: true },
      { body: page, endless: true },
      { body: page, drip: { bytes: 9, pause: 9 } },
    ]) {
      const controller = new AbortController()
      await using server = await startFaultServer(() => {
        setImmediate(() => controller.abort(reason))
        return reply
      })
      await expect(clientOf(server.origin).item(1, controller.signal)).rejects.toBe(reason)
    }
  })
})

describe('trying again', () => {
  it('gets through a bad hour: nothing of the broken answers is kept', async () => {
    await using server = await startFaultServer([
      { cut: true },
      { status: 503, body: '' },
      { status: 429, headers: { 'Retry-After': '3' }, body: {} },
      { body: page, truncateAt: 100 },
      { body: page },
    ])
    const oms = clientOf(server.origin)
    const seen: string[] = []
    const result = await withRetries(() => oms.itemPage({ page: 1, limit: 10 }, never), {
      signal: never,
      sleep: () => Promise.resolve(),
      onWait: ({ error }) => seen.push(error.code),
    })
    expect(result.items.map(({ item }) => item.id)).toEqual([1])
    expect(seen).toEqual(['oms.unreachable', 'oms.server-error', 'oms.rate-limited', 'oms.broken-answer'])
    expect(server.requests).toHaveLength(5)
  })

  it('asks only once where the token is wrong', async () => {
    await using server = await startFaultServer({ status: 401, body: { detail: 'Invalid token.' } })
    const oms = clientOf(server.origin)
    expect((await errorOf(withRetries(() => oms.item(1, never), { signal: never }))).code).toBe(
      'oms.unauthorized',
    )
    expect(server.requests).toHaveLength(1)
  })
})
