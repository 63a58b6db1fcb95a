import type { Page } from '@playwright/test'
import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { deadOrigin, startFaultServer } from '../support/fault-server.ts'
import type { Reply } from '../support/fault-server.ts'
import { fillConnectForm, rows, statusChip, waitForCompleteSync } from '../support/steps.ts'
import { filesWith } from '../support/token-hunt.ts'

/** No bus, so no keyring: these tests must not write to anybody's. */
const env = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }
const token = 'd0e5f00dba11a7e57edc0ffee1234567890abcde'
test.use({ storeOptions: { items: 600, token } })

const answers: [name: string, reply: Reply, words: string][] = [
  ['a wrong token', { status: 401, body: { detail: 'Invalid token.' } }, 'does not accept this token'],
  ['a token without rights', { status: 403, body: { detail: 'No permission.' } }, 'may not read order items'],
  ['a wrong domain', { status: 404, body: { detail: 'Not found.' } }, 'No OMS was found at this address'],
  [
    'a captive portal',
    { headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' },
    'Something else answered',
  ],
  ['a redirect to a login page', { status: 302, headers: { Location: '/login' } }, 'Something else answered'],
  [
    'a refusal in the words of the store',
    { status: 400, body: { non_field_errors: ['Bu kanal kapalı.'] } },
    'Bu kanal kapalı.',
  ],
]

/** The form is still there with what was typed, and nothing behind it. */
async function expectStillConnecting(page: Page): Promise<void> {
  await expect(page.getByLabel('Token', { exact: true })).toHaveValue(token)
  await expect(page.getByRole('grid')).toBeHidden()
}

test('whatever answers in place of the store is called by its name', async ({ userData }) => {
  let reply: Reply = {}
  await using server = await startFaultServer(() => reply)
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  for (const [name, answer, words] of answers) {
    await test.step(name, async () => {
      reply = answer
      await fillConnectForm(page, { address: server.origin, token })
      await expect(page.getByRole('alert')).toContainText(words)
      await expectStillConnecting(page)
      // What was said goes as soon as something is changed.
      await page.getByLabel('Token', { exact: true }).fill('')
      await expect(page.getByRole('alert')).toBeHidden()
    })
  }

  await test.step('nobody listens', async () => {
    await fillConnectForm(page, { address: await deadOrigin(), token })
    await expect(page.getByRole('alert')).toContainText('The store cannot be reached')
    await expectStillConnecting(page)
  })
  await app.close()
  // A try that failed leaves neither a store nor a token behind.
  expect(filesWith(userData, server.origin)).toEqual([])
  expect(filesWith(userData, token)).toEqual([])
})

test('what cannot be sent is not sent', async ({ userData }) => {
  await using server = await startFaultServer()
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  const wrong: [address: string, token: string, words: string][] = [
    ['http://shop.example', token, 'Over plain http anyone in the network could read your token'],
    ['not an address', token, 'cannot be read as a domain'],
    ['', token, 'Please enter the address of your store.'],
    [server.origin, '', 'Please enter the token.'],
  ]
  for (const [address, typed, words] of wrong) {
    await test.step(words, async () => {
      await fillConnectForm(page, { address, token: typed })
      await expect(page.getByText(words)).toBeVisible()
    })
  }
  // The address is shown as it will be called, however it was typed.
  await page.getByLabel('Address of the store').fill(`${server.origin}/orders/?page=2`)
  await expect(page.getByText(`Packlight will connect to ${server.origin}`, { exact: true })).toBeVisible()
  expect(server.requests).toEqual([])
  await app.close()
})

test('without a keychain the token is kept for the session, when the person says so', async ({
  userData,
  store,
}) => {
  test.skip(process.platform !== 'linux', 'Windows and macOS always have a keychain')
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await fillConnectForm(page, { address: store.origin, token })
  await expect(page.getByRole('alert')).toContainText('forgotten when you close Packlight')
  await expectStillConnecting(page)
  await page.getByRole('button', { name: 'Keep for this session only' }).click()
  await waitForCompleteSync(page, 600)
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByText('for this session only')).toBeVisible()
  await app.close()
  expect(filesWith(userData, token)).toEqual([])
  // The search does find what was written.
  expect(filesWith(userData, new URL(store.origin).host).length).toBeGreaterThan(0)

  // The next start shows the copy, and asks for the token.
  const again = await launch({ userData, env })
  const second = await mainWindow(again)
  await expect(statusChip(second)).toContainText('Signed out')
  await expect(rows(second).first()).toBeVisible()
  await second.getByRole('button', { name: 'Sign in' }).click()
  await expect(second.getByLabel('Address of the store')).toHaveValue(store.origin)
  await expect(second.getByLabel('Token', { exact: true })).toHaveValue('')
  await again.close()
})
