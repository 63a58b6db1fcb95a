import type { Locator, Page } from '@playwright/test'
import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import {
  connectToStore,
  rows,
  searchBox,
  statusChip,
  waitForCompleteSync,
  waitForPictures,
} from '../support/steps.ts'

const noKeyring = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }

const preview = (page: Page): Locator =>
  page.getByRole('complementary').getByRole('button', { name: 'Zoom picture' })

test('a relaunch without the store shows everything, pictures too', async ({ userData, store, keyring }) => {
  test.skip(keyring === null, 'needs a keyring of its own')
  const app = await launch({ userData, env: keyring?.env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token })
  await waitForCompleteSync(page, 600)
  await waitForPictures(page.getByRole('grid'), 6)
  await waitForPictures(preview(page))
  const seen = await rows(page).first().getByRole('gridcell').nth(2).innerText()
  await app.close()
  await store.close()

  const again = await launch({ userData, env: keyring?.env })
  const offline = await mainWindow(again)
  const grid = offline.getByRole('grid')
  await expect(rows(offline).first()).toContainText(seen.split('\n')[0] ?? '')
  await expect(grid).toHaveAttribute('aria-rowcount', '601')
  await waitForPictures(grid, 6)
  await waitForPictures(preview(offline))
  await expect(statusChip(offline)).toContainText(/^Offline since .+ · synced /)
  await expect(statusChip(offline)).toHaveAttribute('title', /^As of /)
  // It is said in one place; the list is not covered by it.
  await expect(offline.getByRole('alert')).toBeHidden()

  await searchBox(offline).fill('kemer')
  await expect(rows(offline).first().locator('mark').first()).toHaveText(/kemer/i)
  await rows(offline).first().click()
  const pane = offline.getByRole('complementary', { name: 'Item details' })
  await expect(pane.getByRole('heading', { level: 2 })).toHaveText(/kemer/i)
  await pane.getByText('Raw JSON').click()
  await expect(pane.locator('pre')).toContainText('"product": {')

  await searchBox(offline).fill('')
  await offline.getByRole('navigation', { name: 'Views' }).getByRole('button').nth(1).click()
  await expect(grid).not.toHaveAttribute('aria-rowcount', '601')
  await expect(rows(offline).first()).toBeVisible()
  await again.close()
})

test('a revoked token signs out, keeps the copy, and a new one goes on', async ({ userData, store }) => {
  const app = await launch({ userData, env: noKeyring })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
  await waitForCompleteSync(page, 600)
  store.setToken('a-new-token-for-the-store')
  store.addItems(1)
  await page.keyboard.press('ControlOrMeta+r')
  await expect(statusChip(page)).toContainText('Signed out')
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '601')
  await searchBox(page).fill('kemer')
  await expect(rows(page).first().locator('mark').first()).toHaveText(/kemer/i)
  await searchBox(page).fill('')

  await page.getByRole('link', { name: 'Sync', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('does not accept this token')
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await page.getByLabel('Token', { exact: true }).fill('a-new-token-for-the-store')
  await page.getByRole('button', { name: 'Test and save' }).click()
  await page.getByRole('button', { name: 'Keep for this session only' }).click()
  await waitForCompleteSync(page, 601)
  await app.close()
})
