import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSampleStore, type SampleStore } from '../../../src/main/sample-store/sample-store.ts'

const list = '/api/v1/oms/order_items/'
interface Page {
  count: number
  next: string | null
  previous: string | null
  results: Record<string, unknown>[]
}

let store: SampleStore
beforeAll(async () => {
  store = await startSampleStore({ items: 130, images: false })
})
afterAll(() => store.close())

const ask = (path: string, init: RequestInit = {}) =>
  fetch(store.origin + path, {
    redirect: 'manual',
    headers: { Authorization: `Token ${store.token}`, 'Content-Type': 'application/json' },
    ...init,
  })
const page = async (path: string) => (await (await ask(path)).json()) as Page

describe('the three addresses', () => {
  it('lists full items, the newest first', async () => {
    const answer = await ask(list)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
    const { count, next, previous, results } = (await answer.json()) as Page
    expect([count, next, previous, results.length]).toEqual([130, `${store.origin}${list}?page=2`, null, 20])
    expect(results).toEqual(Array.from({ length: 20 }, (_, at) => store.catalogue.itemJson(129 - at)))
  })

  it('lists simple items', async () => {
    const { results } = await page(`${list}list-simple/?limit=2&page=65`)
    expect(results).toEqual([store.catalogue.simpleItemJson(1), store.catalogue.simpleItemJson(0)])
  })

  it('gives one item', async () => {
    const answer = await ask(`${list}${store.catalogue.itemIdOf(5)}/`)
    expect(await answer.json()).toEqual(store.catalogue.itemJson(5))
  })

  it('cuts large pages at the limit', async () => {
    expect((await page(`${list}?limit=5000`)).results).toHaveLength(100)
  })

  it('finds the items of one order', async () => {
    const number = store.catalogue.orderNumberOf(60)
    const { count, results } = await page(`${list}?order_number=${number}`)
    expect(count).toBe(store.catalogue.itemsOfOrder(number).length)
    expect(results.map((item) => item['id'])).toContain(store.catalogue.itemIdOf(60))
    expect(await page(`${list}list-simple/?order_number=nobody`)).toEqual({
      count: 0,
      next: null,
      previous: null,
      results: [],
    })
  })

  it('compresses for who can read it, with the same content', async () => {
    const packed = await ask(`${list}?limit=100`)
    const plain = await ask(`${list}?limit=100`, {
      headers: { Authorization: `Token ${store.token}`, 'Accept-Encoding': 'gzip;q=0, identity' },
    })
    expect([packed.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual([
      'gzip',
      null,
    ])
    expect(await packed.json()).toEqual(await plain.json())
  })
})

describe('refusals', () => {
  it.each([
    [{}, 'Authentication credentials were not provided.'],
    [{ Authorization: 'Token nonsense' }, 'Invalid token.'],
  ])('%j', async (headers, detail) => {
    const answer = await ask(list, { headers })
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Token'])
    expect(await answer.json()).toEqual({ detail })
  })

  it.each([
    [`${list}?page=8`, 404, { detail: 'Invalid page.' }],
    [`${list}999999999/`, 404, { detail: 'Not found.' }],
    [`${list}abc/`, 404, { detail: 'Not found.' }],
  ])('%s', async (path, status, body) => {
    const answer = await ask(path)
    expect([answer.status, await answer.json()]).toEqual([status, body])
  })

  it('takes no other method', async () => {
    const answer = await ask(list, { method: 'POST', body: '{}' })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    expect(await answer.json()).toEqual({ detail: 'Method "POST" not allowed.' })
  })

  it.each(['/', '/api/v1/oms/', '/api/v1/oms/order_itemsx/', `${list}1/2/`, '//', '/products/none.jpg'])(
    'answers %s with a page that says Not Found',
    async (path) => {
      const answer = await ask(path)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
    },
  )

  it.each([list, `${list}list-simple/`, `${list}85301/`])(
    'sends to %s who forgot its last slash',
    async (path) => {
      const answer = await ask(`${path.slice(0, -1)}?limit=1`, { headers: {} })
      expect([answer.status, answer.headers.get('location')]).toEqual([301, `${path}?limit=1`])
    },
  )
})

describe('as time goes by', () => {
  it('turns away the token that was revoked', async () => {
    const old = store.token
    store.setToken('another')
    const refused = store.requests.refused
    expect((await ask(list, { headers: { Authorization: `Token ${old}` } })).status).toBe(401)
    expect((await ask(list)).status).toBe(200)
    expect(store.requests.refused).toBe(refused + 1)
  })

  it('shows changes, removals and new items to whoever asks next', async () => {
    const own = await startSampleStore({ items: 10, images: false, token: 't' })
    const read = async (path: string): Promise<unknown> => {
      const answer = await fetch(own.origin + path, { headers: { Authorization: 'Token t' } })
      return answer.json()
    }
    own.cancel(3)
    own.remove(4)
    own.addItems(2)
    const { count, results } = (await read(`${list}list-simple/`)) as Page
    const item = (await read(`${list}${own.catalogue.itemIdOf(3)}/`)) as { state: { enum_value: string } }
    expect([count, results.length, item.state.enum_value]).toEqual([11, 11, '100'])
    expect(await read(`${list}${own.catalogue.itemIdOf(4)}/`)).toEqual({ detail: 'Not found.' })
    expect(own.requests).toMatchObject({ listSimple: 1, item: 2, list: 0 })
    await own.close()
  })
})

it('says which port it could not have', async () => {
  const port = Number(new URL(store.origin).port)
  await expect(startSampleStore({ port })).rejects.toMatchObject({
    code: 'sample-store.failed',
    details: `port ${port}: EADDRINUSE`,
  })
})
