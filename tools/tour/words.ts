import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../src/renderer/src/i18n')
const areas = new Map<string, unknown>()

/** What the screen says in a language: `words('tr')('settings.theme')`. A missing text throws. */
export function words(language: 'en' | 'tr'): (key: string) => string {
  return (key) => {
    const [area = '', ...path] = key.split('.')
    const file = join(folder, language, `${area}.json`)
    if (!areas.has(file)) areas.set(file, JSON.parse(readFileSync(file, 'utf8')))
    let found = areas.get(file)
    for (const part of path) {
      found = typeof found === 'object' && found !== null ? Reflect.get(found, part) : undefined
    }
    if (typeof found !== 'string') throw new Error(`no text ${key} in ${language}`)
    return found
  }
}
