/** The pictures of a gallery: the product itself, its material, its label, its parcel. */
import { materialOf } from './materials.ts'
import type { Palette } from './palette.ts'
import { createPencil, dots, type Pencil } from './pencil.ts'

const whole = 'M0 0 H1200 V1500 H0Z'
const sheen =
  '<rect width="1200" height="1500" fill="url(#sheen)"/><rect width="1200" height="1500" fill="url(#vignette)"/>'

/** The material, with a stitched flap across it. */
export function detailView(material: string, palette: Palette): string {
  return materialOf(material, palette) + (material === 'ceramic' ? '' : flapOf(material, palette)) + sheen
}

function flapOf(material: string, palette: Palette): string {
  const { line, fold } = createPencil(palette, 'detail')
  const edge = 'M-40 1040 C400 960 800 910 1240 930'
  // Grain has no direction, and to draw it twice would take twice as long.
  const turned =
    material === 'leather'
      ? '<rect y="900" width="1200" height="600" fill="#ffffff" opacity=".05"/>'
      : `<g transform="translate(-13 -7) scale(1.22)">${materialOf(material, palette, 'flapweave')}</g>`
  return (
    fold(edge, 70, '#0b0e15', 0.5) +
    `<defs><clipPath id="flapcut"><path d="${edge} L1240 1560 L-40 1560Z"/></clipPath></defs><g clip-path="url(#flapcut)">${turned}</g>` +
    [1010, 1100]
      .map((y) =>
        line(`M-40 ${y + 80} C400 ${y} 800 ${y - 50} 1240 ${y - 30}`, {
          width: 13,
          colour: palette.pale,
          dash: '46 26',
          opacity: 0.95,
        }),
      )
      .join('')
  )
}

/** A swing tag on the material. It has bars and signs but no words: those would need fonts. */
export function labelView(material: string, palette: Palette): string {
  const pencil = createPencil(palette, 'label')
  const paper =
    'M440 330 L760 330 L880 470 L880 1230 C880 1250 866 1264 846 1264 L354 1264 C334 1264 320 1250 320 1230 L320 470Z'
  let x = 400
  const bars = Array.from({ length: 34 }, (_, at) => {
    const width = 3 + ((at * 7) % 4) * 3
    x += width + 4 + ((at * 5) % 3) * 2
    return `<rect x="${x - width}" y="1020" width="${width}" height="150" fill="#23272f"/>`
  }).join('')
  const ink = { colour: '#3b424d', width: 8, opacity: 1 }
  const care =
    pencil.line('M400 800 l14 90 h92 l14 -90 M398 800 q30 26 60 0 t62 0', ink) +
    pencil.line('M560 890 l60 -100 l60 100Z', ink) +
    pencil.line('M830 840 a54 54 0 1 1 -108 0 a54 54 0 1 1 108 0 M738 878 l76 -76', ink)
  const mark = `<circle cx="600" cy="610" r="86" fill="${palette.isLight ? palette.deep : palette.base}"/><path d="M548 636 C570 560 600 560 612 610 C622 650 650 640 656 590" stroke="${palette.pale}" stroke-width="16" fill="none" stroke-linecap="round"/>`
  const string = pencil.line('M600 420 C560 260 640 160 560 -20 M600 420 C660 280 600 140 660 -20', {
    width: 9,
    colour: '#e8dcc0',
    opacity: 1,
  })
  return (
    materialOf(material, palette) +
    sheen +
    pencil.body(paper, { from: '#ffffff', to: '#e9e4da', inside: mark + care + bars }) +
    dots([[600, 420]], 26, palette.dark, '#b99a52') +
    string
  )
}

