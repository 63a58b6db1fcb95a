import type { ElectronApplication, Page } from '@playwright/test'
import { join } from 'node:path'
import { launch, mainWindow } from '../support/app.ts'
import { expect, test } from '../support/e2e-store.ts'
import { readCsv } from '../support/read-csv.ts'
import {
  connectToStore,
  exportShown,
  rows,
  searchBox,
  statusChip,
  waitForCompleteSync,
} from '../support/steps.ts'
import { isDown, listPageOf, startStoreFront } from '../support/store-front.ts'

/** 16 pages, of which 6 come before the trouble. */
const items = 1600
const pages = 16
const pagesBefore = 6
test.use({ storeOptions: { items, images: false } })

const numbersTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)

/** Ids of all items that the app holds, as it exports them. */
async function exportedIds(app: ElectronApplication, page: Page, file: string): Promise<number[]> {
  await exportShown(app, page, { file, preset: 'Data', everything: true })
  return readCsv(file, ',', 'utf-8').map((row) => Number(row['id']))
}

for (const end of ['closed', 'killed'] as const) {
  test(`a sync goes on where the server went away, after the app was ${end}`, async ({
    userData,
    store,
    keyring,
  }) => {
    test.skip(keyring === null, 'needs a keyring of its own, so that the token is there after the restart')
    await using front = await startStoreFront(store)
    // One is told that nobody is there, the other is killed with a page in flight.
    front.instead = (request) =>
      (listPageOf(request) ?? 0) <= pagesBefore ? null : end === 'closed' ? isDown : { silent: true }
    const app = await launch({ userData, env: keyring?.env })
    const page = await mainWindow(app)
    await connectToStore(page, { address: front.origin, token: store.token })
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(pagesBefore * 100 + 1))
    if (end === 'closed') {
      await expect(statusChip(page)).toContainText('Offline since')
      // What came is there to be worked with.
      await searchBox(page).fill('kemer')
      await expect(rows(page).first().locator('mark').first()).toHaveText(/kemer/i)
      await expect(page.getByRole('alert')).toBeHidden()
      await app.close()
    } else {
      await expect(statusChip(page)).toContainText('Syncing 600 of 1,600')
      await expect.poll(() => front.requests.map(listPageOf)).toContain(pagesBefore + 1)
      const ended = new Promise((resolve) => app.process().once('exit', resolve))
      app.process().kill('SIGKILL')
      await ended
    }
    expect(front.listPages).toEqual(numbersTo(pagesBefore))

    front.instead = () => null
    const again = await launch({ userData, env: keyring?.env })
    const second = await mainWindow(again)
    await waitForCompleteSync(second, items)
    // Each page came once, whatever happened between.
    expect(front.listPages).toEqual(numbersTo(pages))

    const held = await exportedIds(again, second, join(userData, 'all.csv'))
    const listed = Array.from({ length: items }, (_, index) => store.catalogue.itemIdOf(index))
    expect(held.sort((a, b) => a - b)).toEqual(listed)
    await again.close()
  })
}
