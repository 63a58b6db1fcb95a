/** The Items screen in the states that are hard to get right. */
import type { Page } from '@playwright/test'

export interface Shot {
  name: string
  scenario: string
  /** Which entry of the rail, by its address; none: the first screen. */
  screen?: string
  /** Of the preview's address: `density=compact`. */
  also?: string
  act?: (page: Page) => Promise<void>
}

const search = (text: string) => (page: Page) => page.locator('input[type=search]').fill(text)
/** The filter chips and what stands beside them, by their places. */
const chip = (page: Page, place: number) => page.locator('[role=group] button[aria-expanded]').nth(place)
const allColumns = async (page: Page): Promise<void> => {
  await page.locator('.columns > button[aria-expanded]').click()
  const hidden = page.locator('[role=group] ul input[type=checkbox]')
  while ((await hidden.count()) > 0) await hidden.first().click()
  await page.keyboard.press('Escape')
}
const setStates = async (page: Page): Promise<void> => {
  await chip(page, 0).click()
  await page.locator('[role=group] [role=group] input').nth(0).check()
  await page.locator('[role=group] [role=group] input').nth(2).check()
}
const saveView = async (page: Page, name: string): Promise<void> => {
  await page.locator('nav button.save').click()
  await page.locator('dialog[open] input').fill(name)
  await page.locator('dialog[open] button[type=submit]').click()
  await page.locator('.toast button').last().click()
}

export const itemShots: Shot[] = [
  { name: 'items', scenario: 'online' },
  {
    name: 'items-design',
    scenario: 'online',
    act: async (page) => {
      await setStates(page)
      await page.keyboard.press('Escape')
      await search('keten göm')(page)
      await page.locator('[role=gridcell] input').first().click()
    },
  },
  { name: 'items-compact', scenario: 'online', also: 'density=compact', act: search('keten') },
  { name: 'items-state', scenario: 'online', act: setStates },
  { name: 'items-date', scenario: 'online', act: (page) => chip(page, 3).click() },
  {
    name: 'items-amount',
    scenario: 'online',
    act: async (page) => {
      await chip(page, 4).click()
      await page.locator('input[inputmode=decimal]').first().fill('299')
      await page.locator('input[inputmode=decimal]').last().fill('5x')
    },
  },
  {
    name: 'items-more',
    scenario: 'online',
    act: async (page) => {
      await setStates(page)
      await page.keyboard.press('Escape')
      await chip(page, 6).click()
      await page.locator('.names button').nth(1).click()
      await page.locator('[role=group] [role=group] input').last().check()
      await page.keyboard.press('Escape')
      await page.locator('button.more').click()
    },
  },
  { name: 'items-columns', scenario: 'online', act: (page) => page.locator('.columns > button').click() },
  {
    name: 'items-wide',
    scenario: 'online',
    act: async (page) => {
      await allColumns(page)
      await page.locator('[role=grid]').focus()
      for (let cell = 0; cell < 12; cell++) await page.keyboard.press('ArrowRight')
    },
  },
  { name: 'items-save', scenario: 'online', act: (page) => page.locator('nav button.save').click() },
  {
    name: 'items-views',
    scenario: 'online',
    act: async (page) => {
      await setStates(page)
      await page.keyboard.press('Escape')
      await saveView(page, 'Hazırlananlar')
      await saveView(page, 'Late orders of the İstanbul depot')
      await search('deri')(page)
      await page.locator('.saved.open .opener').click()
    },
  },
  {
    name: 'items-selected',
    scenario: 'offline',
    act: async (page) => {
      await page.locator('[role=columnheader] input').check()
      await page.locator('[role=gridcell] input').nth(1).click()
    },
  },
  {
    name: 'items-nothing',
    scenario: 'online',
    act: async (page) => {
      await setStates(page)
      await page.keyboard.press('Escape')
      await search('there is no such thing')(page)
    },
  },
  {
    name: 'items-keys',
    scenario: 'online',
    act: async (page) => {
      await page.locator('[role=grid]').focus()
      await page.keyboard.press('?')
    },
  },
]