/** The product coming out of its box. */
export function parcelView(product: string, pencil: Pencil): string {
  const back = pencil.body('M210 760 L990 760 L990 1000 L210 1000Z', {
    from: '#a97c4f',
    to: '#8a6238',
    shadow: false,
  })
  const flaps =
    pencil.body('M210 760 L60 890 L130 960 L214 850Z', { from: '#d9b284', to: '#b98c5a' }) +
    pencil.body('M990 760 L1140 890 L1070 960 L986 850Z', { from: '#c99f6f', to: '#a97c4f' })
  const tape = '<path d="M560 820 L640 820 L640 1300 L560 1300Z" fill="#e8d6b4" opacity=".65"/>'
  const sticker =
    '<rect x="690" y="1060" width="220" height="150" rx="10" fill="#fbfaf6"/><path d="M716 1096 h120 M716 1126 h90" stroke="#3b424d" stroke-width="9" stroke-linecap="round"/><path d="M716 1160 v30 M728 1160 v30 M746 1160 v30 M756 1160 v30 M774 1160 v30 M792 1160 v30 M804 1160 v30 M824 1160 v30" stroke="#23272f" stroke-width="6"/>'
  const front = pencil.body('M210 820 L990 820 L970 1300 L230 1300Z', {
    from: '#dcb688',
    to: '#b58654',
    inside: tape + sticker,
  })
  return (
    pencil.ground(600, 1300, 520, 60, 0.6) +
    back +
    `<g transform="translate(192 150) scale(.68)">${product}</g>` +
    flaps +
    front
  )
}

/** The product as it was ordered: tied with a ribbon. */
export function ribbonView(product: string, { body, palette }: Pencil): string {
  const tone = palette.isLight ? { from: '#c8414b', to: '#8f2530' } : { from: '#e9c46a', to: '#b98a2c' }
  return (
    product +
    body('M-20 1010 L1220 890 L1220 970 L-20 1090Z', { ...tone }) +
    body('M600 980 C500 800 350 820 380 930 C400 1000 520 1010 600 980Z', { ...tone }) +
    body('M600 980 C680 780 850 780 830 890 C810 980 690 1000 600 980Z', { ...tone }) +
    body('M590 980 L500 1200 L560 1180 L600 1230 L630 990Z', { ...tone }) +
    body('M600 980 L740 1180 L760 1120 L820 1130 L640 960Z', { ...tone }) +
    dots([[602, 976]], 42, tone.from)
  )
}

/** Puts a drawing before its backdrop, with the lights and shadows that all drawings use. */
export function sceneOf(drawing: string, { backdrop, floor }: Palette): string {
  const stop = (offset: number, colour: string, opacity = 1) =>
    `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1500" viewBox="0 0 1200 1500"><defs>' +
    `<linearGradient id="wall" x1="0" y1="0" x2="0.3" y2="1">${stop(0, backdrop[0])}${stop(0.72, backdrop[1])}${stop(1, floor)}</linearGradient>` +
    `<radialGradient id="ground">${stop(0, '#0b0e15', 0.9)}${stop(0.6, '#0b0e15', 0.35)}${stop(1, '#0b0e15', 0)}</radialGradient>` +
    `<radialGradient id="glow">${stop(0, '#fff2c4', 0.9)}${stop(1, '#fff2c4', 0)}</radialGradient>` +
    `<radialGradient id="halo" cx=".38" cy=".3" r=".7">${stop(0, '#ffffff', 0.75)}${stop(1, '#ffffff', 0)}</radialGradient>` +
    `<linearGradient id="sheen" x1="0" y1="0" x2="1" y2="1">${stop(0, '#ffffff', 0.3)}${stop(0.5, '#ffffff', 0)}${stop(1, '#0b0e15', 0.28)}</linearGradient>` +
    `<radialGradient id="vignette" cx=".5" cy=".45" r=".8">${stop(0.6, '#0b0e15', 0)}${stop(1, '#0b0e15', 0.35)}</radialGradient>` +
    `</defs><path d="${whole}" fill="url(#wall)"/><path d="${whole}" fill="url(#halo)"/>${drawing}</svg>`
  )
}
