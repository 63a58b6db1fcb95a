import { createDie } from './dice.ts'

/** The sides that a product is drawn from. `worn` is an item's own picture, beside those of its product. */
export const pictureViews = ['front', 'back', 'detail', 'label', 'parcel', 'worn'] as const
export type PictureView = (typeof pictureViews)[number]

/** What comes instead of a picture, so that the app can show that it copes. */
export type PictureFault = 'missing' | 'truncated' | 'page' | 'svg'

/** How many pictures a product has: 0 (rare) to 5. */
export function pictureCount(product: number): number {
  return product % 19 === 5 ? 0 : 1 + ((product * 7 + Math.floor(product / 12)) % 5)
}

/** A few products have a picture that is broken in one of the ways that shops break them. */
export function pictureFault(product: number, view: PictureView): PictureFault | null {
  if (view !== 'front') return null
  if (product % 61 === 40) return 'missing'
  const faults: Partial<Record<number, PictureFault>> = { 131: 'truncated', 257: 'page', 389: 'svg' }
  return faults[product % 420] ?? null
}

/** Where a picture lies, shaped as the OMS's own: "/products/2026/03/17/8/604303c1-e2f9-4e78-a666-….jpg". */
export function picturePath(product: number, view: PictureView): string {
  const month = String(1 + (product % 12)).padStart(2, '0')
  const date = String(1 + (product % 28)).padStart(2, '0')
  return `/products/2026/${month}/${date}/${product + 1}/${nameOf(product, view)}.jpg`
}

/** The picture that lies at a path; null where there is none. */
export function pictureAt(path: string): { product: number; view: PictureView } | null {
  const product = Number(/^\/products\/\d{4}\/\d\d\/\d\d\/(\d{1,9})\/[0-9a-f-]{36}\.jpg$/.exec(path)?.[1]) - 1
  const view = pictureViews.find((candidate) => product >= 0 && picturePath(product, candidate) === path)
  return view === undefined ? null : { product, view }
}

const firstDie = createDie(1, 'picture name, first half')
const secondDie = createDie(1, 'picture name, second half')

/** A name that looks like a random one and is always the same. */
function nameOf(product: number, view: PictureView): string {
  const number = product * pictureViews.length + pictureViews.indexOf(view)
  const first = hex(firstDie(number))
  const second = hex(secondDie(number))
  const third = hex(firstDie(-number - 1))
  return `${first}-${second.slice(0, 4)}-4${second.slice(5)}-a${third.slice(0, 3)}-${third.slice(3, 7)}${hex(secondDie(-number - 1))}`
}

/** A roll as eight hexadecimal digits. */
const hex = (roll: number) => (0x1_0000_0000 + roll * 0x1_0000_0000).toString(16).slice(1)
