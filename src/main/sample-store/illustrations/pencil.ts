import type { Palette } from './palette.ts'

/** All drawings share this canvas; `middle` is its vertical axis. */
export const canvas = { width: 1200, height: 1500 }
const middle = canvas.width / 2

/** A line to (dx, y), or a cubic curve (two control points before it). `dx` counts from the middle. */
type Step = [dx: number, y: number] | [number, number, number, number, dx: number, y: number]

/** A closed outline that is the same on both sides: given is the right half, from the top to the bottom. */
export function mirrored(start: [dx: number, y: number], ...steps: Step[]): string {
  const at = (dx: number, y: number) => `${middle + dx} ${y}`
  const ends = [start, ...steps.map((step) => step.slice(-2) as [number, number])]
  const right = steps.map((step) =>
    step.length === 2
      ? `L${at(step[0], step[1])}`
      : `C${at(step[0], step[1])} ${at(step[2], step[3])} ${at(step[4], step[5])}`,
  )
  const left = steps
    .map((step, number) => {
      const [dx, y] = ends[number] ?? start
      return step.length === 2
        ? `L${at(-dx, y)}`
        : `C${at(-step[2], step[3])} ${at(-step[0], step[1])} ${at(-dx, y)}`
    })
    .reverse()
  const [lastX, lastY] = ends.at(-1) ?? start
  return `M${at(...start)}${right.join('')}L${at(-lastX, lastY)}${left.join('')}Z`
}

/** The same drawing seen in a mirror. */
export const flipped = (drawing: string): string =>
  `<g transform="translate(${canvas.width} 0) scale(-1 1)">${drawing}</g>`

export interface BodyOptions {
  /** Colour in the light and in the shade; by default the palette's. */
  from?: string
  to?: string
  /** Drawn on the body and cut off at its outline. */
  inside?: string
  /** Whether it throws a soft shadow on what lies below. Default: yes. */
  shadow?: boolean
}

/** Draws with one palette. */
export interface Pencil {
  palette: Palette
  /** A filled shape, lit from the upper left. */
  body: (outline: string, options?: BodyOptions) => string
  /** A seam or an edge. */
  line: (
    path: string,
    options?: { width?: number; colour?: string; dash?: string; opacity?: number },
  ) => string
  /** A soft fold in cloth or a shade on a curve, to be used inside a body. */
  fold: (path: string, width?: number, colour?: string, opacity?: number) => string
  /** The shadow of something that stands: an ellipse on the floor. */
  ground: (x: number, y: number, radiusX: number, radiusY: number, opacity?: number) => string
}

/** @param signature begins the names in the drawing, so that two pencils can work on one picture */
export function createPencil(palette: Palette, signature: string): Pencil {
  let bodies = 0
  let folds = 0
  return {
    palette,
    body(outline, { from = palette.light, to = palette.dark, inside = '', shadow = true } = {}) {
      bodies += 1
      const name = `${signature}${bodies}`
      return (
        `<defs><linearGradient id="${name}" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/>` +
        `<stop offset="1" stop-color="${to}"/></linearGradient><clipPath id="${name}cut"><path d="${outline}"/></clipPath></defs>` +
        (shadow ? shadowOf(outline, name) : '') +
        `<path d="${outline}" fill="url(#${name})"/><g clip-path="url(#${name}cut)">${inside}</g>`
      )
    },
    line: (path, { width = 5, colour = palette.seam, dash = '', opacity = 0.75 } = {}) =>
      `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" stroke-opacity="${opacity}"${dash && ` stroke-dasharray="${dash}"`}/>`,
    fold(path, width = 44, colour = '#0b0e15', opacity = 0.16) {
      folds += 1
      const name = `${signature}fold${folds}`
      return (
        `<defs><linearGradient id="${name}" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${colour}" stop-opacity="0"/>` +
        `<stop offset=".3" stop-color="${colour}"/><stop offset=".7" stop-color="${colour}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></linearGradient></defs>` +
        soften(path, 6, width * 1.8, opacity / 5.2, `url(#${name})`)
      )
    },
    ground: (x, y, radiusX, radiusY, opacity = 0.42) =>
      `<ellipse cx="${x}" cy="${y}" rx="${radiusX}" ry="${radiusY}" fill="url(#ground)" opacity="${opacity}"/>`,
  }
}

/** Strokes over each other look as soft as a blur filter, and cost a tenth of it. */
function soften(path: string, strokes: number, widest: number, opacity: number, colour: string): string {
  const widths = Array.from({ length: strokes }, (_, at) => (widest * (at + 0.5)) / strokes)
  return (
    `<g fill="none" stroke="${colour}" stroke-opacity="${opacity}" stroke-linejoin="round" stroke-linecap="round">` +
    widths.map((width) => `<path d="${path}" stroke-width="${width}"/>`).join('') +
    '</g>'
  )
}

/** Soft outside the outline and even within: a stroke's inner half would leave a bright rim. */
function shadowOf(outline: string, name: string): string {
  return (
    `<defs><clipPath id="${name}out"><path clip-rule="evenodd" d="M-200 -200H1400V1700H-200Z${outline}"/></clipPath></defs>` +
    `<g transform="translate(8 22)"><g clip-path="url(#${name}out)">${soften(outline, 10, 96, 0.024, '#10141c')}</g>` +
    `<path d="${outline}" fill="#10141c" fill-opacity=".22"/></g>`
  )
}

/** Dots along a line: buttons, studs, eyelets. */
export function dots(
  places: readonly [x: number, y: number][],
  radius: number,
  fill: string,
  edge = '#00000055',
): string {
  return places
    .map(
      ([x, y]) =>
        `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" stroke="${edge}" stroke-width="3"/>`,
    )
    .join('')
}
