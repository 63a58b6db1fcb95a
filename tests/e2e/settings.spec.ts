import type { Page } from '@playwright/test'
import { startSampleStore } from '../../src/main/sample-store/sample-store.ts'
import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { connectToStore, fillConnectForm, rows, statusChip, waitForCompleteSync } from '../support/steps.ts'
import { filesWith } from '../support/token-hunt.ts'

const env = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }

const groundOf = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor)

test('language, theme and density change at once, and stay', async ({ userData, store }) => {
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
  await waitForCompleteSync(page, 600)
  const comfortable = (await rows(page).first().boundingBox())?.height ?? 0
  await page.keyboard.press('ControlOrMeta+Comma')
  const choose = (group: string, name: string) =>
    page.getByRole('radiogroup', { name: group }).getByRole('radio', { name }).check()

  await choose('Theme', 'Light')
  const light = await groundOf(page)
  await choose('Theme', 'Dark')
  await expect.poll(() => groundOf(page)).not.toBe(light)
  const dark = await groundOf(page)
  await choose('Density', 'Compact')
  await choose('Language', 'Türkçe')
  await expect(page.locator('html')).toHaveAttribute('lang', 'tr')
  await expect(page.getByRole('heading', { name: 'Dil ve görünüm' })).toBeVisible()
  await app.close()

  const again = await launch({ userData, env })
  const second = await mainWindow(again)
  await expect(second.getByRole('searchbox', { name: 'Kalemlerde ara' })).toBeVisible()
  expect(await groundOf(second)).toBe(dark)
  expect((await rows(second).first().boundingBox())?.height).toBeLessThan(comfortable)
  await again.close()
})

test('signing out keeps the copy or leaves nothing of it, as the person wishes', async ({
  userData,
  store,
}) => {
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
  await waitForCompleteSync(page, 600)
  const { host } = new URL(store.origin)
  const dialog = page.getByRole('dialog')
  const signOut = async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: /^(Sign out|Remove)$/ }).click()
  }

  await test.step('with the copy kept', async () => {
    await signOut()
    await expect(dialog.getByRole('radio', { name: 'Keep the copy' })).toBeChecked()
    await dialog.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByText(`Signed out of ${host}. The copy is kept.`)).toBeVisible()
    await page.getByRole('link', { name: 'Items' }).click()
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '601')
    await expect(statusChip(page)).toContainText('Signed out')
    const asked = { ...store.requests }
    await page.keyboard.press('ControlOrMeta+r')
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '601')
    expect(store.requests).toEqual(asked)
  })

  await test.step('with the copy deleted', async () => {
    await signOut()
    await expect(dialog).toContainText('The copy of its items and pictures is deleted')
    await dialog.getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByRole('heading', { name: 'Connect your store' })).toBeVisible()
    await app.close()
    const about = filesWith(userData, host).filter((file) => !/[/\\]logs[/\\]/.test(file))
    expect(about.filter((file) => /stores|images|settings/.test(file))).toEqual([])
  })
})

test('two stores stand side by side, each with its own items', async ({ userData, store }) => {
  const other = await startSampleStore({ items: 200, images: false })
  try {
    const app = await launch({ userData, env })
    const page = await mainWindow(app)
    await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
    await waitForCompleteSync(page, 600)
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('button', { name: 'Add a store' }).click()
    await fillConnectForm(page, { address: other.origin, token: other.token })
    await page.getByRole('button', { name: 'Keep for this session only' }).click()
    await waitForCompleteSync(page, 200)

    await page.getByRole('link', { name: 'Settings' }).click()
    const row = page.getByRole('listitem').filter({ hasText: store.origin })
    await row.getByRole('button', { name: 'Show' }).click()
    await expect(row).toContainText('shown now')
    await page.getByRole('link', { name: 'Items' }).click()
    await waitForCompleteSync(page, 600)

    // The page holds nothing that it does not get back.
    await page.reload()
    await waitForCompleteSync(page, 600)
    await expect(rows(page).first()).toBeVisible()
    await app.close()
  } finally {
    await other.close()
  }
})
