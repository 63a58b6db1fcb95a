/**
 * Pictures of products: fetched from wherever the OMS says, without the token, once; made small; kept on disk up
 * to a limit, so that they are there when the network is not.
 */
import { lookup } from 'node:dns/promises'
import type { ImageAddress, ImageSize } from '../../shared/image-path.ts'
import { openFileCache } from './file-cache.ts'
import type { ImageAnswer, ImageOutcome } from './image-answer.ts'
import { createLanes } from './lanes.ts'
import { parsePictureAddress } from './picture-address.ts'
import type { ResolveHost } from './picture-address.ts'
import { groupOf, pictureNames } from './picture-names.ts'
import { findSize, makeSize, UndecodablePicture } from './picture-shelf.ts'
import { createPictureSource } from './picture-source.ts'
import type { WantedPicture } from './picture-source.ts'

export interface ImageServiceOptions {
  /** Made with mode 0700 where it is not there. */
  folder: string
  /** Asked each time, because a person may change it. */
  limitBytes: () => number
  /** Must answer a redirect with its 3xx under `redirect: 'manual'`. */
  fetch: (url: string, init: RequestInit) => Promise<Response>
  /** The picture's address as the OMS gave it; null where the cache knows none. */
  urlOf: (storeKey: string, imageId: number) => Promise<string | null>
  /** The store's own origin: a private or loopback image host is allowed only if the store itself is there. */
  originOf: (storeKey: string) => string | null
  resolveHost?: ResolveHost
  /** Milliseconds since 1970. */
  now?: () => number
}

export interface ImageService {
  /** Rejects only where `signal` is aborted, `urlOf` rejects, or the service is closed. */
  get(address: ImageAddress, signal: AbortSignal): Promise<ImageAnswer>
  /** Bytes on disk, of all stores. */
  usedBytes(): Promise<number>
  /** Removes what is beyond the limit; to be called when the limit was lowered. */
  trim(): Promise<void>
  /** Removes the pictures of one store, or all. */
  clear(storeKey?: string): Promise<void>
  /** Ends what is under way. */
  close(): Promise<void>
}

/** Decoding shares four threads with all file access; two leave room. */
const rendersAtOnce = 2

const lookUpHost: ResolveHost = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address)

export function createImageService(options: ImageServiceOptions): ImageService {
  const { folder, limitBytes, fetch, resolveHost = lookUpHost, now = Date.now } = options
  let era = new AbortController()
  const files = openFileCache({ folder, limitBytes })
  const renders = createLanes<ImageOutcome>(rendersAtOnce)
  const source = createPictureSource({ files, fetch, resolveHost, now, renders, era: () => era.signal })

  /** Makes a size of the original on disk, where the download has not made it already. */
  async function makeFromOriginal(wanted: WantedPicture, size: ImageSize): Promise<ImageOutcome> {
    const { names } = wanted
    const { signal } = era
    if (await files.find(names.size(size))) return { kind: 'done' }
    const original = await files.find(names.original)
    if (!original) return { kind: 'unreachable' }
    try {
      await makeSize(files, names, original.path, size, signal)
      return { kind: 'done' }
    } catch (thrown) {
      return thrown instanceof UndecodablePicture ? source.reject(wanted) : { kind: 'unreachable' }
    }
  }

  return {
    async get({ storeKey, imageId, size }, signal) {
      const address = await options.urlOf(storeKey, imageId)
      if (address === null) return { kind: 'none' }
      const storeOrigin = options.originOf(storeKey)
      const url = parsePictureAddress(address, storeOrigin)
      if (!url) return { kind: 'broken', reason: 'bad-address' }
      const names = pictureNames(storeKey, url.href)
      const wanted: WantedPicture = { url, storeOrigin, names }

      const held = await findSize(files, names, size)
      if (held) {
        if (size === 'preview') void source.checkVersion(wanted)
        return held
      }
      if (!(await files.find(names.original))) {
        const fetched = await source.fetch(wanted, signal)
        if (fetched.kind !== 'done') return fetched
      }
      const made = await renders.run(names.size(size), 'all', signal, () => makeFromOriginal(wanted, size))
      if (made.kind !== 'done') return made
      return (await findSize(files, names, size)) ?? { kind: 'unreachable' }
    },

    usedBytes: () => files.usedBytes(),
    trim: () => files.trim(),

    async clear(storeKey) {
      era.abort()
      era = new AbortController()
      source.forget()
      await files.clear(storeKey === undefined ? undefined : groupOf(storeKey))
    },

    async close() {
      era.abort()
      await Promise.all([source.close(), renders.close()])
      await files.close()
    },
  }
}
