import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createAppProtocol } from '../../../src/main/app-protocol.ts'
import type { ImageAnswer } from '../../../src/main/images/image-answer.ts'
import { contentSecurityPolicy } from '../../../src/main/security/response-headers.ts'
import type { ImageAddress } from '../../../src/shared/image-path.ts'
import { imagePath } from '../../../src/shared/image-path.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packlight-page-'))
  await mkdir(join(folder, 'page/assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'page/index.html'), '<!doctype html>')
  await writeFile(join(folder, 'page/assets/a.js'), 'export {}')
  await writeFile(join(folder, 'picture.webp'), 'picture')
})
afterAll(() => rm(folder, { recursive: true }))

function serve(answer: ImageAnswer | Error = { kind: 'none' }) {
  const asked: ImageAddress[] = []
  const handle = createAppProtocol({
    source: { kind: 'folder', folder: join(folder, 'page') },
    images: {
      get: (address) => {
        asked.push(address)
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
      },
    },
    fetch: () => expect.unreachable(),
  })
  const get = (url: string, init?: RequestInit) => handle(new Request(url, init))
  return { asked, get }
}

describe('the page', () => {
  it('comes with its policy', async () => {
    const { get } = serve()
    for (const url of ['app://packlight/', 'app://packlight/index.html?a=b#/items']) {
      const response = await get(url)
      expect(response.status).toBe(200)
      expect(await response.text()).toBe('<!doctype html>')
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy(),
        'permissions-policy': expect.stringContaining('camera=()') as string,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      })
    }
  })

  it('has its files, with their types', async () => {
    const response = await serve().get('app://packlight/assets/a.js')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await response.text()).toBe('export {}')
  })

  it('is asked for anew each time, and its files, whose names change with them, once', async () => {
    const { get } = serve()
    expect((await get('app://packlight/')).headers.get('cache-control')).toBe('no-cache')
    expect((await get('app://packlight/assets/a.js')).headers.get('cache-control')).toContain('immutable')
    expect((await get('app://packlight/assets/b.js')).headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    ['app://packlight/missing.js', 404],
    ['app://packlight/assets', 404],
    ['app://packlight/..%2fsecret.txt', 403],
    ['app://packlight/assets/..%5c..%5csecret.txt', 403],
    ['app://packlight/%2e%2e/secret.txt', 404],
    ['app://evil/index.html', 404],
    ['app://packlight:80/index.html', 404],
    ['https://packlight/index.html', 404],
  ])('answers %s with %i', async (url, status) => {
    const response = await serve().get(url)
    expect(response.status).toBe(status)
    expect(await response.text()).toBe('')
  })

  it('answers HEAD without a body, and nothing but GET and HEAD', async () => {
    const { get } = serve()
    const head = await get('app://packlight/', { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '15', ''])
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await get('app://packlight/', { method })).status).toBe(405)
    }
  })
})

describe('a picture', () => {
  const address: ImageAddress = { storeKey: 'shop.example.com', imageId: 7, size: 'thumb' }
  const url = `app://packlight${imagePath('shop.example.com', 7, 'thumb')}`

  it('is served from its file, for a short while', async () => {
    const path = join(folder, 'picture.webp')
    const { asked, get } = serve({ kind: 'picture', path, contentType: 'image/webp', bytes: 7 })
    const response = await get(url)
    expect(asked).toEqual([address])
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/webp')
    expect(response.headers.get('cache-control')).toBe('private, max-age=300')
    expect(await response.text()).toBe('picture')
  })

  it.each([
    [{ kind: 'none' }, 404],
    [{ kind: 'broken', reason: 'status-404' }, 404],
    [{ kind: 'unreachable' }, 503],
  ] as const)('that is %j is answered with %i, and not remembered', async (answer, status) => {
    const response = await serve(answer).get(url)
    expect(response.status).toBe(status)
    expect(response.headers.get('x-packlight-image')).toBe(answer.kind)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('whose file has just gone, or whose service fails, is one for later', async () => {
    const gone: ImageAnswer = {
      kind: 'picture',
      path: join(folder, 'gone'),
      contentType: 'image/webp',
      bytes: 7,
    }
    expect((await serve(gone).get(url)).status).toBe(503)
    expect((await serve(new Error('Closed')).get(url)).status).toBe(503)
  })

  it.each([
    '/images/',
    '/images/shop/x?size=thumb',
    '/images/shop/1',
    '/images/shop/1?size=huge',
    '/images/a/b/1',
  ])('is not asked for by %s', async (path) => {
    const { asked, get } = serve()
    expect((await get(`app://packlight${path}`)).status).toBe(404)
    expect(asked).toEqual([])
  })
})

describe('in development', () => {
  it('the page comes from its server, pictures do not', async () => {
    const fetch = vi.fn<(url: string) => Promise<Response>>(() =>
      Promise.resolve(
        new Response('<!doctype html>', { headers: { 'content-type': 'text/html', server: 'x' } }),
      ),
    )
    const handle = createAppProtocol({
      source: { kind: 'dev-server', url: 'http://localhost:5173' },
      images: { get: () => Promise.resolve({ kind: 'none' }) },
      fetch,
    })
    const response = await handle(new Request('app://packlight/src/main.ts?t=1'))
    expect(fetch.mock.calls[0]?.[0]).toBe('http://localhost:5173/src/main.ts?t=1')
    expect(await response.text()).toBe('<!doctype html>')
    expect(response.headers.get('content-security-policy')).toContain('ws://localhost:5173')
    expect(response.headers.get('server')).toBeNull()
    expect((await handle(new Request('app://packlight/images/shop/1?size=thumb'))).status).toBe(404)
    expect(fetch).toHaveBeenCalledOnce()
  })

  it('cannot be led to another server by a path', async () => {
    const fetch = vi.fn<(url: string) => Promise<Response>>(() => Promise.resolve(new Response('')))
    const handle = createAppProtocol({
      source: { kind: 'dev-server', url: 'http://localhost:5173' },
      images: { get: () => Promise.resolve({ kind: 'none' }) },
      fetch,
    })
    await handle(new Request('app://packlight//evil.example/a.js'))
    expect(fetch.mock.calls.map(([url]) => url)).toEqual(['http://localhost:5173//evil.example/a.js'])
  })
})
