import type { Page } from '@playwright/test'
import { words } from './words.ts'

export type Language = 'en' | 'tr'
export type Theme = 'light' | 'dark'

export interface Look {
  language: Language
  theme: Theme
}

export const looks: readonly Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
  { language: 'tr', theme: 'dark' },
  { language: 'tr', theme: 'light' },
]

/** Goes to a screen by the rail, as a person does. */
export async function goTo(page: Page, language: Language, screen: 'items' | 'sync' | 'settings'): Promise<void> {
  const t = words(language)
  await page
    .getByRole('navigation')
    .getByRole('link', { name: t(`common.${screen}`) })
    .click()
}

/** Changes language and theme in Settings; answers when the page shows both. */
export async function changeLook(page: Page, from: Look, to: Look): Promise<void> {
  await goTo(page, from.language, 'settings')
  const choose = (group: string, option: string) =>
    page
      .getByRole('radiogroup', { name: group })
      .getByRole('radio', { name: option, exact: true })
      .check()
  const before = words(from.language)
  if (from.theme !== to.theme) {
    await choose(before('settings.theme'), before(`settings.themes.${to.theme}`))
    await page.locator(`html[data-theme=${to.theme}]`).waitFor()
  }
  if (from.language !== to.language) {
    await choose(before('settings.language'), before(`settings.languageNames.${to.language}`))
    await page.locator(`html[lang=${to.language}]`).waitFor()
  }
}
