/** The tones that a drawing is made of: one colour in different light, and what stands behind it. */
export interface Palette {
  base: string
  light: string
  pale: string
  dark: string
  deep: string
  /** Thin lines: seams, stitches, edges. */
  seam: string
  /** Metal, wood, rubber: what is not dyed. */
  metal: string
  /** Behind the product: at the top, at the bottom. */
  backdrop: [top: string, bottom: string]
  floor: string
  isLight: boolean
}

type Rgb = [red: number, green: number, blue: number]

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb
const print = (rgb: number[]): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** `share` of `b` in `a`, from 0 to 1. */
export function blend(a: string, b: string, share: number): string {
  const other = parse(b)
  return print(parse(a).map((part, at) => part + ((other[at] ?? 0) - part) * share))
}

function luminance(hex: string): number {
  const [red, green, blue] = parse(hex)
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
}

/** @param hex the product's colour, "#2b313c" */
export function paletteOf(hex: string): Palette {
  const brightness = luminance(hex)
  const isLight = brightness > 0.78
  // White on white would vanish: light products stand before a deeper tone, dark ones before a pale one.
  const wall = isLight ? blend('#b4bfcc', hex, 0.25) : blend('#f1efeb', hex, 0.16)
  return {
    base: hex,
    light: blend(hex, '#ffffff', isLight ? 0.55 : 0.16),
    pale: blend(hex, '#ffffff', isLight ? 0.8 : 0.36),
    dark: blend(hex, isLight ? '#5d6470' : '#0d1018', isLight ? 0.16 : 0.24),
    deep: blend(hex, isLight ? '#5d6470' : '#0d1018', isLight ? 0.36 : 0.48),
    seam: brightness < 0.3 ? blend(hex, '#ffffff', 0.3) : blend(hex, '#14161c', 0.3),
    metal: '#c9a75f',
    backdrop: [blend(wall, '#ffffff', 0.35), wall],
    floor: blend(wall, '#30343c', 0.1),
    isLight,
  }
}
