/** What a person does in the app, in the words that the screen has for it (English). */
import { expect } from '@playwright/test'
import type { ElectronApplication, Locator, Page } from '@playwright/test'

export interface Connection {
  address: string
  token: string
  /** Where there is no keychain: the way on that the app offers then. */
  sessionOnly?: boolean
}

export async function fillConnectForm(page: Page, { address, token }: Connection): Promise<void> {
  await page.getByLabel('Address of the store').fill(address)
  await page.getByLabel('Token', { exact: true }).fill(token)
  await page.getByRole('button', { name: 'Test and save' }).click()
}

/** Connects, and comes to the Items screen. */
export async function connectToStore(page: Page, connection: Connection): Promise<void> {
  await fillConnectForm(page, connection)
  if (connection.sessionOnly) await page.getByRole('button', { name: 'Keep for this session only' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
}

/** Waits until the first sync has ended well and the list counts every item. */
export async function waitForCompleteSync(page: Page, items: number): Promise<void> {
  await expect(statusChip(page)).toContainText('Online · synced', { timeout: 60_000 })
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(items + 1))
}

export function statusChip(page: Page): Locator {
  return page.locator('header [data-tone]').first()
}

export function searchBox(page: Page): Locator {
  return page
    .getByRole('searchbox')
    .or(page.getByRole('combobox', { name: /search/i }))
    .first()
}

/** The lines of the list that are drawn, without its head. */
export function rows(page: Page): Locator {
  return page.getByRole('grid').locator('[role=row][aria-selected]')
}

/** How many pictures below `within` are really there. */
function shownPictures(within: Locator): Promise<number> {
  return within
    .locator('img')
    .evaluateAll((images: HTMLImageElement[]) => images.filter(({ naturalWidth }) => naturalWidth > 0).length)
}

/** Waits for pictures below `within`; they are drawn, fetched and made smaller first. */
export async function waitForPictures(within: Locator, atLeast = 1): Promise<void> {
  await expect.poll(() => shownPictures(within), { timeout: 40_000 }).toBeGreaterThanOrEqual(atLeast)
}

export type Preset = 'Excel – Türkiye' | 'Excel – English' | 'Data'

export interface ExportWishes {
  /** Where the save dialog is answered to put it. */
  file: string
  preset: Preset
  /** Every column under its API name, instead of those shown under their labels. */
  everything?: boolean
}

/** Exports what is shown, by the dialog that Ctrl/Cmd+E opens, and closes it again. */
export async function exportShown(app: ElectronApplication, page: Page, wishes: ExportWishes): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, wishes.file)
  await page.keyboard.press('ControlOrMeta+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: wishes.preset }).check()
  // The dialog remembers what was chosen last.
  await dialog.getByRole('radio', { name: wishes.everything ? /^All \(/ : /^As shown/ }).check()
  await dialog.getByRole('radio', { name: wishes.everything ? 'As in the API' : 'In your language' }).check()
  await dialog.getByRole('button', { name: 'Choose a place…' }).click()
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
}

/** Opens a filter's choices and ticks some of them; they stay open. */
export async function chooseInFilter(page: Page, filter: string, ...choices: string[]): Promise<void> {
  const bar = page.getByRole('group', { name: 'Filters and result' })
  await bar.getByRole('button', { name: filter, exact: true }).click()
  for (const choice of choices)
    await bar
      .getByRole('group', { name: filter, exact: true })
      .getByRole('checkbox', { name: choice })
      .check()
}

/** The headers of the list's columns, from left to right. */
export function columnNames(page: Page): Promise<string[]> {
  return page.getByRole('grid').locator('[data-column] button').allInnerTexts()
}
