import { join } from 'node:path'
import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { startFaultServer } from '../support/fault-server.ts'
import {
  connectToStore,
  exportShown,
  rows,
  searchBox,
  statusChip,
  waitForCompleteSync,
  waitForPictures,
} from '../support/steps.ts'
import { startStoreFront } from '../support/store-front.ts'
import { filesWith, heapHolds, keychainHolds, processTexts } from '../support/token-hunt.ts'

const token = 'f532e0c0ffee4a11b2c3d4e5f60718293a4b5932d'
const decoy = 'a-text-that-is-typed-into-the-search-box'
test.use({ storeOptions: { items: 600, token } })

test('the token is in the keychain and in the header to its store, and nowhere else', async ({
  userData,
  store,
  keyring,
}) => {
  test.skip(keyring === null, 'needs a keyring of its own')
  const env = keyring?.env ?? {}
  // The store is known by the address of its front; its pictures are on an origin of their own.
  await using front = await startStoreFront(store)
  await using elsewhere = await startFaultServer()
  const app = await launch({ userData, env })
  const page = await mainWindow(app)

  await test.step('a whole session: sync, pictures, export', async () => {
    await connectToStore(page, { address: front.origin, token })
    await waitForCompleteSync(page, 600)
    await waitForPictures(page.getByRole('grid'), 6)
    await exportShown(app, page, { file: join(userData, 'all.csv'), preset: 'Data', everything: true })
  })

  await test.step('a redirect to another origin is not followed', async () => {
    front.instead = () => ({
      status: 302,
      headers: { Location: `${elsewhere.origin}/api/v1/oms/order_items/` },
    })
    await page.keyboard.press('ControlOrMeta+r')
    await expect(statusChip(page)).toContainText('Trouble')
    await page.getByRole('link', { name: 'Sync', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('Something else answered')
    expect(elsewhere.requests).toEqual([])
  })

  await test.step('an error and its details do not repeat it, even if the store does', async () => {
    front.instead = () => ({ status: 401, body: { detail: `Invalid token ${token}.` } })
    await page.keyboard.press('ControlOrMeta+r')
    await expect(statusChip(page)).toContainText('Signed out')
    await expect(page.getByRole('alert')).toContainText('does not accept this token')
    await page.getByRole('button', { name: 'Copy details' }).click()
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    const copied = await app.evaluate(({ clipboard }) => clipboard.readText())
    expect(copied).toContain('code: oms.unauthorized')
    expect(copied).not.toContain(token)
    await page.getByRole('link', { name: 'Items' }).click()
    await expect(rows(page).first()).toBeVisible()
    await searchBox(page).fill(decoy)
  })

  await test.step('the page does not hold it', async () => {
    // The hunt does find what is there.
    expect(await heapHolds(page, decoy)).toBe(true)
    expect(await heapHolds(page, token)).toBe(false)
    const stored = await page.evaluate(async () => ({
      texts: JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
      databases: (await indexedDB.databases()).length,
    }))
    expect(stored.databases).toBe(0)
    expect(stored.texts).not.toContain(token)
  })

  await test.step('neither do command lines and environments', () => {
    test.skip(process.platform !== 'linux', 'there is no /proc')
    const texts = processTexts(app.process().pid ?? 0)
    expect(texts).toContain(userData)
    expect(texts).not.toContain(token)
  })

  await test.step('nor the disk, while the app runs and after it', async () => {
    const whileRunning = filesWith(userData, token)
    const { host } = new URL(front.origin)
    await app.close()
    expect(whileRunning).toEqual([])
    expect(filesWith(userData, token)).toEqual([])
    expect(filesWith(userData, host).some((file) => file.endsWith('stores.json'))).toBe(true)
    expect(filesWith(userData, 'oms.unauthorized').some((file) => /logs/.test(file))).toBe(true)
    expect(filesWith(userData, store.origin).some((file) => file.endsWith('all.csv'))).toBe(true)
  })

  await test.step('but the keychain does, and each request to the store had it', () => {
    expect(keychainHolds(env, front.origin)).toBe(token)
    expect(keychainHolds(env, elsewhere.origin)).toBeNull()
    expect(new Set(front.requests.map(({ headers }) => headers.authorization))).toEqual(
      new Set([`Token ${token}`]),
    )
    expect(front.requests.filter(({ query }) => query.toString().includes(token))).toEqual([])
    expect(store.requests.image).toBeGreaterThan(5)
    expect(store.requestsWithTokenToImages).toBe(0)
  })
})

test('signing out takes it out of the keychain', async ({ userData, store, keyring }) => {
  test.skip(keyring === null, 'needs a keyring of its own')
  const env = keyring?.env ?? {}
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token })
  expect(keychainHolds(env, store.origin)).toBe(token)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('The copy is kept.')).toBeVisible()
  expect(keychainHolds(env, store.origin)).toBeNull()
  await app.close()
})
