/** What a person does in the app, in the words that the screen has for it (English). */
import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

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
