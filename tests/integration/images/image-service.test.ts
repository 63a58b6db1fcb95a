import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createImageService } from '../../../src/main/images/image-service.ts'
import type { ImageService, ImageServiceOptions } from '../../../src/main/images/image-service.ts'
import type { ImageSize } from '../../../src/shared/image-path.ts'
import { photo, pixelBomb, transparentPng } from './pictures.ts'
import { bytes, redirect, startPictureServer } from './picture-server.ts'
import type { PictureServer } from './picture-server.ts'

const never = new AbortController().signal
let jpeg: Buffer
let server: PictureServer
let folder: string
let clock: number
let services: ImageService[]

beforeAll(async () => {
  jpeg = await photo()
})
beforeEach(async () => {
  server = await startPictureServer()
  folder = await mkdtemp(join(tmpdir(), 'packlight-images-'))
  clock = Date.parse('2026-03-01T08:00:00Z')
  services = []
})
afterEach(async () => {
  await Promise.all(services.map((service) => service.close()))
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

/** Image ids are positions in `addresses`; a path is one of the server. */
function start(addresses: (string | null)[], options: Partial<ImageServiceOptions> = {}) {
  const service = createImageService({
    folder: join(folder, 'images'),
    limitBytes: () => 1_000_000_000,
    fetch: (url, init) => fetch(url, init),
    urlOf: (_store, id) => {
      const address = addresses[id] ?? null
      return Promise.resolve(address?.startsWith('/') ? server.origin + address : address)
    },
    originOf: () => server.origin,
    now: () => clock,
    ...options,
  })
  services.push(service)
  const get = (imageId: number, size: ImageSize = 'thumb', signal = never, storeKey = 'shop') =>
    service.get({ storeKey, imageId, size }, signal)
  return { service, get }
}

const asked = () => server.requests.map(({ path }) => path)

async function filesOnDisk(): Promise<{ name: string; bytes: number }[]> {
  const names = await readdir(join(folder, 'images'), { recursive: true })
  const all = await Promise.all(
    names.map(async (name) => ({ name, stats: await stat(join(folder, 'images', name)) })),
  )
  return all.filter(({ stats }) => stats.isFile()).map(({ name, stats }) => ({ name, bytes: stats.size }))
}

describe('a picture', () => {
  it('comes in both sizes from one fetch', async () => {
    server.answers.set('/a.jpg', bytes(jpeg))
    const { get } = start(['/a.jpg'])
    const [thumb, preview] = await Promise.all([get(0, 'thumb'), get(0, 'preview')])
    if (thumb.kind !== 'picture' || preview.kind !== 'picture') return expect.unreachable()
    expect(asked()).toEqual(['/a.jpg'])
    expect(await sharp(await readFile(thumb.path)).metadata()).toMatchObject({
      format: 'webp',
      width: 128,
      height: 160,
    })
    expect(await sharp(await readFile(preview.path)).metadata()).toMatchObject({
      format: 'jpeg',
      width: 819,
      height: 1024,
    })
    expect(thumb).toMatchObject({ contentType: 'image/webp', bytes: (await stat(thumb.path)).size })
    expect(preview).toMatchObject({ contentType: 'image/jpeg', bytes: (await stat(preview.path)).size })
  })

  it.each(['png', 'webp', 'gif', 'avif'] as const)(
    'may be a %s, whatever the server calls it',
    async (format) => {
      const picture = await sharp(jpeg).resize(300).toFormat(format, { effort: 1 }).toBuffer()
      server.answers.set('/a', bytes(picture, { 'content-type': 'text/html' }))
      const { get } = start(['/a'])
      expect((await get(0)).kind).toBe('picture')
    },
  )

  it('stands on white where it is transparent, and is not enlarged', async () => {
    server.answers.set('/a.png', bytes(await transparentPng()))
    const { get } = start(['/a.png'])
    const preview = await get(0, 'preview')
    if (preview.kind !== 'picture') return expect.unreachable()
    const { data, info } = await sharp(await readFile(preview.path))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([400, 200])
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255])
  })

  it('is turned as its camera was', async () => {
    const lying = await sharp(jpeg).resize(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    server.answers.set('/a.jpg', bytes(lying))
    const { get } = start(['/a.jpg'])
    const preview = await get(0, 'preview')
    if (preview.kind !== 'picture') return expect.unreachable()
    expect(await sharp(await readFile(preview.path)).metadata()).toMatchObject({ width: 200, height: 300 })
  })

  it('is asked for without token, cookies or referrer', async () => {
    server.answers.set('/a.jpg', bytes(jpeg, { 'set-cookie': 'session=1' }))
    server.answers.set('/b.jpg', redirect('/a.jpg'))
    const { get } = start(['/a.jpg', '/b.jpg'])
    await get(0)
    await get(1)
    expect(server.requests).toHaveLength(3)
    for (const { headers } of server.requests) {
      expect(headers.authorization).toBeUndefined()
      expect(headers.cookie).toBeUndefined()
      expect(headers.referer).toBeUndefined()
    }
  })

  it('that nobody knows is none', async () => {
    expect(await start([null]).get(0)).toEqual({ kind: 'none' })
    expect(asked()).toEqual([])
  })

  it('with an address that is none is broken', async () => {
    const { get } = start(['file:///etc/passwd', 'https://{cdn_url}/a.jpg'])
    expect(await get(0)).toEqual({ kind: 'broken', reason: 'bad-address' })
    expect(await get(1)).toEqual({ kind: 'broken', reason: 'bad-address' })
  })

  it('is kept under names that are hashes, readable to its owner alone', async () => {
    server.answers.set('/../../x%00.jpg', bytes(jpeg))
    server.answers.set('/x%00.jpg', bytes(jpeg))
    const { get } = start(['/../../x%00.jpg'])
    expect((await get(0, 'thumb', never, '..')).kind).toBe('picture')
    const files = await filesOnDisk()
    expect(files).toHaveLength(3)
    for (const { name } of files) {
      expect(name).toMatch(/^[0-9a-f]{40}[\\/][0-9a-f]{40}\.(original|thumb\.webp|origin\.json)$/)
      if (process.platform !== 'win32') {
        expect((await stat(join(folder, 'images', name))).mode & 0o777).toBe(0o600)
        expect((await stat(join(folder, 'images'))).mode & 0o777).toBe(0o700)
      }
    }
  })
})

describe('a redirect', () => {
  it('is followed three times and no more', async () => {
    server.answers.set('/3.jpg', redirect('/2.jpg'))
    server.answers.set('/2.jpg', redirect('/1.jpg'))
    server.answers.set('/1.jpg', redirect('/0.jpg'))
    server.answers.set('/0.jpg', bytes(jpeg))
    server.answers.set('/4.jpg', redirect('/3.jpg'))
    const { get } = start(['/3.jpg', '/4.jpg'])
    expect((await get(0)).kind).toBe('picture')
    expect(await get(1)).toEqual({ kind: 'broken', reason: 'too-many-redirects' })
  })

  it('into a private network is not followed', async () => {
    const inside = await startPictureServer()
    inside.answers.set('/a.jpg', bytes(jpeg))
    // The first server stands for a public one: the test lends it a public name's address.
    const publicFetch: ImageServiceOptions['fetch'] = (url, init) =>
      fetch(url.replace('http://cdn.example.com', server.origin), init)
    server.answers.set('/a.jpg', redirect(`${inside.origin}/a.jpg`))
    server.answers.set('/b.jpg', redirect('file:///etc/passwd'))
    const { get } = start(['http://cdn.example.com/a.jpg', 'http://cdn.example.com/b.jpg'], {
      fetch: publicFetch,
      originOf: () => 'https://shop.example.com',
      resolveHost: () => Promise.resolve(['93.184.216.34']),
    })
    expect(await get(0)).toEqual({ kind: 'broken', reason: 'private-address' })
    expect(await get(1)).toEqual({ kind: 'broken', reason: 'redirect-elsewhere' })
    expect(inside.requests).toEqual([])
    await inside.close()
  })
})

describe('what is no picture', () => {
  it.each([
    ['an error page with 200', '<!doctype html><title>Not here</title>'.padEnd(500), 'not-a-picture'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'.padEnd(200), 'not-a-picture'],
    ['nothing', '', 'not-a-picture'],
  ])('such as %s is broken', async (_name, body, reason) => {
    server.answers.set('/a.jpg', bytes(body))
    expect(await start(['/a.jpg']).get(0)).toEqual({ kind: 'broken', reason })
    expect(await filesOnDisk()).toEqual([])
  })

  it('such as half a JPEG is broken', async () => {
    server.answers.set('/a.jpg', bytes(jpeg.subarray(0, jpeg.length / 2)))
    expect(await start(['/a.jpg']).get(0)).toEqual({ kind: 'broken', reason: 'damaged' })
    expect(await filesOnDisk()).toEqual([])
  })

  it('such as a pixel bomb is broken', async () => {
    const bomb = await pixelBomb()
    expect(bomb.length).toBeLessThan(1_000_000)
    server.answers.set('/a.png', bytes(bomb))
    expect(await start(['/a.png']).get(0)).toEqual({ kind: 'broken', reason: 'damaged' })
  })

  it('such as an endless body is given up', async () => {
    let sent = 0
    const ended = Promise.withResolvers<undefined>()
    const chunk = Buffer.concat([jpeg.subarray(0, 100), Buffer.alloc(1_000_000)])
    server.answers.set('/a.jpg', (response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg' })
      const more = (): void => {
        if (response.destroyed) return
        sent += chunk.length
        response.write(chunk, more)
      }
      response.on('close', () => ended.resolve(undefined))
      more()
    })
    expect(await start(['/a.jpg']).get(0)).toEqual({ kind: 'broken', reason: 'too-large' })
    await ended.promise
    expect(sent).toBeLessThan(40_000_000)
  })

  it('and says that it is too large is not read', async () => {
    server.answers.set('/a.jpg', (response) => {
      response.writeHead(200, { 'content-length': '20000001' })
      response.write(jpeg.subarray(0, 100))
    })
    expect(await start(['/a.jpg']).get(0)).toEqual({ kind: 'broken', reason: 'too-large' })
  })
})

describe('a failure', () => {
  it('of the picture is remembered for ten minutes', async () => {
    const { get } = start(['/a.jpg'])
    expect(await get(0)).toEqual({ kind: 'broken', reason: 'status-404' })
    server.answers.set('/a.jpg', bytes(jpeg))
    clock += 599_999
    expect(await get(0, 'preview')).toEqual({ kind: 'broken', reason: 'status-404' })
    expect(asked()).toHaveLength(1)
    clock += 1
    expect((await get(0)).kind).toBe('picture')
  })

  it('of a busy server is remembered for half a minute', async () => {
    server.answers.set('/a.jpg', (response) => response.writeHead(503).end())
    const { get } = start(['/a.jpg'])
    expect(await get(0)).toEqual({ kind: 'unreachable' })
    expect(await get(0)).toEqual({ kind: 'unreachable' })
    expect(asked()).toHaveLength(1)
    server.answers.set('/a.jpg', bytes(jpeg))
    clock += 30_000
    expect((await get(0)).kind).toBe('picture')
  })

  it('of the network is not remembered', async () => {
    let isOnline = false
    server.answers.set('/a.jpg', bytes(jpeg))
    const { get } = start(['/a.jpg'], {
      fetch: (url, init) => (isOnline ? fetch(url, init) : Promise.reject(new TypeError('fetch failed'))),
    })
    expect(await get(0)).toEqual({ kind: 'unreachable' })
    isOnline = true
    expect((await get(0)).kind).toBe('picture')
  })

  it('in the middle of a body is one of the network', async () => {
    server.answers.set('/a.jpg', (response) => {
      response.writeHead(200, { 'content-length': String(jpeg.length) })
      response.write(jpeg.subarray(0, 1000), () => response.destroy())
    })
    const { get } = start(['/a.jpg'])
    expect(await get(0)).toEqual({ kind: 'unreachable' })
    server.answers.set('/a.jpg', bytes(jpeg))
    expect((await get(0)).kind).toBe('picture')
  })
})

describe('offline', () => {
  it('after a restart, pictures come from disk, also in a size that was never made', async () => {
    server.answers.set('/a.jpg', bytes(jpeg))
    const before = start(['/a.jpg'])
    await before.get(0, 'thumb')
    await before.service.close()
    const { get } = start(['/a.jpg'], { fetch: () => Promise.reject(new TypeError('fetch failed')) })
    expect((await get(0, 'thumb')).kind).toBe('picture')
    expect((await get(0, 'preview')).kind).toBe('picture')
    expect(asked()).toHaveLength(1)
  })

  it('a damaged original is thrown away, and fetched again later', async () => {
    server.answers.set('/a.jpg', bytes(jpeg))
    const { service, get } = start(['/a.jpg'])
    await get(0)
    const [original] = (await filesOnDisk()).filter(({ name }) => name.endsWith('.original'))
    await writeFile(join(folder, 'images', original!.name), jpeg.subarray(0, 5000))
    expect(await get(0, 'preview')).toEqual({ kind: 'broken', reason: 'damaged' })
    clock += 600_000
    expect((await get(0, 'preview')).kind).toBe('picture')
    expect(await service.usedBytes()).toBe((await filesOnDisk()).reduce((sum, file) => sum + file.bytes, 0))
  })
})

describe('many requests', () => {
  it('wait for their turn, and are dropped when nobody waits', async () => {
    const held: (() => void)[] = []
    const paths = Array.from({ length: 9 }, (_, index) => `/${index}.jpg`)
    for (const path of paths) {
      server.answers.set(path, (response) => held.push(() => response.writeHead(200).end(jpeg)))
    }
    const { get } = start(paths)
    const first = paths.slice(0, 6).map((_, index) => get(index))
    await vi.waitFor(() => expect(held).toHaveLength(6))
    const gone = new AbortController()
    const dropped = get(6, 'thumb', gone.signal)
    const late = [get(7), get(8)]
    gone.abort()
    await expect(dropped).rejects.toThrow(/abort/i)
    while (held.length > 0) held.shift()?.()
    expect((await Promise.all(first)).every(({ kind }) => kind === 'picture')).toBe(true)
    await vi.waitFor(() => expect(held).toHaveLength(2))
    while (held.length > 0) held.shift()?.()
    await Promise.all(late)
    expect(asked().toSorted()).toEqual(paths.filter((path) => path !== '/6.jpg'))
  })

  it('end when the service does', async () => {
    server.answers.set('/a.jpg', () => undefined)
    const { service, get } = start(['/a.jpg'])
    const waits = get(0)
    await vi.waitFor(() => expect(asked()).toHaveLength(1))
    await service.close()
    expect(await waits).toEqual({ kind: 'unreachable' })
  })
})

describe('the limit', () => {
  it('holds to the byte, and what was used longest ago goes first', async () => {
    const paths = Array.from({ length: 8 }, (_, index) => `/${index}.jpg`)
    for (const path of paths) server.answers.set(path, bytes(jpeg))
    let limit = 1_000_000_000
    const { service, get } = start(paths, { limitBytes: () => limit })
    const sum = async () => (await filesOnDisk()).reduce((total, file) => total + file.bytes, 0)

    for (const index of [0, 1, 2, 3]) await get(index)
    const whole = await sum()
    expect(await service.usedBytes()).toBe(whole)

    // One more needs the room of one: the original of the first goes, and its thumbnail, just looked at, stays.
    limit = whole
    await get(0)
    for (const index of [4, 5, 6, 7]) {
      await get(index)
      expect(await sum()).toBeLessThanOrEqual(limit)
      expect(await service.usedBytes()).toBe(await sum())
    }
    server.requests.length = 0
    expect((await get(7)).kind).toBe('picture')
    expect(asked()).toEqual([])

    limit = 50_000
    await service.trim()
    expect(await sum()).toBeLessThanOrEqual(50_000)
    expect(await service.usedBytes()).toBe(await sum())
    expect((await get(7)).kind).toBe('picture')
    expect(asked()).toEqual([])
  })

  it('goes by the order of use across a restart', async () => {
    for (const path of ['/a.jpg', '/b.jpg']) server.answers.set(path, bytes(jpeg))
    const before = start(['/a.jpg', '/b.jpg'])
    await before.get(0, 'thumb')
    await before.get(1, 'thumb')
    // The first is looked at last.
    await before.get(0, 'thumb')
    await before.service.close()
    const thumbs = (await filesOnDisk()).filter(({ name }) => name.endsWith('.thumb.webp'))
    let limit = 1_000_000_000
    const { service, get } = start(['/a.jpg', '/b.jpg'], { limitBytes: () => limit })
    limit = Math.max(...thumbs.map(({ bytes: size }) => size))
    await service.trim()
    expect(await filesOnDisk()).toHaveLength(1)
    server.requests.length = 0
    expect((await get(0)).kind).toBe('picture')
    expect(asked()).toEqual([])
  })

  it('counts nothing that is no longer there', async () => {
    server.answers.set('/a.jpg', bytes(jpeg))
    const { service, get } = start(['/a.jpg'])
    await get(0)
    await rm(join(folder, 'images'), { recursive: true })
    expect((await get(0)).kind).toBe('picture')
    expect(asked()).toHaveLength(2)
    expect(await service.usedBytes()).toBe((await filesOnDisk()).reduce((sum, file) => sum + file.bytes, 0))
  })
})

describe('clearing', () => {
  it('removes the pictures of one store, or all', async () => {
    server.answers.set('/a.jpg', bytes(jpeg))
    const { service, get } = start(['/a.jpg'])
    await get(0, 'thumb', never, 'one')
    await get(0, 'thumb', never, 'two')
    const both = await service.usedBytes()
    await service.clear('one')
    expect(await service.usedBytes()).toBe(both / 2)
    await service.clear()
    expect(await service.usedBytes()).toBe(0)
    expect(await filesOnDisk()).toEqual([])
  })

  it('keeps nothing of what was under way', async () => {
    const begun = Promise.withResolvers<() => void>()
    server.answers.set('/a.jpg', (response) => begun.resolve(() => response.writeHead(200).end(jpeg)))
    const { service, get } = start(['/a.jpg'])
    const waits = get(0)
    const finish = await begun.promise
    await service.clear('shop')
    finish()
    expect(await waits).toEqual({ kind: 'unreachable' })
    expect(await filesOnDisk()).toEqual([])
  })
})

describe('a newer version', () => {
  const week = 7 * 24 * 3_600_000

  it('is asked for when an old picture is looked at in large, and then shown', async () => {
    const newer = await photo(600, 600)
    server.answers.set(
      '/a.jpg',
      bytes(jpeg, { etag: '"1"', 'last-modified': 'Mon, 02 Mar 2026 08:00:00 GMT' }),
    )
    const before = start(['/a.jpg'])
    const old = await before.get(0, 'preview')
    if (old.kind !== 'picture') return expect.unreachable()
    await before.get(0, 'preview')
    expect(asked()).toHaveLength(1)
    await before.service.close()

    clock += week
    server.answers.set('/a.jpg', bytes(newer, { etag: '"2"' }))
    const { get } = start(['/a.jpg'])
    expect(await get(0, 'preview')).toEqual(old)
    await vi.waitFor(async () => {
      const preview = await get(0, 'preview')
      if (preview.kind !== 'picture') return expect.unreachable()
      expect(await sharp(await readFile(preview.path)).metadata()).toMatchObject({ width: 600, height: 600 })
    })
    expect(server.requests[1]?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': 'Mon, 02 Mar 2026 08:00:00 GMT',
    })
    expect(server.requests).toHaveLength(2)
  })

  it('that is broken leaves the old one as it is', async () => {
    server.answers.set('/a.jpg', bytes(jpeg, { etag: '"1"' }))
    const before = start(['/a.jpg'])
    const old = await before.get(0, 'preview')
    await before.service.close()
    clock += week
    server.answers.set('/a.jpg', bytes(jpeg.subarray(0, jpeg.length / 2)))
    const { service, get } = start(['/a.jpg'])
    expect(await get(0, 'preview')).toEqual(old)
    await vi.waitFor(() => expect(asked()).toHaveLength(2))
    await service.close()
    expect(await start(['/a.jpg']).get(0, 'preview')).toEqual(old)
  })
})
