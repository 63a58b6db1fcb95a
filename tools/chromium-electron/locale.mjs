// The languages of the system, from the environment as on Linux, or from --lang.

/** Locales that Chromium has by region; of every other language it has one. */
const regional = new Set(['en-US', 'en-GB', 'es-419', 'pt-BR', 'pt-PT', 'zh-CN', 'zh-TW'])

/** "tr_TR.UTF-8@euro" -> "tr-TR"; undefined for "C", "POSIX" and nothing. */
export function tagOf(posix = '') {
  const [name] = posix.split(/[.@]/)
  if (!name || name === 'C' || name === 'POSIX') return undefined
  const [language, region] = name.split(/[_-]/)
  return region ? `${language.toLowerCase()}-${region.toUpperCase()}` : language.toLowerCase()
}

/**
 * @param {{ LC_ALL?: string, LC_MESSAGES?: string, LANG?: string, LANGUAGE?: string }} environment
 * @param {string} [lang] of --lang
 * @returns {{ locale: string, system: string, preferred: string[], country: string }}
 *   `locale` is Chromium's own ("tr"), `system` has the region ("tr-TR"), `country` is "TR" or ''
 */
export function localesOf(environment, lang) {
  const system = tagOf(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG) ?? 'en-US'
  const named = (environment.LANGUAGE ?? '').split(':').map((name) => tagOf(name))
  const preferred = [...new Set([...named, system])].filter((tag) => tag !== undefined)
  const chosen = tagOf(lang) ?? preferred[0]
  const [language] = chosen.split('-')
  const locale = regional.has(chosen) ? chosen : language === 'en' ? 'en-US' : language
  return { locale, system, preferred, country: system.split('-')[1] ?? '' }
}
