import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/app.ts'

test('the page is fenced in', async ({ userData }) => {
  const app = await launch({ userData, env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } })
  const page = await mainWindow(app)
  await expect(page.getByRole('button', { name: 'Open the sample store' })).toBeVisible()
  const found = await page.evaluate(async () => {
    const fetched = await fetch('https://example.com/').then(
      () => 'fetched',
      () => 'refused',
    )
    const violation = new Promise<string>((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        if (event.effectiveDirective.startsWith('script')) resolve(event.effectiveDirective)
      })
    })
    let inserted = ''
    try {
      const script = document.createElement('script')
      script.textContent = 'window.evil = 1'
      document.head.append(script)
      inserted = await violation
    } catch (thrown) {
      inserted = thrown instanceof TypeError ? 'trusted types' : 'another error'
    }
    const bridge = (window as unknown as { packlight: Record<string, object> }).packlight
    return {
      fetched,
      inserted: inserted !== '' && !('evil' in window),
      frozen: Object.isFrozen(bridge) && Object.values(bridge).every((area) => Object.isFrozen(area)),
      node: typeof (window as unknown as { require?: unknown }).require,
      areas: Object.keys(bridge).sort(),
    }
  })
  expect(found).toEqual({
    fetched: 'refused',
    inserted: true,
    frozen: true,
    node: 'undefined',
    areas: ['app', 'export', 'items', 'on', 'settings', 'stores', 'sync'],
  })
  // Away is nowhere: the page stays, and no second window opens.
  await page.evaluate(() => {
    window.open('https://example.com/')
    window.location.href = 'https://example.com/'
  })
  await expect(page.getByRole('button', { name: 'Open the sample store' })).toBeVisible()
  expect(app.windows()).toHaveLength(1)
  await app.close()
})

test('main refuses what the contract refuses', async ({ userData }) => {
  const app = await launch({ userData, env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' } })
  const page = await mainWindow(app)
  const codes = await page.evaluate(async () => {
    const { packlight } = window as unknown as {
      packlight: Record<string, Record<string, (input: unknown) => Promise<{ error?: { code: string } }>>>
    }
    const ask = async (area: string, method: string, input: unknown) =>
      (await packlight[area]?.[method]?.(input))?.error?.code
    return [
      await ask('items', 'query', { search: 'x'.repeat(501), states: [], sort: null }),
      await ask('items', 'detail', '1; DROP TABLE items'),
      await ask('app', 'openExternal', 'file:///etc/passwd'),
      await ask('stores', 'activate', '../../elsewhere'),
      await ask('stores', 'connect', { address: 'x', token: '', sessionOnly: false }),
    ]
  })
  expect(codes).toEqual(Array(5).fill('ipc.invalid-arguments'))
  await app.close()
})
