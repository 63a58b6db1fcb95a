import sharp from 'sharp'

/** A photo-like picture: noise does not compress, so that its size in bytes is like a photo's. */
export async function photo(width = 1200, height = 1500): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 20 } as const
  return sharp({ create: { width, height, channels: 3, noise, background: '#808080' } })
    .jpeg({ quality: 80 })
    .toBuffer()
}

export async function transparentPng(): Promise<Buffer> {
  const background = { r: 0, g: 0, b: 0, alpha: 0 }
  return sharp({ create: { width: 400, height: 200, channels: 4, background } })
    .png()
    .toBuffer()
}

/** A small file that would be 9,000 x 9,000 px when decoded. */
export async function pixelBomb(): Promise<Buffer> {
  return sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000000' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
}
