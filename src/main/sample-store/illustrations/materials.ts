/** What products are made of, seen from close by: patterns that fill the whole picture. */
import type { Palette } from './palette.ts'

/** @param name of the pattern within the drawing */
type Weave = (palette: Palette, name: string) => string

const tile = (name: string, width: number, height: number, content: string) =>
  `<defs><pattern id="${name}" width="${width}" height="${height}" patternUnits="userSpaceOnUse">${content}</pattern></defs>` +
  `<rect width="1200" height="1500" fill="url(#${name})"/>`

const linen: Weave = ({ base, light, dark }, name) =>
  tile(
    name,
    48,
    48,
    `<rect width="48" height="48" fill="${dark}"/><rect x="1" y="2" width="22" height="20" rx="6" fill="${light}"/><rect x="25" y="26" width="22" height="20" rx="6" fill="${light}"/>` +
      `<rect x="26" y="1" width="20" height="22" rx="6" fill="${base}"/><rect x="2" y="25" width="20" height="22" rx="6" fill="${base}"/>` +
      `<path d="M4 8 H20 M4 15 H20 M28 32 H44 M28 39 H44 M32 4 V20 M39 4 V20 M8 28 V44 M15 28 V44" stroke="${dark}" stroke-width="1.6" opacity=".6"/>`,
  )

const knit: Weave = ({ base, light, deep }, name) =>
  tile(
    name,
    72,
    58,
    `<rect width="72" height="58" fill="${deep}"/>` +
      [-58, 0, 58]
        .map(
          (y) =>
            `<path d="M4 ${y + 4} C20 ${y + 14} 30 ${y + 30} 35 ${y + 56}" stroke="${base}" stroke-width="25" stroke-linecap="round" fill="none"/><path d="M68 ${y + 4} C52 ${y + 14} 42 ${y + 30} 37 ${y + 56}" stroke="${light}" stroke-width="25" stroke-linecap="round" fill="none"/>` +
            `<path d="M10 ${y + 10} C22 ${y + 20} 28 ${y + 34} 31 ${y + 50} M62 ${y + 10} C50 ${y + 20} 44 ${y + 34} 41 ${y + 50}" stroke="${deep}" stroke-width="2" fill="none" opacity=".4"/>`,
        )
        .join(''),
  )

/** Diagonal threads. They are drawn in a straight tile: a turned pattern takes four times as long. */
const twill =
  (rise: 1 | -1): Weave =>
  ({ base, light, deep }, name) => {
    const thread = (x: number, colour: string) =>
      [-44, 0, 44]
        .map(
          (step) =>
            `<path d="M${x + step - 44} ${22 + 66 * rise} L${x + step + 88} ${22 - 66 * rise}" stroke="${colour}"/>`,
        )
        .join('')
    return tile(
      name,
      44,
      44,
      `<rect width="44" height="44" fill="${deep}"/><g stroke-width="12.5" stroke-linecap="butt" stroke-dasharray="27 4.11">${thread(0, base)}${thread(22, light)}</g>`,
    )
  }

const terry: Weave = ({ base, light, dark, pale }, name) =>
  tile(
    name,
    64,
    56,
    `<rect width="64" height="56" fill="${dark}"/>` +
      [
        [16, 16, base],
        [48, 16, light],
        [0, 44, light],
        [32, 44, base],
        [64, 44, light],
      ]
        .map(
          ([x = 0, y = 0, fill = base]) =>
            `<ellipse cx="${x}" cy="${y}" rx="19" ry="17" fill="${fill}" stroke="${dark}" stroke-width="3"/><path d="M${Number(x) - 9} ${Number(y) - 4} a10 9 0 0 1 14 -5" stroke="${pale}" stroke-width="4" fill="none" stroke-linecap="round"/>`,
        )
        .join(''),
  )

const mesh: Weave = ({ base, light, deep }, name) =>
  tile(
    name,
    60,
    60,
    `<rect width="60" height="60" fill="${base}"/>` +
      [
        [15, 15],
        [45, 45],
      ]
        .map(
          ([x = 0, y = 0]) =>
            `<circle cx="${x}" cy="${y}" r="13" fill="${deep}"/><path d="M${x - 13} ${y} a13 13 0 0 0 26 0" fill="none" stroke="${light}" stroke-width="4"/>`,
        )
        .join(''),
  )

/** Grain and glaze are noise under a lamp. */
const lit = (frequency: string, octaves: number, depth: number, { base }: Palette) =>
  `<defs><filter id="grain" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feTurbulence type="turbulence" baseFrequency="${frequency}" numOctaves="${octaves}" seed="7"/>` +
  `<feDiffuseLighting lighting-color="#ffffff" surfaceScale="${depth}" diffuseConstant="1.05"><feDistantLight azimuth="235" elevation="62"/></feDiffuseLighting></filter></defs>` +
  `<rect width="1200" height="1500" fill="${base}"/><rect width="1200" height="1500" filter="url(#grain)" opacity=".55" style="mix-blend-mode:multiply"/>`

const leather: Weave = (palette) => lit('0.028', 2, 9, palette)
const ceramic: Weave = (palette) =>
  lit('0.006', 2, 6, palette) +
  Array.from(
    { length: 120 },
    (_, at) =>
      `<circle cx="${(at * 379) % 1200}" cy="${(at * 911) % 1500}" r="${3 + (at % 5)}" fill="${palette.deep}" opacity=".6"/>`,
  ).join('')

const weaves: Partial<Record<string, Weave>> = {
  linen,
  knit,
  twill: twill(1),
  denim: twill(-1),
  terry,
  mesh,
  leather,
  ceramic,
}

/**
 * A material over the whole canvas.
 *
 * @param name of its pattern, where one drawing has two
 */
export function materialOf(material: string, palette: Palette, name = 'weave'): string {
  const weave = weaves[material]
  if (!weave) throw new RangeError(`nobody has drawn "${material}"`)
  return weave(palette, name)
}
