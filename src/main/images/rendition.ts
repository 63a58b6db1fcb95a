import type Sharp from 'sharp'
import type { ImageSize } from '../../shared/image-path.ts'

/** How a size is written: thumbnails small, previews quick (a JPEG takes a third of the time of a WebP). */
export const renditions = {
  thumb: { pixels: 160, suffix: '.thumb.webp', contentType: 'image/webp' },
  preview: { pixels: 1024, suffix: '.preview.jpg', contentType: 'image/jpeg' },
} as const satisfies Record<ImageSize, { pixels: number; suffix: string; contentType: string }>

/** 8,000 x 8,000: beyond any product photo; a decoded picture of this size takes 256 MB. */
export const mostPixels = 64_000_000

let loaded: Promise<typeof Sharp> | undefined

/** Loaded with the first picture: the library takes longer to load than the window to open. */
function loadSharp(): Promise<typeof Sharp> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    // Every picture is decoded once, so nothing is worth remembering; and the other core belongs to the person.
    sharp.cache(false)
    sharp.concurrency(1)
    return sharp
  })
  return loaded
}

/**
 * `source` (the bytes, or the path of an original) in a size: upright, within its square, never enlarged, the
 * first frame of an animation, on white where it is transparent, because dark goods on a dark theme would vanish.
 * Throws where it cannot be decoded to its end or has too many pixels.
 */
export async function render(source: Uint8Array | string, size: ImageSize): Promise<Uint8Array> {
  const sharp = await loadSharp()
  const { pixels } = renditions[size]
  const picture = sharp(source, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
    .autoOrient()
    .resize({ width: pixels, height: pixels, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
  return size === 'thumb'
    ? picture.webp({ quality: 78, effort: 2 }).toBuffer()
    : picture.jpeg({ quality: 84, chromaSubsampling: '4:4:4' }).toBuffer()
}
