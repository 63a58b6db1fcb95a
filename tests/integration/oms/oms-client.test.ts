/** The client against a real HTTP server that answers as the document says. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createOmsClient } from '../../../src/main/oms/oms-client.ts'
import { startFaultServer } from '../../support/fault-server.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/oms/${name}.json`, import.meta.url), 'utf8')

const answers: Record<string, string> = {
  '/api/v1/oms/order_items/': fixture('order_items'),
  '/api/v1/oms/order_items/list-simple/': fixture('order_items-list-simple'),
  '/api/v1/oms/order_items/1/': fixture('order_items-1'),
}
const textOf = (source: Uint8Array) => new TextDecoder().decode(source)
const never = new AbortController().signal

const startOms = (gzip = false) =>
  startFaultServer(({ path }) => {
    const body = answers[path]
    return body === undefined ? { status: 404, body: { detail: 'Not found.' } } : { body, gzip }
  })

const clientOf = (origin: string) =>
  createOmsClient({ origin, token: () => Promise.resolve('f00dcafe'), fetch, userAgent: 'Packlight/test' })

describe('the three calls', () => {
  it.each([false, true])('answer with the samples (gzip: %s)', async (gzip) => {
    await using server = await startOms(gzip)
    const oms = clientOf(server.origin)
    const full = await oms.itemPage({ page: 1, limit: 100 }, never)
    expect(full).toMatchObject({ count: 1, rejected: [], nextPage: null })
    expect(full.items[0]?.item).toMatchObject({ id: 1, netAmount: '599.99', product: { name: 'Urun8' } })
    expect(full.items[0]?.item.state?.translations['tr-tr']).toBe('Hazırlanıyor')
    expect(textOf(full.source)).toBe(fixture('order_items'))
    expect(full.bytes).toBe(Buffer.byteLength(fixture('order_items')))
    expect(full.milliseconds).toBeGreaterThanOrEqual(0)

    const simple = await oms.simplePage({ page: 1, limit: 100 }, never)
    expect(simple.items[0]?.item).toMatchObject({ id: 1, stateId: 1, productId: 1 })

    const one = await oms.item(1, never)
    expect(one.item.priceList?.name).toBe('pz_fiyat_list')
    expect(textOf(one.source)).toBe(fixture('order_items-1'))
    expect(one.bytes).toBe(Buffer.byteLength(fixture('order_items-1')))
  })

  it('send the documented headers and parameters', async () => {
    await using server = await startOms()
    const oms = clientOf(server.origin)
    await oms.itemPage({ page: 2, limit: 50, orderNumber: 'A 1/ş' }, never)
    await oms.simplePage({ page: 7, limit: 10 }, never)
    await oms.item(1, never)
    expect(
      server.requests.map(({ method, path, query }) => [method, path, Object.fromEntries(query)]),
    ).toEqual([
      ['GET', '/api/v1/oms/order_items/', { order_number: 'A 1/ş', page: '2', limit: '50' }],
      ['GET', '/api/v1/oms/order_items/list-simple/', { page: '7', limit: '10' }],
      ['GET', '/api/v1/oms/order_items/1/', {}],
    ])
    for (const { headers } of server.requests) {
      expect(headers).toMatchObject({
        authorization: 'Token f00dcafe',
        'content-type': 'application/json',
        accept: 'application/json',
        'user-agent': 'Packlight/test',
      })
      expect(headers.cookie).toBeUndefined()
    }
  })

  it('carry no cookie from one answer to the next request', async () => {
    await using server = await startFaultServer({
      headers: { 'Set-Cookie': 'sessionid=1; Path=/' },
      body: { results: [] },
    })
    const oms = clientOf(server.origin)
    await oms.itemPage({ page: 1, limit: 1 }, never)
    await oms.itemPage({ page: 2, limit: 1 }, never)
    expect(server.requests[1]?.headers.cookie).toBeUndefined()
  })

  it('are read in whatever pieces they come', async () => {
    await using server = await startFaultServer({
      body: `\ufeff\n ${fixture('order_items')}`,
      headers: { 'Content-Type': null },
      drip: { bytes: 501, pause: 1 },
    })
    const { items } = await clientOf(server.origin).itemPage({ page: 1, limit: 1 }, never)
    expect(items[0]?.item.product?.attributes['renk']).toBe('SİYAH')
  })

  it('serve many requests at the same time', async () => {
    await using server = await startFaultServer(({ path }) => ({
      body: { id: Number(path.split('/').at(-2)) },
    }))
    const oms = clientOf(server.origin)
    const ids = Array.from({ length: 40 }, (_, index) => index + 1)
    const items = await Promise.all(ids.map((id) => oms.item(id, never)))
    expect(items.map(({ item }) => item.id)).toEqual(ids)
  })
})

describe('a page after the last one', () => {
  it('is empty, as rows may have vanished while the pages were walked', async () => {
    await using server = await startFaultServer({ status: 404, body: { detail: 'Invalid page.' } })
    const oms = clientOf(server.origin)
    for (const page of [
      oms.itemPage({ page: 2, limit: 10 }, never),
      oms.simplePage({ page: 3, limit: 10 }, never),
    ]) {
      expect(await page).toMatchObject({ count: null, items: [], rejected: [], nextPage: null })
    }
    await expect(oms.itemPage({ page: 1, limit: 10 }, never)).rejects.toMatchObject({
      code: 'oms.no-oms-here',
    })
  })

  it("is not what a web server's own 404 means", async () => {
    await using server = await startFaultServer({
      status: 404,
      headers: { 'Content-Type': 'text/html' },
      body: '<h1>Not Found</h1>',
    })
    const call = clientOf(server.origin).itemPage({ page: 2, limit: 10 }, never)
    await expect(call).rejects.toMatchObject({ code: 'oms.no-oms-here' })
  })
})
