import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { connectToStore, rows, searchBox, waitForCompleteSync, waitForPictures } from '../support/steps.ts'
import { amountOf, stateNameOf, stockOf } from '../support/stock.ts'

test('from the first start to the item that is looked for', async ({ userData, store, keyring }) => {
  const app = await launch({ userData, env: keyring?.env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: keyring === null })
  await waitForCompleteSync(page, 600)
  const stock = stockOf(store)
  const grid = page.getByRole('grid')
  const pane = page.getByRole('complementary', { name: 'Item details' })
  // The newest item is looked at before anything is pressed.
  await expect(pane.getByRole('heading', { level: 2 })).toBeVisible()

  await test.step('the search finds Turkish words however they are typed, and marks what it found', async () => {
    const counts = new Set<string | null>()
    for (const typed of ['göm', 'GÖM', 'gom']) {
      await searchBox(page).fill(typed)
      await expect(grid).not.toHaveAttribute('aria-rowcount', '601')
      await expect(rows(page).first().locator('mark').first()).toHaveText(/^göm$/i)
      counts.add(await grid.getAttribute('aria-rowcount'))
      await searchBox(page).fill('')
      await expect(grid).toHaveAttribute('aria-rowcount', '601')
    }
    expect(counts.size).toBe(1)
  })

  await test.step('an exact code and Enter, as a scanner types it, opens the item', async () => {
    const only = stock.find(
      ({ netAmount, product }) =>
        netAmount !== null &&
        product.barcode !== null &&
        product.pictures > 1 &&
        stock.filter((other) => other.product.sku === product.sku).length === 1,
    )
    if (!only) throw new Error('the sample store has no such item')
    await searchBox(page).fill(only.product.sku)
    await page.keyboard.press('Enter')
    await expect(pane).toBeFocused()
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText(only.product.name)
    for (const value of [
      only.product.sku,
      only.product.barcode ?? '',
      only.product.baseCode,
      stateNameOf(only),
    ])
      await expect(pane.getByText(value, { exact: true }).first()).toBeVisible()
    const price = pane.getByRole('region', { name: 'Price' })
    await expect(price.getByText('Net amount').locator('xpath=following-sibling::*')).toContainText(
      Number(only.netAmount).toLocaleString('en-US', { minimumFractionDigits: 2 }),
    )

    // Every field is there under its label, and the answer as it came.
    await pane.getByText('All fields').click()
    await expect(pane.getByText('Omnitron ID', { exact: true })).toBeVisible()
    await pane.getByText('Raw JSON').click()
    await expect(pane.locator('pre')).toContainText(`"omnitron_id": ${only.omnitronId}`)
  })

  await test.step('pictures are pictures: in the gallery, enlarged, and in the list', async () => {
    const gallery = pane.getByRole('region', { name: 'Pictures' })
    await expect(gallery.getByText(/^1 \/ \d/)).toBeVisible()
    await gallery.getByRole('button', { name: 'Picture 2' }).click()
    await expect(gallery.getByText(/^2 \/ \d/)).toBeVisible()
    await waitForPictures(gallery.getByRole('button', { name: 'Zoom picture' }))
    await searchBox(page).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    const zoom = page.getByRole('dialog')
    await waitForPictures(zoom)
    await page.keyboard.press('Escape')
    await expect(zoom).toBeHidden()
    await expect(grid).toBeFocused()

    await searchBox(page).fill('')
    await waitForPictures(grid, 6)
  })

  await test.step('one state alone', async () => {
    const expected = stock.filter((item) => stateNameOf(item) === 'Preparing').length
    await page
      .getByRole('button', { name: 'State', exact: true })
      .and(page.locator('[aria-expanded]'))
      .click()
    await page.getByRole('checkbox', { name: 'Preparing' }).check()
    await expect(grid).toHaveAttribute('aria-rowcount', String(expected + 1))
    await expect(page.getByRole('button', { name: 'State: Preparing' })).toBeVisible()
    for (const row of await rows(page).all()) await expect(row).toContainText('Preparing')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Remove the filter State' }).click()
    await expect(grid).toHaveAttribute('aria-rowcount', '601')
  })

  await test.step('the dearest on top, then the cheapest', async () => {
    const amounts = stock.flatMap(({ netAmount }) => (netAmount === null ? [] : [Number(netAmount)]))
    amounts.sort((a, b) => a - b)
    const head = page.getByRole('columnheader', { name: 'Net amount' })
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', 'descending')
    await expect.poll(async () => amountOf(rows(page).nth(0))).toBe(amounts.at(-1))
    expect(await amountOf(rows(page).nth(3))).toBe(amounts.at(-4))
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
    await expect.poll(async () => amountOf(rows(page).nth(0))).toBe(amounts[0])
  })
  await app.close()
})

test('the second start is signed in by itself, and asks only for what has changed', async ({
  userData,
  store,
  keyring,
}) => {
  test.skip(keyring === null, 'needs a keyring of its own')
  const app = await launch({ userData, env: keyring?.env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token })
  await waitForCompleteSync(page, 600)
  await app.close()

  const before = { ...store.requests }
  store.changeState(3, '550')
  const again = await launch({ userData, env: keyring?.env })
  const second = await mainWindow(again)
  await expect.poll(() => store.requests.item - before.item).toBe(1)
  await waitForCompleteSync(second, 600)
  expect(store.requests.listSimple - before.listSimple).toBe(6)
  expect(store.requests.list).toBe(before.list)
  // The newest change stands on top.
  await expect(rows(second).first()).toContainText('Delivered')
  await again.close()
})
