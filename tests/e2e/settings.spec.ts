import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { connectToStore, rows, waitForCompleteSync } from '../support/steps.ts'

const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }

test('language and theme change at once and stay', async ({ userData, store }) => {
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
  await page.keyboard.press('ControlOrMeta+Comma')
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('radio', { name: 'Türkçe' }).check()
  await expect(page.locator('html')).toHaveAttribute('lang', 'tr')
  await expect(page.getByRole('heading', { name: 'Dil ve görünüm' })).toBeVisible()
  await app.close()
  const again = await launch({ userData, env })
  const second = await mainWindow(again)
  await expect(second.locator('html')).toHaveAttribute('lang', 'tr')
  await expect(second.locator('html')).toHaveAttribute('data-theme', 'dark')
  await again.close()
})

test('signing out with the copy leaves nothing of the store', async ({ userData, store }) => {
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
  await waitForCompleteSync(page, 600)
  await page.keyboard.press('ControlOrMeta+Comma')
  await page.getByRole('button', { name: 'Sign out' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Delete the copy too' }).check()
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('button', { name: 'Open the sample store' })).toBeVisible()
  await expect.poll(() => readdirSync(join(userData, 'stores'))).toEqual([])
  expect(readFileSync(join(userData, 'stores.json'), 'utf8')).not.toContain(store.origin)
  await app.close()
})

test('the main job by keyboard alone', async ({ userData, store }) => {
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
  await waitForCompleteSync(page, 600)
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type('gömlek')
  await expect(rows(page).first().locator('mark').first()).toHaveText(/gömlek/i)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  const grid = page.getByRole('grid')
  const last = await grid.getAttribute('aria-rowcount')
  await expect(grid.locator(`[aria-rowindex="${last}"]`)).toBeVisible()
  const activeId = await grid.getAttribute('aria-activedescendant')
  await expect(grid.locator(`[id="${activeId}"]`)).toHaveAttribute('aria-rowindex', last ?? '')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary')).toBeFocused()
  await app.close()
})
