import { parse } from '@vue/compiler-sfc'
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { messages } from '../../../src/renderer/src/i18n/index.ts'
import { errorCodes } from '../../../src/shared/result.ts'

interface Words {
  [key: string]: string | Words
}
function flat(words: Words, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(words)) {
    const key = path === '' ? name : `${path}.${name}`
    if (typeof value === 'string') found.set(key, value)
    else for (const [inner, text] of flat(value, key)) found.set(inner, text)
  }
  return found
}

const english = flat(messages.en)
const turkish = flat(messages.tr)
const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

const files = globSync('src/renderer/src/**/*.{vue,ts}', { cwd: process.cwd() })
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))

describe('the two languages', () => {
  it('say the same things', () => {
    expect([...turkish.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('name the same values', () => {
    for (const [key, text] of english)
      expect([key, holes(turkish.get(key) ?? '')]).toEqual([key, holes(text)])
  })

  it('leave nothing empty', () => {
    for (const [key, text] of [...english, ...turkish]) expect([key, text.trim()]).not.toEqual([key, ''])
  })

  it('have what happened, what it means and what to do for every error', () => {
    for (const code of errorCodes)
      for (const part of ['title', 'meaning', 'action']) {
        expect(english.has(`errors.${code}.${part}`), `${code}.${part}`).toBe(true)
        expect(turkish.has(`errors.${code}.${part}`), `${code}.${part}`).toBe(true)
      }
  })

  it('have words only for errors that exist', () => {
    const known = new Set(
      errorCodes.flatMap((code) => ['title', 'meaning', 'action'].map((p) => `errors.${code}.${p}`)),
    )
    expect([...english.keys()].filter((key) => key.startsWith('errors.') && !known.has(key))).toEqual([])
  })
})

describe('the words in use', () => {
  const all = [...sources.values()].join('\n')
  const areas = Object.keys(messages.en).join('|')

  it('exist, wherever a key is named', () => {
    const named = new Set(
      [...all.matchAll(new RegExp(`(?:'|keypath=")((?:${areas})\\.[\\w-]+(?:\\.[\\w-]+)*)['"]`, 'g'))].map(
        ([, key]) => key ?? '',
      ),
    )
    // 'items.query' and its like are names of requests and events.
    const asked = new Set([...all.matchAll(/(?:ask|listen)\(\s*'([\w.]+)'/g)].map(([, name]) => name ?? ''))
    expect([...named].filter((key) => !english.has(key) && !asked.has(key))).toEqual([])
  })

  it('are all of them', () => {
    const patterns = [...all.matchAll(new RegExp(`\`((?:${areas})\\.[^\`]*)\``, 'g'))].map(
      ([, pattern = '']) =>
        new RegExp(
          `^${pattern
            .split(/\$\{[^}]*\}/)
            .map((part) => part.replaceAll(/[.*+?^()|[\]\\]/g, '\\$&'))
            .join('.+')}$`,
        ),
    )
    const unused = [...english.keys()].filter(
      (key) =>
        !all.includes(`'${key}'`) &&
        !all.includes(`"${key}"`) &&
        !patterns.some((pattern) => pattern.test(key)),
    )
    expect(unused).toEqual([])
  })
})

interface TemplateNode {
  type: number
  content?: unknown
  children?: TemplateNode[]
  props?: { type: number; name: string; value?: { content: string } }[]
}

const elementType = 1
const textType = 2
const attributeType = 6
const shownAttributes = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'hint'])

/** Letters that a person would see although no translation gave them. */
function hardCoded(node: TemplateNode): string[] {
  const found: string[] = []
  if (node.type === textType && typeof node.content === 'string' && /\p{L}/u.test(node.content))
    found.push(node.content.trim())
  if (node.type === elementType)
    for (const prop of node.props ?? [])
      if (
        prop.type === attributeType &&
        shownAttributes.has(prop.name) &&
        /\p{L}/u.test(prop.value?.content ?? '')
      )
        found.push(`${prop.name}="${prop.value?.content ?? ''}"`)
  for (const child of node.children ?? []) found.push(...hardCoded(child))
  return found
}

describe('templates', () => {
  const views = [...sources].filter(([file]) => file.endsWith('.vue'))

  it('are found', () => {
    expect(views.length).toBeGreaterThan(20)
  })

  it.each(views)('%s shows no text of its own and no inline style', (_file, source) => {
    const template = parse(source).descriptor.template
    expect(template?.ast ? hardCoded(template.ast as unknown as TemplateNode) : []).toEqual([])
    expect(template?.content ?? '').not.toMatch(/\sstyle="/)
  })
})
