import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { connectToStore, rows, searchBox, waitForCompleteSync } from '../support/steps.ts'

/** The file as Python's csv module reads it. */
function readCsv(file: string, delimiter: string): string[][] {
  const program =
    'import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1],encoding="utf-8-sig",newline=""),delimiter=sys.argv[2]))))'
  return JSON.parse(
    execFileSync('python3', ['-c', program, file, delimiter], { encoding: 'utf8' }),
  ) as string[][]
}

test('from the first start to an export, and signed in at the second', async ({
  userData,
  store,
  keyring,
}) => {
  const env = { ...(keyring?.env as Record<string, string>) }
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: keyring === null })
  await waitForCompleteSync(page, 600)

  // The search finds Turkish words however they are typed, and marks what it found.
  const counts: (string | null)[] = []
  for (const typed of ['gömlek', 'GÖMLEK', 'gomlek']) {
    await searchBox(page).fill(typed)
    await expect(rows(page).first().locator('mark')).toHaveText(/gömlek/i)
    counts.push(await page.getByRole('grid').getAttribute('aria-rowcount'))
  }
  expect(new Set(counts).size).toBe(1)

  // An exact code and Enter, as a scanner types it, opens the item.
  const item = store.catalogue.itemJson(599)
  await searchBox(page).fill(String(Number(item['id'])))
  await page.keyboard.press('Enter')
  const pane = page.getByRole('complementary')
  await expect(pane).toContainText(String(Number(item['omnitron_id'])).slice(-3))

  // Pictures are pictures: in the list, and as a preview.
  await searchBox(page).fill('')
  await expect
    .poll(() =>
      page
        .getByRole('grid')
        .locator('img')
        .evaluateAll((images: HTMLImageElement[]) => images.filter((image) => image.naturalWidth > 0).length),
    )
    .toBeGreaterThan(5)

  // One state, most expensive first.
  await page.getByRole('columnheader', { name: 'Net amount' }).getByRole('button').click()
  await expect(page.getByRole('columnheader', { name: 'Net amount' })).toHaveAttribute('aria-sort', /ending$/)

  await searchBox(page).fill('kemer')
  await expect(rows(page).first().locator('mark').first()).toHaveText(/kemer/i)
  const shown = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
  for (const [preset, delimiter] of [
    ['Excel – Türkiye', ';'],
    ['Excel – English', ','],
    ['Data', ','],
  ] as const) {
    const file = join(userData, `${preset}.csv`)
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await page.keyboard.press('ControlOrMeta+e')
    await page.getByRole('radio', { name: preset }).check()
    await page.getByRole('button', { name: 'Choose a place…' }).click()
    await expect(page.getByRole('dialog').getByRole('button', { name: /show in folder/i })).toBeVisible()
    await page.keyboard.press('Escape')
    const [head = [], ...lines] = readCsv(file, delimiter)
    expect(lines).toHaveLength(shown)
    expect(new Set(lines.map(({ length }) => length))).toEqual(new Set([head.length]))
    expect(lines.every((line) => /kemer/i.test(line.join(' ')))).toBe(true)
    const amount = head.indexOf('Net amount')
    const decimal = preset === 'Excel – Türkiye' ? /^-?\d+,\d{2}$/ : /^-?\d+\.\d{2}$/
    expect(
      lines.filter((line) => line[amount] !== '').every((line) => decimal.test(line[amount] ?? '')),
    ).toBe(true)
    const begins = readFileSync(file).subarray(0, 3).toString('hex')
    expect(begins === 'efbbbf').toBe(preset !== 'Data')
  }
  await app.close()

  if (keyring === null) return
  const before = { ...store.requests }
  store.changeState(3, '550')
  const again = await launch({ userData, env })
  const second = await mainWindow(again)
  await waitForCompleteSync(second, 600)
  await expect.poll(() => store.requests.listSimple - before.listSimple).toBeGreaterThan(0)
  await expect.poll(() => store.requests.item - before.item).toBe(1)
  expect(store.requests.list).toBe(before.list)
  await again.close()
})
