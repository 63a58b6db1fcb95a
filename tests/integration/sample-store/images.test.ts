import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pictureFault, picturePath, type PictureFault } from '../../../src/main/sample-store/picture-paths.ts'
import { startSampleStore, type SampleStore } from '../../../src/main/sample-store/sample-store.ts'

let store: SampleStore
beforeAll(async () => {
  store = await startSampleStore({ items: 40 })
})
afterAll(() => store.close())

/** The first product whose front is broken in this way; null: not at all. */
function front(fault: PictureFault | null): string {
  const product = Array.from({ length: store.catalogue.productCount }, (_, index) => index).find(
    (index) => pictureFault(index, 'front') === fault,
  )
  return store.origin + picturePath(product!, 'front')
}

describe('pictures', () => {
  it('need no token, and are where the items say', async () => {
    const urls = Array.from({ length: 40 }, (_, index) => store.catalogue.itemJson(index))
      .flatMap(
        (item) =>
          (item['product'] as { productimage_set: { url: string; order: number }[] }).productimage_set,
      )
      .map(({ url }) => url)
    expect(urls.length).toBeGreaterThan(40)
    const answer = await fetch(front(null))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const { width, height, format } = await sharp(await answer.arrayBuffer()).metadata()
    expect({ width, height, format }).toEqual({ width: 1200, height: 1500, format: 'jpeg' })
    const heads = await Promise.all(urls.slice(0, 3).map((url) => fetch(url, { method: 'HEAD' })))
    expect(heads.every(({ status }) => status === 200 || status === 404)).toBe(true)
  })

  it('are not sent again to who has them', async () => {
    const url = front(null)
    const headers = (await fetch(url)).headers
    const conditions: Record<string, string>[] = [
      { 'If-None-Match': headers.get('etag')! },
      { 'If-None-Match': `"other", W/${headers.get('etag')!}` },
      { 'If-Modified-Since': headers.get('last-modified')! },
    ]
    for (const condition of conditions) expect((await fetch(url, { headers: condition })).status).toBe(304)
    expect((await fetch(url, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
  })

  it('count whoever sends a token along', async () => {
    expect(store.requestsWithTokenToImages).toBe(0)
    await fetch(front('missing'), { headers: { Authorization: `Token ${store.token}` } })
    await fetch(`${front('missing')}?token=${store.token}`)
    expect(store.requestsWithTokenToImages).toBe(2)
  })
})

describe('broken pictures', () => {
  it('may be missing', async () => expect((await fetch(front('missing'))).status).toBe(404))

  it('may end too early', async () => {
    const picture = await (await fetch(front('truncated'))).arrayBuffer()
    await expect(sharp(picture, { failOn: 'truncated' }).raw().toBuffer()).rejects.toThrow()
  })

  it.each([
    ['page', 'text/html; charset=utf-8', '<!doctype html>'],
    ['svg', 'image/svg+xml', '<svg '],
  ] as const)('may be a %s', async (fault, type, beginning) => {
    const answer = await fetch(front(fault))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type])
    expect((await answer.text()).startsWith(beginning)).toBe(true)
  })
})
