import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { chooseInFilter, columnNames, connectToStore, rows, waitForCompleteSync } from '../support/steps.ts'
import { stateNameOf, stockOf } from '../support/stock.ts'

const env = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' }

test('filters, columns and their view are there again after a restart', async ({ userData, store }) => {
  const app = await launch({ userData, env })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
  await waitForCompleteSync(page, 600)
  const grid = page.getByRole('grid')
  const views = page.getByRole('navigation', { name: 'Views' })
  const preparing = stockOf(store).filter((item) => stateNameOf(item) === 'Preparing')

  await test.step('each choice says how many it would leave', async () => {
    await chooseInFilter(page, 'State', 'Preparing')
    await expect(page.getByRole('checkbox', { name: `Preparing ${preparing.length}` })).toBeChecked()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More filters' }).click()
    await page.getByRole('button', { name: 'Picture', exact: true }).click()
    const choice = page.getByRole('checkbox', { name: /^Picture missing/ })
    await expect(choice).toHaveAccessibleName(/^Picture missing \d+$/)
    await page.keyboard.press('Escape')
    await expect(grid).toHaveAttribute('aria-rowcount', String(preparing.length + 1))
  })

  await test.step('columns are hidden, shown and moved', async () => {
    await page.getByRole('button', { name: 'Columns', exact: true }).click()
    await page.getByRole('checkbox', { name: 'SKU', exact: true }).uncheck()
    await page.getByRole('checkbox', { name: 'Barcode', exact: true }).check()
    await page.getByRole('button', { name: 'Move Barcode up' }).click()
    await page.keyboard.press('Escape')
    expect(await columnNames(page)).toEqual(['Product', 'Order', 'State', 'Net amount', 'Barcode', 'Changed'])
    await expect(grid).toHaveAttribute('aria-colcount', '8')
  })

  await test.step('all of it is kept under a name', async () => {
    await views.getByRole('button', { name: 'Save view' }).click()
    await page.getByLabel('Name', { exact: true }).fill('To prepare')
    await page.keyboard.press('Enter')
    await expect(views.getByRole('button', { name: `To prepare ${preparing.length}` })).toBeVisible()
  })
  await app.close()

  const again = await launch({ userData, env })
  const second = await mainWindow(again)
  const tab = second.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^To prepare/ })
  await expect(second.getByRole('grid')).toHaveAttribute('aria-rowcount', '601')
  await tab.click()
  await expect(second.getByRole('grid')).toHaveAttribute('aria-rowcount', String(preparing.length + 1))
  await expect(rows(second).first()).toContainText('Preparing')
  expect(await columnNames(second)).toContain('Barcode')
  await again.close()
})
