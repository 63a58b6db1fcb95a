import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/renderer/src/styles/tokens.css', 'utf8')

/** A token's colour in a theme, as [red, green, blue] from 0 to 1. */
function colour(token: string, theme: 'light' | 'dark'): number[] {
  const match = new RegExp(`--${token}: light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)`).exec(css)
  const hex = match?.[theme === 'light' ? 1 : 2]
  if (!hex) throw new Error(`no colour --${token}`)
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
}

/** WCAG 2.2: relative luminance. */
function luminance(rgb: number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string, theme: 'light' | 'dark'): number {
  const [darker = 0, lighter = 0] = [luminance(colour(one, theme)), luminance(colour(other, theme))].sort(
    (a, b) => a - b,
  )
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['ground', 'ground-sunken', 'ground-raised', 'ground-hover', 'ground-selected']
const texts = ['text', 'text-soft', 'text-faint', 'accent-text']
const tones = ['waiting', 'active', 'packed', 'done', 'problem', 'unknown']

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each(grounds.flatMap((ground) => texts.map((text) => [text, ground])))(
    '%s reads on %s',
    (text, ground) => {
      expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(tones)('the chip "%s" reads', (tone) => {
    expect(contrast(`tone-${tone}-text`, `tone-${tone}-ground`, theme)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ['text-on-accent', 'accent'],
    ['text-on-accent', 'accent-hover'],
    ['text-on-mark', 'mark'],
    ['danger', 'ground-raised'],
    ['text', 'tone-problem-ground'],
    ['text-soft', 'tone-problem-ground'],
  ])('%s reads on %s', (text, ground) => {
    expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ['line-strong', 'ground-field'],
    ['accent', 'ground'],
    ['accent', 'ground-sunken'],
  ])('%s is seen against %s', (line, ground) => {
    expect(contrast(line, ground, theme)).toBeGreaterThanOrEqual(3)
  })
})
