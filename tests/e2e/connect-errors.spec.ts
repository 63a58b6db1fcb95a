import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { deadOrigin, startFaultServer } from '../support/fault-server.ts'
import type { Script } from '../support/fault-server.ts'
import { fillConnectForm } from '../support/steps.ts'

/** No bus, so no keyring: these tests must not write to anybody's. */
const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }

const answers: [name: string, script: Script, words: string][] = [
  ['a wrong token', { status: 401, body: { detail: 'Invalid token.' } }, 'does not accept this token'],
  ['a token without rights', { status: 403, body: { detail: 'No permission.' } }, 'may not read order items'],
  ['a wrong domain', { status: 404, body: { detail: 'Not found.' } }, 'No OMS was found'],
  [
    'a captive portal',
    { headers: { 'Content-Type': 'text/html' }, body: '<!doctype html><title>Sign in</title>' },
    'Something else answered',
  ],
  ['a redirect to a login page', { status: 302, headers: { Location: '/login' } }, 'Something else answered'],
]

for (const [name, script, words] of answers) {
  test(`${name} is called by its name`, async ({ userData }) => {
    await using server = await startFaultServer(script)
    const app = await launch({ userData, env })
    const page = await mainWindow(app)
    await fillConnectForm(page, { address: server.origin, token: 'some-token' })
    await expect(page.getByRole('alert')).toContainText(words)
    await expect(page.getByRole('grid')).toBeHidden()
    await app.close()
  })
}

test('nobody answers, or what was typed is no address', async ({ userData }) => {
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await fillConnectForm(page, { address: await deadOrigin(), token: 'some-token' })
  await expect(page.getByRole('alert')).toContainText('cannot be reached')
  await fillConnectForm(page, { address: 'http://shop.example', token: 'some-token' })
  await expect(page.getByText('Over plain http')).toBeVisible()
  await app.close()
})

test('without a keychain the token is kept for the session, when the person says so', async ({
  userData,
  store,
}) => {
  test.skip(process.platform !== 'linux', 'Windows and macOS always have a keychain')
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await fillConnectForm(page, { address: store.origin, token: store.token })
  await expect(page.getByRole('alert')).toContainText('forgotten when you close Packlight')
  await page.getByRole('button', { name: 'Keep for this session only' }).click()
  await expect(page.getByRole('grid')).toBeVisible()
  await app.close()

  // Nothing was stored: the next start shows the copy, and asks for the token.
  const again = await launch({ userData, env })
  const second = await mainWindow(again)
  await expect(second.locator('header [data-tone]').first()).toContainText('Signed out')
  await expect(second.getByRole('grid').locator('[role=row][aria-selected]').first()).toBeVisible()
  await again.close()
})
