import { join } from 'node:path'
import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { connectToStore, rows, searchBox, waitForCompleteSync } from '../support/steps.ts'
import { filesWith, heapHolds, processTexts } from '../support/token-hunt.ts'

const token = 'f532e0c0ffee4a11b2c3d4e5f60718293a4b5932d'
const decoy = 'a-text-that-is-typed-into-the-search-box'
test.use({ storeOptions: { items: 600, token } })

test('the token is in the keychain and in the header to its store, and nowhere else', async ({
  userData,
  store,
  keyring,
}) => {
  test.skip(keyring === null, 'needs a keyring of its own')
  const app = await launch({ userData, env: { ...(keyring?.env as Record<string, string>) } })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token })
  await waitForCompleteSync(page, 600)
  await expect
    .poll(() =>
      page
        .getByRole('grid')
        .locator('img')
        .evaluateAll((images: HTMLImageElement[]) => images.filter((image) => image.naturalWidth > 0).length),
    )
    .toBeGreaterThan(5)
  const csv = join(userData, 'items.csv')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, csv)
  await page.keyboard.press('ControlOrMeta+e')
  await page.getByRole('button', { name: 'Choose a place…' }).click()
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible()
  await page.keyboard.press('Escape')
  // A refusal writes an error into status, history and log: with the token in none of them.
  store.setToken('another')
  await page.keyboard.press('ControlOrMeta+r')
  await expect(page.locator('header [data-tone]').first()).toContainText('Signed out')
  await expect(rows(page).first()).toBeVisible()
  await searchBox(page).fill(decoy)

  // The hunt finds what is there.
  expect(await heapHolds(page, decoy)).toBe(true)
  expect(filesWith(userData, 'orders').length).toBeGreaterThan(0)

  expect(await heapHolds(page, token)).toBe(false)
  const stored = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  )
  expect(stored).not.toContain(token)
  if (process.platform === 'linux') {
    const texts = processTexts(app.process().pid ?? 0)
    expect(texts).toContain(userData)
    expect(texts).not.toContain(token)
  }
  expect(store.requestsWithTokenToImages).toBe(0)
  expect(store.requests.image).toBeGreaterThan(5)
  await app.close()
  // After the end everything is on the disk: databases with their logs, settings, Chromium's profile, the export.
  expect(filesWith(userData, token)).toEqual([])
})
