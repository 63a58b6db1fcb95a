import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { sniffPicture } from '../../../../src/main/images/sniff.ts'

const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } })

describe('sniffPicture', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('knows a %s by its bytes', async (format) => {
    expect(sniffPicture(await picture().toFormat(format).toBuffer())).toBe(`image/${format}`)
  })

  it('finds AVIF among the compatible brands', () => {
    const box = Buffer.from('\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf', 'latin1')
    expect(sniffPicture(box)).toBe('image/avif')
  })

  it('looks for brands inside the box alone', () => {
    const box = Buffer.from('\0\0\0\x14ftypheic\0\0\0\0mif1avifmiaf', 'latin1')
    expect(sniffPicture(box)).toBeNull()
  })

  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<?xml version="1.0"?><svg/>',
    '<!doctype html><title>404</title>',
    '{"detail": "Not found."}',
    '%PDF-1.7 .......',
    'II*\0............',
    '\xff\xd8',
    '',
  ])('refuses %j', (text) => {
    expect(sniffPicture(Buffer.from(text, 'latin1'))).toBeNull()
  })

  it('reads no further than what is there', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.boolean(), (bytes, isMedia) => {
        if (isMedia && bytes.length >= 8) bytes.set(Buffer.from('ftyp'), 4)
        expect(() => sniffPicture(bytes)).not.toThrow()
      }),
    )
  })
})
