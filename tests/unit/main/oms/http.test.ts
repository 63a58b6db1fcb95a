/** Fetches that behave as Electron's does, or worse; what a real server can do is in tests/integration/oms. */
import { describe, expect, it, vi } from 'vitest'
import { createOmsClient, type Fetch, type OmsClientOptions } from '../../../../src/main/oms/oms-client.ts'
import { PacklightError } from '../../../../src/shared/result.ts'

const token = 'f00dcafe1234'
const never = new AbortController().signal
const firstPage = { page: 1, limit: 10 }

const json = (body: unknown, init?: ResponseInit) =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' }, ...init })

const client = (fetch: Fetch, options: Partial<OmsClientOptions> = {}) =>
  createOmsClient({
    origin: 'https://shop.example',
    token: () => Promise.resolve(token),
    fetch,
    userAgent: 'Packlight/1.0',
    ...options,
  })

/** The error of a call, and that it tells nothing of the token. */
async function errorOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof PacklightError)) throw new Error('no PacklightError', { cause: error })
  expect(`${JSON.stringify(error.toAppError())} ${error.stack ?? ''} ${String(error.cause)}`).not.toContain(
    token,
  )
  return error.toAppError()
}

describe('the request', () => {
  it('goes to the configured origin with the documented headers, follows nothing, leaves no trace', async () => {
    const fetch = vi.fn<Fetch>(() => Promise.resolve(json({ results: [] })))
    await client(fetch, { origin: 'SHOP.example/some/path' }).itemPage(
      { page: 3, limit: 50, orderNumber: 'ŞB 1&page=9' },
      never,
    )
    const [url, init] = fetch.mock.calls[0]!
    expect(url).toBe(
      'https://shop.example/api/v1/oms/order_items/?order_number=%C5%9EB+1%26page%3D9&page=3&limit=50',
    )
    expect(init).toMatchObject({
      method: 'GET',
      headers: {
        Authorization: `Token ${token}`,
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'User-Agent': 'Packlight/1.0',
      },
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
    })
  })

  it('is not built for an origin that would carry the token in clear', () => {
    const fetch = vi.fn<Fetch>()
    expect(() => client(fetch, { origin: 'http://shop.example' })).toThrow(
      expect.objectContaining({ code: 'oms.insecure' }) as Error,
    )
  })

  it.each([
    [null, 'oms.signed-out'],
    ['', 'oms.signed-out'],
    [' \n', 'oms.signed-out'],
    [`${token}\nX-Other: 1`, 'oms.unauthorized'],
    [`${token}ş`, 'oms.unauthorized'],
  ])('is not sent with the token %j', async (held, code) => {
    const fetch = vi.fn<Fetch>()
    const call = client(fetch, { token: () => Promise.resolve(held) }).itemPage(firstPage, never)
    expect((await errorOf(call)).code).toBe(code)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('asks for the token each time, so that a sign-out counts at once', async () => {
    const tokens = [token, null]
    const oms = client(() => Promise.resolve(json({ results: [] })), {
      token: () => Promise.resolve(tokens.shift() ?? null),
    })
    await oms.itemPage(firstPage, never)
    expect((await errorOf(oms.itemPage(firstPage, never))).code).toBe('oms.signed-out')
  })
})

describe("Electron's net.fetch", () => {
  it.each([
    ['Redirect was cancelled', 'oms.not-an-oms'],
    ['net::ERR_NAME_NOT_RESOLVED', 'oms.dns'],
    ['net::ERR_CERT_DATE_INVALID', 'oms.tls'],
    ['net::ERR_INTERNET_DISCONNECTED', 'oms.unreachable'],
  ])('%s', async (message, code) => {
    const call = client(() => Promise.reject(new Error(message))).itemPage(firstPage, never)
    expect(await errorOf(call)).toMatchObject({ code, params: { host: 'shop.example' } })
  })

  it('a body that fails on its way is a broken answer', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"results": ['))
      },
      pull(controller) {
        controller.error(new Error('net::ERR_CONNECTION_RESET'))
      },
    })
    const call = client(() => Promise.resolve(new Response(body))).itemPage(firstPage, never)
    expect(await errorOf(call)).toEqual({
      code: 'oms.broken-answer',
      details: 'cut short (ERR_CONNECTION_RESET)',
    })
  })

  it('an opaque redirect, as a browser gives it', async () => {
    const opaque = Object.defineProperty(new Response(null), 'status', { value: 0 })
    expect((await errorOf(client(() => Promise.resolve(opaque)).itemPage(firstPage, never))).code).toBe(
      'oms.not-an-oms',
    )
  })

  it('a fetch that does not hear its signal is left behind, in time and on request', async () => {
    const deaf: Fetch = () => new Promise(() => undefined)
    const late = client(deaf, { timeouts: { answer: 5 } }).itemPage(firstPage, never)
    expect(await errorOf(late)).toMatchObject({ code: 'oms.timeout', params: { seconds: 1 } })

    const controller = new AbortController()
    const reason = new Error('closed')
    const call = client(deaf).itemPage(firstPage, controller.signal)
    setImmediate(() => controller.abort(reason))
    await expect(call).rejects.toBe(reason)
  })

  it('a body that neither comes nor ends is left behind, and the request told so', async () => {
    let heard: AbortSignal | null | undefined
    const deaf: Fetch = (_url, init) => {
      heard = init.signal
      return Promise.resolve(new Response(new ReadableStream()))
    }
    const call = client(deaf, { timeouts: { idle: 5 } }).itemPage(firstPage, never)
    expect((await errorOf(call)).code).toBe('oms.timeout')
    expect(heard?.aborted).toBe(true)
  })
})

describe('the caller', () => {
  it('who has given up before is not served', async () => {
    const fetch = vi.fn<Fetch>()
    const reason = new Error('closed')
    await expect(client(fetch).item(1, AbortSignal.abort(reason))).rejects.toBe(reason)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('hears of no failure but the own wish after giving up', async () => {
    const controller = new AbortController()
    const reason = new Error('closed')
    const fetch: Fetch = () => {
      controller.abort(reason)
      return Promise.reject(new Error('net::ERR_ABORTED'))
    }
    await expect(client(fetch).item(1, controller.signal)).rejects.toBe(reason)
  })

  it('keeps a signal without listeners that pile up', async () => {
    const { signal } = new AbortController()
    const [add, remove] = [vi.spyOn(signal, 'addEventListener'), vi.spyOn(signal, 'removeEventListener')]
    const oms = client(() => Promise.resolve(json({ results: [] })))
    for (let page = 1; page <= 3; page++) await oms.itemPage({ page, limit: 1 }, signal)
    expect(add).toHaveBeenCalledTimes(3)
    expect(remove.mock.calls).toEqual(add.mock.calls)
  })
})

describe('an item', () => {
  it('that is not the one asked for is a broken answer', async () => {
    const call = client(() => Promise.resolve(json({ id: 6 }))).item(5, never)
    expect(await errorOf(call)).toEqual({ code: 'oms.broken-answer', details: 'item 6 instead of 5' })
  })

  it('without an id is not of an OMS', async () => {
    const call = client(() => Promise.resolve(json({ hello: 'world' }))).item(5, never)
    expect((await errorOf(call)).code).toBe('oms.not-an-oms')
  })
})
