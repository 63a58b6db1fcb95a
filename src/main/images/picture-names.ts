import { createHash } from 'node:crypto'
import type { ImageSize } from '../../shared/image-path.ts'
import { renditions } from './rendition.ts'

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 40)

/** The group of a store's files. Hashes, so that nothing from outside becomes part of a path. */
export const groupOf = (storeKey: string): string => hash(storeKey)

/** What the files of one picture are called. */
export interface PictureNames {
  /** What the server sent, byte by byte: previews, and later the full size, are made of it offline. */
  readonly original: string
  /** The server's validators and the time of the last check. */
  readonly origin: string
  readonly size: (size: ImageSize) => string
}

export function pictureNames(storeKey: string, url: string): PictureNames {
  const base = `${groupOf(storeKey)}/${hash(url)}`
  return {
    original: `${base}.original`,
    origin: `${base}.origin.json`,
    size: (size) => `${base}${renditions[size].suffix}`,
  }
}
