/**
 * The words of the program: one file an area and a language, `i18n/<language>/<area>.json`, found by name so that
 * nobody keeps a list. The key of a word is `<area>.<path>`.
 */
import { createI18n } from 'vue-i18n'
import type { Language } from '../../../shared/settings.ts'

interface Words {
  [key: string]: string | Words
}

const files = import.meta.glob<Words>('./*/*.json', { eager: true, import: 'default' })

function wordsOf(language: Language): Words {
  const words: Words = {}
  for (const [path, area] of Object.entries(files)) {
    const match = /^\.\/([a-z]+)\/([\w-]+)\.json$/.exec(path)
    if (match?.[1] === language && match[2]) words[match[2]] = area
  }
  return words
}

/** Every word of both languages, by language. */
export const messages: Record<Language, Words> = { en: wordsOf('en'), tr: wordsOf('tr') }

/** One for the app; tests make their own. */
export function createPacklightI18n(language: Language) {
  return createI18n({ legacy: false, locale: language, fallbackLocale: 'en', messages })
}
