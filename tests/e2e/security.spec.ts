import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allItems } from '../../src/shared/item-query.ts'
import { expect, launch, mainWindow, test } from '../support/app.ts'
import { startFaultServer } from '../support/fault-server.ts'
import { connectToStore, rows } from '../support/steps.ts'

const fixture = join(import.meta.dirname, '../fixtures/oms/order_items.json')

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
    areas: ['app', 'export', 'items', 'on', 'selection', 'settings', 'stores', 'sync', 'views'],
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
  const tooLong = { ...allItems, search: 'x'.repeat(501) }
  const codes = await page.evaluate(async (query) => {
    const { packlight } = window as unknown as {
      packlight: Record<string, Record<string, (input: unknown) => Promise<{ error?: { code: string } }>>>
    }
    const ask = async (area: string, method: string, input: unknown) =>
      (await packlight[area]?.[method]?.(input))?.error?.code
    return [
      await ask('items', 'query', query),
      await ask('views', 'save', { columns: [{ id: 'token', width: null }], views: [] }),
      await ask('items', 'detail', '1; DROP TABLE items'),
      await ask('app', 'openExternal', 'file:///etc/passwd'),
      await ask('stores', 'activate', '../../elsewhere'),
      await ask('stores', 'connect', { address: 'x', token: '', sessionOnly: false }),
    ]
  }, tooLong)
  expect(codes).toEqual(Array(6).fill('ipc.invalid-arguments'))
  await app.close()
})

test('no path leads out of the bundle', async ({ userData }) => {
  const app = await launch({ userData, env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } })
  const page = await mainWindow(app)
  const statusOf = async (path: string): Promise<number> => {
    const answer = page.waitForResponse((response) => response.url().includes(path))
    // A picture is what the page may ask for, whatever is at the address.
    await page.evaluate((src) => {
      new Image().src = src
    }, path)
    return (await answer).status()
  }
  expect(await statusOf('/index.html?as-a-picture')).toBe(200)
  for (const path of [
    '/..%2fmain%2findex.js',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/..%5cmain%5cindex.js',
    '/.%00/x',
  ])
    expect(await statusOf(path)).toBe(403)
  for (const path of ['/no-such-file.js', '/images/elsewhere/1?size=thumb', '/images/x/1?size=huge'])
    expect(await statusOf(path)).toBe(404)
  await app.close()
})

test('markup from the store is text', async ({ userData }) => {
  const name = '<img src=x onerror="window.evil = 1"><b>Kazak</b>'
  const list = JSON.parse(readFileSync(fixture, 'utf8')) as { results: { product: { name: string } }[] }
  for (const { product } of list.results) product.name = name
  await using server = await startFaultServer({ body: list })
  const app = await launch({ userData, env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } })
  const page = await mainWindow(app)
  await connectToStore(page, { address: server.origin, token: 'some-token', sessionOnly: true })
  await expect(rows(page).first()).toContainText(name)
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText(name)
  await page.getByRole('searchbox').fill('kazak')
  await expect(rows(page).first().locator('mark').first()).toHaveText('Kazak')
  await expect(rows(page).first()).toContainText(name)
  expect(await page.evaluate(() => 'evil' in window)).toBe(false)
  await expect(page.locator('img[src="x"], b')).toHaveCount(0)
  await app.close()
})
