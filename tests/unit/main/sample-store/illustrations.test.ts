import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createSampleCatalogue } from '../../../../src/main/sample-store/generator.ts'
import { paletteOf } from '../../../../src/main/sample-store/illustrations/palette.ts'
import { createStudio } from '../../../../src/main/sample-store/illustrations/studio.ts'
import { pictureAt, picturePath, pictureViews } from '../../../../src/main/sample-store/picture-paths.ts'

const catalogue = createSampleCatalogue({ items: 1, imageOrigin: null })
const all = Array.from({ length: catalogue.productCount }, (_, index) => catalogue.product(index))
const studio = createStudio()

describe('the studio', () => {
  it('can draw every product from every side, and the names in a drawing are its own', () => {
    const drawn = new Set<string>()
    for (const product of all) {
      for (const view of pictureViews) {
        const name = studio.nameOf(product, view)
        if (drawn.has(name)) continue
        drawn.add(name)
        const drawing = studio.svg(product, view)
        const ids = [...drawing.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
        const used = [...drawing.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id!)
        expect(new Set(ids).size, name).toBe(ids.length)
        expect(
          used.filter((id) => !ids.includes(id)),
          name,
        ).toEqual([])
        expect(drawing, name).not.toMatch(/undefined|NaN|<text/)
      }
    }
    expect(drawn.size).toBeGreaterThan(300)
  })

  it('takes a JPEG of 1200 x 1500, in the product’s colour', async () => {
    const product = all.find(({ family, colour }) => family?.kind === 'tshirt' && colour.id === 'kirmizi')!
    const picture = sharp(await studio.jpeg(product, 'front'))
    expect(await picture.metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 1500 })
    // `stats` looks at what was read, not at what was cut out of it.
    const cutOut = await picture.extract({ left: 560, top: 700, width: 80, height: 80 }).png().toBuffer()
    const chest = await sharp(cutOut).stats()
    const [red, green, blue] = chest.channels.map(({ mean }) => mean)
    expect(red! - Math.max(green!, blue!)).toBeGreaterThan(60)
  })

  it('takes each picture once', async () => {
    const [product] = all
    const [one, two] = await Promise.all([studio.jpeg(product!, 'front'), studio.jpeg(product!, 'front')])
    expect(one).toBe(two)
  })
})

it('sets light products before a deeper tone than dark ones', () => {
  expect(paletteOf('#ffffff').isLight).toBe(true)
  expect(paletteOf('#2b313c').isLight).toBe(false)
  expect(paletteOf('#ffffff').backdrop[1] < paletteOf('#2b313c').backdrop[1]).toBe(true)
})

describe('addresses of pictures', () => {
  it('lead back to their product and view', () => {
    for (const product of [0, 7, 999, 49_999]) {
      for (const view of pictureViews)
        expect(pictureAt(picturePath(product, view))).toEqual({ product, view })
    }
  })

  it('are not guessed', () => {
    const path = picturePath(3, 'front')
    for (const other of [
      path.replace('/4/', '/5/'),
      path.replace('.jpg', '.png'),
      `${path}/`,
      '/products/',
      '/products/../x',
    ]) {
      expect(pictureAt(other), other).toBeNull()
    }
  })
})
