import type { StoreKey } from './stores.ts'

/** `thumb`: fits 160 x 160 px, for the grid. `preview`: fits 1024 x 1024 px, for the detail pane and the zoom. */
export const imageSizes = ['thumb', 'preview'] as const
export type ImageSize = (typeof imageSizes)[number]

/** Where the renderer finds a picture: the app's own scheme serves it, from disk when offline. */
export function imagePath(storeKey: StoreKey, imageId: number, size: ImageSize): string {
  return `/images/${encodeURIComponent(storeKey)}/${imageId}?size=${size}`
}

export interface ImageAddress {
  storeKey: StoreKey
  imageId: number
  size: ImageSize
}

/** The way back: what a path and query of `imagePath` name, or null where they are not of that form. */
export function parseImagePath(pathname: string, size: string | null): ImageAddress | null {
  const match = /^\/images\/([A-Za-z0-9._-]{1,255})\/(\d{1,15})$/.exec(pathname)
  const known = imageSizes.find((one) => one === size)
  if (!match?.[1] || !match[2] || !known) return null
  return { storeKey: match[1], imageId: Number(match[2]), size: known }
}
