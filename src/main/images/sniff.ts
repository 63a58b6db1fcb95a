/** The kinds of picture that are kept and decoded. Never SVG: it is a document, with scripts and addresses. */
export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/avif'

/** Bytes from the start that `sniffPicture` looks at. */
export const sniffLength = 64

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))

/** Whether an ISO media file ("ftyp" box) says that AVIF is among its brands. */
function hasAvifBrand(bytes: Uint8Array): boolean {
  if (ascii(bytes, 4, 8) !== 'ftyp') return false
  const boxEnd = Math.min(
    new DataView(bytes.buffer, bytes.byteOffset).getUint32(0),
    bytes.length,
    sniffLength,
  )
  // The major brand stands at 8, its version at 12, compatible brands from 16 on.
  for (const start of [8, ...range(16, boxEnd - 3, 4)]) {
    if (/^avi[fs]$/.test(ascii(bytes, start, start + 4))) return true
  }
  return false
}

function range(from: number, to: number, step: number): number[] {
  const numbers: number[] = []
  for (let number = from; number < to; number += step) numbers.push(number)
  return numbers
}

/**
 * What a file is by its first bytes, or null where it is none of ours. Servers say `image/jpeg` to error pages and
 * `application/octet-stream` to pictures, so their word does not count.
 */
export function sniffPicture(bytes: Uint8Array): PictureType | null {
  if (bytes.length < 12) return null
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'image/gif'
  return hasAvifBrand(bytes) ? 'image/avif' : null
}
