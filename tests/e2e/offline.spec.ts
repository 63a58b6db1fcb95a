import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { connectToStore, rows, searchBox, statusChip, waitForCompleteSync } from '../support/steps.ts'

const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }

test('a relaunch without the server shows everything, pictures too', async ({ userData, store, keyring }) => {
  test.skip(keyring === null, 'needs a keyring of its own')
  const signedIn = { ...(keyring?.env as Record<string, string>) }
  const app = await launch({ userData, env: signedIn })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token })
  await waitForCompleteSync(page, 600)
  const loaded = (of: typeof page) =>
    of
      .getByRole('grid')
      .locator('img')
      .evaluateAll(
        (images: HTMLImageElement[]) => images.filter(({ naturalWidth }) => naturalWidth > 0).length,
      )
  await expect.poll(() => loaded(page)).toBeGreaterThan(5)
  const seen = await rows(page).first().innerText()
  await app.close()
  await store.close()

  const again = await launch({ userData, env: signedIn })
  const offline = await mainWindow(again)
  await expect(rows(offline).first()).toContainText(seen.split('\n')[0] ?? '')
  await expect.poll(() => loaded(offline)).toBeGreaterThan(5)
  await expect(offline.getByRole('grid')).toHaveAttribute('aria-rowcount', '601')
  await searchBox(offline).fill('kemer')
  await expect(rows(offline).first().locator('mark').first()).toHaveText(/kemer/i)
  await expect(offline.getByRole('complementary')).toContainText('SKU')
  await expect(statusChip(offline)).toContainText('Offline since', { timeout: 45_000 })
  await again.close()
})

test('a revoked token signs out, keeps the copy, and a new one goes on', async ({ userData, store }) => {
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
  await waitForCompleteSync(page, 600)
  store.setToken('a-new-token-for-the-store')
  await page.keyboard.press('ControlOrMeta+r')
  await expect(statusChip(page)).toContainText('Signed out')
  await expect(rows(page).first()).toBeVisible()

  await page.getByRole('link', { name: 'Sync', exact: true }).click()
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await page.getByLabel('Token', { exact: true }).fill('a-new-token-for-the-store')
  await page.getByRole('button', { name: 'Test and save' }).click()
  await page.getByRole('button', { name: 'Keep for this session only' }).click()
  await expect(statusChip(page)).toContainText('Online')
  await app.close()
})
