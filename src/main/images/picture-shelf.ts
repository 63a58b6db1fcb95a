/** One picture's files in the cache: the original, what the server said of its version, and its sizes. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { ImageSize } from '../../shared/image-path.ts'
import type { Validators } from './download.ts'
import type { FileCache } from './file-cache.ts'
import type { ImageAnswer } from './image-answer.ts'
import type { PictureNames } from './picture-names.ts'
import { render, renditions } from './rendition.ts'

const originSchema = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Milliseconds since 1970. */
  checkedAt: z.number(),
})
export type Origin = z.infer<typeof originSchema>

/** A size of the picture, where it is on disk. */
export async function findSize(
  files: FileCache,
  names: PictureNames,
  size: ImageSize,
): Promise<Extract<ImageAnswer, { kind: 'picture' }> | null> {
  const found = await files.find(names.size(size))
  return found && { kind: 'picture', contentType: renditions[size].contentType, ...found }
}

/** What is known of the version that is held; null where nothing is, or it cannot be read. */
export async function readOrigin(files: FileCache, names: PictureNames): Promise<Origin | null> {
  const found = await files.find(names.origin)
  if (!found) return null
  try {
    return originSchema.parse(JSON.parse(await readFile(found.path, 'utf8')))
  } catch {
    return null
  }
}

export async function writeOrigin(
  files: FileCache,
  names: PictureNames,
  { etag, lastModified }: Validators,
  checkedAt: number,
  signal: AbortSignal,
): Promise<void> {
  const origin: Origin = { etag, lastModified, checkedAt }
  await files.put(names.origin, Buffer.from(JSON.stringify(origin)), signal)
}

/** The reason of a picture whose bytes cannot be decoded: cut off, damaged, or with too many pixels. */
export class UndecodablePicture extends Error {}

/** Makes a size and keeps it. Throws `UndecodablePicture`, or what the disk threw. */
export async function makeSize(
  files: FileCache,
  names: PictureNames,
  source: Uint8Array | string,
  size: ImageSize,
  signal: AbortSignal,
): Promise<void> {
  const bytes = await render(source, size).catch((cause: unknown) => {
    throw new UndecodablePicture('The picture cannot be decoded', { cause })
  })
  await files.put(names.size(size), bytes, signal)
}
