import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStoreViews } from '../../../../src/main/settings/store-views.ts'
import { standardColumns } from '../../../../src/shared/grid-columns.ts'
import { allItems } from '../../../../src/shared/item-query.ts'
import type { StoreViews } from '../../../../src/shared/store-views.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packlight-views-'))
  file = join(folder, 'shop.example', 'views.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const views: StoreViews = {
  columns: [
    { id: 'sku', width: 180.5 },
    { id: 'product', width: null },
  ],
  views: [
    {
      id: 'a',
      name: 'Geç kalanlar',
      query: { ...allItems, filters: { ...allItems.filters, createdDate: { days: 7 } } },
      columns: [{ id: 'order', width: null }],
    },
  ],
}

describe('the views of a store', () => {
  it('begin with the standard columns and no view of its own', async () => {
    const opened = await openStoreViews({ file })
    expect(opened.get()).toEqual({ columns: standardColumns, views: [] })
    expect(opened.wasDamaged).toBe(false)
  })

  it('are there again after a restart, though the folder was not', async () => {
    const opened = await openStoreViews({ file })
    expect(await opened.save(views)).toEqual(views)
    expect((await openStoreViews({ file })).get()).toEqual(views)
  })

  it('are on the disk once settled, the newest on top', async () => {
    const opened = await openStoreViews({ file })
    void opened.save(views)
    void opened.save({ ...views, views: [] })
    await opened.settled()
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ ...views, views: [] })
  })

  it.each([
    ['a column that does not exist', { ...views, columns: [{ id: 'colour', width: null }] }],
    ['a column twice', { ...views, columns: [views.columns[0], views.columns[0]] }],
    ['no column', { ...views, columns: [] }],
    ['a query of another version', { ...views, views: [{ ...views.views[0], query: { states: [] } }] }],
  ])('set %s aside, and begin anew', async (_what, damaged) => {
    file = join(folder, 'views.json')
    await writeFile(file, JSON.stringify(damaged))
    const opened = await openStoreViews({ file })
    expect(opened.wasDamaged).toBe(true)
    expect(opened.get()).toEqual({ columns: standardColumns, views: [] })
    expect((await readdir(folder)).some((name) => name.startsWith('views.json.damaged-'))).toBe(true)
  })
})
