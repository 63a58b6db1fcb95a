import { join } from 'node:path'
import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { readCsv } from '../support/read-csv.ts'
import { connectToStore, rows, searchBox, statusChip } from '../support/steps.ts'
import { waitForCompleteSync, waitForPictures } from '../support/steps.ts'

test('the main job by keyboard alone', async ({ userData, store }) => {
  const app = await launch({ userData, env: { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } })
  const page = await mainWindow(app)
  const { keyboard } = page
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
  await waitForCompleteSync(page, 600)
  const grid = page.getByRole('grid')
  const pane = page.getByRole('complementary', { name: 'Item details' })
  const activeRow = async () => {
    const id = await grid.getAttribute('aria-activedescendant')
    // The row itself, or a cell of it.
    const row = grid.locator(`[aria-rowindex]:is([id="${id ?? 'none'}"], :has([id="${id ?? 'none'}"]))`)
    return Number(await row.getAttribute('aria-rowindex'))
  }

  await test.step('search, and move through what was found', async () => {
    await keyboard.press('ControlOrMeta+k')
    await expect(searchBox(page)).toBeFocused()
    await keyboard.type('gömlek')
    await expect(rows(page).first().locator('mark').first()).toHaveText(/gömlek/i)
    await keyboard.press('ArrowDown')
    await expect(grid).toBeFocused()
    const start = await activeRow()
    await keyboard.press('ArrowDown')
    await expect.poll(activeRow).toBe(start + 1)
    await keyboard.press('ArrowUp')
    await expect.poll(activeRow).toBe(start)
    await keyboard.press('End')
    await expect.poll(activeRow).toBe(Number(await grid.getAttribute('aria-rowcount')))
    await keyboard.press('Home')
    await expect.poll(activeRow).toBe(2)
  })

  await test.step('enlarge the picture, open the details, and step back', async () => {
    await keyboard.press('Space')
    const zoom = page.getByRole('dialog')
    await waitForPictures(zoom)
    await keyboard.press('Escape')
    await expect(zoom).toBeHidden()
    await expect(grid).toBeFocused()
    await keyboard.press('Enter')
    await expect(pane).toBeFocused()
    await keyboard.press('Escape')
    await expect(grid).toBeFocused()
    await keyboard.press('Escape')
    await expect(searchBox(page)).toBeFocused()
    await keyboard.press('Escape')
    await expect(searchBox(page)).toHaveValue('')
    await expect(grid).toHaveAttribute('aria-rowcount', '601')
  })

  await test.step('select rows', async () => {
    await keyboard.press('ArrowDown')
    await keyboard.press('Shift+Space')
    await keyboard.press('Shift+ArrowDown')
    await expect(page.getByRole('region', { name: 'Selection' })).toContainText('2 items selected')
    await keyboard.press('ControlOrMeta+a')
    await expect(page.getByRole('region', { name: 'Selection' })).toContainText('600 items selected')
    await keyboard.press('Escape')
    await expect(page.getByRole('region', { name: 'Selection' })).toBeHidden()
  })

  await test.step('a press on a row gives the keys to the list, and a cell is copied', async () => {
    await rows(page).nth(2).getByRole('gridcell').nth(4).click()
    await expect(grid).toBeFocused()
    await keyboard.press('ArrowDown')
    await expect.poll(activeRow).toBe(5)
    await keyboard.press('ControlOrMeta+c')
    await expect(page.getByRole('status').filter({ hasText: 'Copied: ' })).toBeVisible()
    await keyboard.press('Home')
  })

  await test.step('export', async () => {
    const file = join(userData, 'items.csv')
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await keyboard.press('ControlOrMeta+e')
    const dialog = page.getByRole('dialog', { name: 'Export' })
    await expect(dialog.getByRole('radio', { name: 'Excel – English' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(dialog.getByText('items.csv')).toBeVisible()
    await keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    expect(readCsv(file, ',', 'utf-8-sig')).toHaveLength(600)
  })

  await test.step('sync', async () => {
    store.changeState(0, '550')
    const before = store.requests.item
    await keyboard.press('ControlOrMeta+r')
    await expect.poll(() => store.requests.item - before).toBe(1)
    await expect(statusChip(page)).toContainText('Online')
    await expect(rows(page).first()).toBeVisible()
  })

  await test.step('the list of keys', async () => {
    await searchBox(page).focus()
    await keyboard.type('?')
    await expect(searchBox(page)).toHaveValue('?')
    await keyboard.press('Escape')
    await keyboard.press('ArrowDown')
    await expect(grid).toBeFocused()
    await keyboard.press('Shift+?')
    const keys = page.getByRole('dialog', { name: 'Keys' })
    await expect(keys).toContainText('Search')
    await keyboard.press('Escape')
    await expect(keys).toBeHidden()
    await expect(grid).toBeFocused()
  })
  await app.close()
})
