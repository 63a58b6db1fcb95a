import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { readCsv } from '../support/read-csv.ts'
import { connectToStore, exportShown, rows, searchBox, waitForCompleteSync } from '../support/steps.ts'
import type { Preset } from '../support/steps.ts'
import { stockOf } from '../support/stock.ts'

const env = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }
const byteOrderMark = 'efbbbf'
/** What a spreadsheet would run as a formula is text by the mark before it. */
const harmless = (text: string): string => (/^[=+\-@]/.test(text) ? `'${text}` : text)
const headOf = (file: string): string => readFileSync(file).subarray(0, 3).toString('hex')

const presets: { preset: Preset; delimiter: string; mark: boolean; amount: (sent: string) => string }[] = [
  { preset: 'Excel – Türkiye', delimiter: ';', mark: true, amount: (sent) => sent.replace('.', ',') },
  { preset: 'Excel – English', delimiter: ',', mark: true, amount: (sent) => sent },
  { preset: 'Data', delimiter: ',', mark: false, amount: (sent) => sent },
]

test('every preset gives back what the store holds, and a search exports what it shows', async ({
  userData,
  store,
}) => {
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
  await waitForCompleteSync(page, 600)
  const stock = stockOf(store)
  // Else the test would not show what it is for.
  expect(stock.some(({ product }) => product.barcode?.startsWith('0'))).toBe(true)
  expect(stock.some(({ product }) => product.name.startsWith('='))).toBe(true)
  expect(stock.some(({ product }) => /[ğşıİöüç]/.test(product.name))).toBe(true)

  for (const { preset, delimiter, mark, amount } of presets) {
    await test.step(`all items: ${preset}`, async () => {
      const file = join(userData, `${preset}.csv`)
      await exportShown(app, page, { file, preset, everything: true })
      expect(headOf(file) === byteOrderMark).toBe(mark)
      const text = readFileSync(file, 'utf8')
      expect(text.endsWith('\r\n')).toBe(true)
      const found = readCsv(file, delimiter, mark ? 'utf-8-sig' : 'utf-8').map((row) => ({
        id: row['id'],
        name: row['product.name'],
        sku: row['product.sku'],
        barcode: row['product.barcode'],
        amount: row['net_amount'],
      }))
      const wanted = stock.map(({ id, netAmount, product }) => ({
        id: String(id),
        name: harmless(product.name),
        sku: product.sku,
        barcode: product.barcode ?? '',
        amount: amount(netAmount ?? ''),
      }))
      const byId = (a: { id?: string | undefined }, b: { id?: string | undefined }): number =>
        Number(a.id) - Number(b.id)
      expect(found.sort(byId)).toEqual(wanted.sort(byId))
    })
  }

  await test.step('what is shown, under the names that are shown', async () => {
    await searchBox(page).fill('kemer')
    await expect(rows(page).first().locator('mark').first()).toHaveText(/kemer/i)
    const shown = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
    expect(shown).toBeLessThan(stock.length)
    const drawn = await rows(page).allInnerTexts()
    const file = join(userData, 'kemer.csv')
    await exportShown(app, page, { file, preset: 'Excel – Türkiye' })
    const found = readCsv(file, ';', 'utf-8-sig')
    expect(found).toHaveLength(shown)
    // In the order of the list, and what a row shows stands in its line.
    for (const [index, text] of drawn.entries()) {
      const { SKU = '?', State = '?', Product = '?' } = found[index] ?? {}
      for (const part of [SKU, State, Product]) expect(text).toContain(part)
    }
  })

  await test.step('no half file stays beside it', () => {
    expect(
      readdirSync(userData)
        .filter((name) => name.includes('csv'))
        .sort(),
    ).toEqual(['Data.csv', 'Excel – English.csv', 'Excel – Türkiye.csv', 'kemer.csv'].sort())
  })
  await app.close()
})

test('a place that cannot be written to is named, and another one works', async ({ userData, store }) => {
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
  await waitForCompleteSync(page, 600)
  const file = join(userData, 'items.csv')
  const places = [join(userData, 'no-such-folder', 'items.csv'), file]
  await app.evaluate(({ dialog }, answers) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answers.shift() ?? '' })
  }, places)
  await page.keyboard.press('ControlOrMeta+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('radio', { name: 'Data' }).check()
  await dialog.getByRole('button', { name: 'Choose a place…' }).click()
  await expect(dialog.getByRole('alert')).toContainText('The folder is no longer there')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  // The choices are as they were; only the place is asked for again.
  await expect(dialog.getByRole('radio', { name: 'Data' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Choose a place…' }).click()
  await expect(dialog.getByText('items.csv')).toBeVisible()
  expect(readCsv(file, ',', 'utf-8')).toHaveLength(600)
  await app.close()
})
