import { byId, catalogueData } from '../catalogue-data.ts'
import type { PictureView } from '../picture-paths.ts'
import type { SampleProduct } from '../product-range.ts'
import { paletteOf } from './palette.ts'
import { createPencil } from './pencil.ts'
import { sketchOf } from './sketches.ts'
import { detailView, labelView, parcelView, ribbonView, sceneOf } from './views.ts'

/** Takes the pictures of the products. */
export interface Studio {
  /** What tells one picture from another: products that look the same share it. */
  nameOf: (product: SampleProduct, view: PictureView) => string
  /** The picture as a drawing, 1200 x 1500. */
  svg: (product: SampleProduct, view: PictureView) => string
  /** The picture as a JPEG of 1200 x 1500 pixels. */
  jpeg(product: SampleProduct, view: PictureView): Promise<Buffer>
}

/** About 15 MB of pictures: all sides of what is on the screen, and the way back. */
const keptPictures = 240

export function createStudio(): Studio {
  /** Taken pictures and those being taken, the ones used last at the end. */
  const kept = new Map<string, Promise<Buffer>>()

  return {
    nameOf,
    svg,
    jpeg(product, view) {
      const name = nameOf(product, view)
      const picture = kept.get(name) ?? take(svg(product, view))
      kept.delete(name)
      kept.set(name, picture)
      picture.catch(() => kept.delete(name))
      const oldest = kept.keys().next()
      if (kept.size > keptPictures && !oldest.done) kept.delete(oldest.value)
      return picture
    },
  }
}

async function take(drawing: string): Promise<Buffer> {
  // Loaded with the first picture, so that the server starts at once.
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(drawing)).jpeg({ quality: 82, mozjpeg: false }).toBuffer()
}

function nameOf({ bundle, family, colour }: SampleProduct, view: PictureView): string {
  return [
    bundle ? bundle.parts.join('+') : (family?.kind ?? ''),
    family?.material ?? '',
    colour.id,
    view,
  ].join(' ')
}

function svg(product: SampleProduct, view: PictureView): string {
  const palette = paletteOf(product.colour.hex)
  const material =
    product.family?.material ??
    catalogueData.families.find(({ id }) => id === product.bundle?.parts[0])?.material ??
    'linen'
  switch (view) {
    case 'front':
    case 'back':
      return sceneOf(draw(product, view), palette)
    case 'detail':
      return sceneOf(detailView(material, palette), palette)
    case 'label':
      return sceneOf(labelView(material, palette), palette)
    case 'parcel':
      return sceneOf(parcelView(draw(product, 'front'), createPencil(palette, 'parcel')), palette)
    case 'worn':
      return sceneOf(ribbonView(draw(product, 'front'), createPencil(palette, 'ribbon')), palette)
  }
}

function draw({ family, bundle, colour }: SampleProduct, side: 'front' | 'back'): string {
  if (family) return sketchOf(family.kind)(createPencil(paletteOf(colour.hex), 'a'), side)
  const parts = bundle?.parts ?? []
  // The parts of a bundle lie over each other like a hand of cards; each in a colour of its own.
  const places = [
    'translate(-40 -30) scale(.74)',
    'translate(440 480) scale(.62)',
    'translate(70 760) scale(.46)',
  ]
  return parts
    .map((part, at) => {
      const { kind, colours } = byId(catalogueData.families, part)
      const own = at === 0 ? colour : byId(catalogueData.colours, colours[at % colours.length] ?? '')
      const drawing = sketchOf(kind)(createPencil(paletteOf(own.hex), `part${at}`), side)
      return `<g transform="${places[at] ?? ''}">${drawing}</g>`
    })
    .join('')
}
