import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSettings } from '../../../../src/main/settings/settings-store.ts'
import { openStoreList } from '../../../../src/main/settings/store-list.ts'
import type { KnownStore } from '../../../../src/main/settings/store-list.ts'
import { defaultSettings } from '../../../../src/shared/settings.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packlight-settings-'))
  file = join(folder, 'file.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the settings', () => {
  it('begin with the defaults and keep what is chosen', async () => {
    const settings = await openSettings({ file })
    expect(settings.get()).toEqual(defaultSettings)
    expect(await settings.update({ language: 'tr', theme: 'dark' })).toMatchObject({ language: 'tr' })
    await settings.update({ language: null })
    expect((await openSettings({ file })).get()).toEqual({ ...defaultSettings, theme: 'dark' })
  })

  it('do not take undefined for a choice, and tell only what changed', async () => {
    const settings = await openSettings({ file })
    let changes = 0
    settings.onChange(() => changes++)
    await settings.update({ theme: undefined, density: 'compact' })
    await settings.update({ density: 'compact' })
    expect(settings.get()).toEqual({ ...defaultSettings, density: 'compact' })
    expect(changes).toBe(1)
  })

  it('refuse a value that is none, and stand', async () => {
    const settings = await openSettings({ file })
    await expect(settings.update({ imageCacheBytes: -1 })).rejects.toThrow()
    expect(settings.get()).toEqual(defaultSettings)
  })
})

describe('the list of stores', () => {
  const store = (key: string, savedToken = true): KnownStore => ({
    key,
    origin: `https://${key}`,
    name: key,
    isSample: false,
    savedToken,
  })

  it('keeps stores, each once and in its place, and the active one', async () => {
    const list = await openStoreList({ file })
    await Promise.all([
      list.put(store('a.example')),
      list.put(store('b.example')),
      list.activate('b.example'),
    ])
    await list.put(store('a.example', false))
    expect((await openStoreList({ file })).get()).toEqual({
      stores: [store('a.example', false), store('b.example')],
      active: 'b.example',
    })
  })

  it('removes a store, and has another active then if there is one', async () => {
    const list = await openStoreList({ file })
    for (const key of ['a.example', 'b.example']) await list.put(store(key))
    await list.activate('b.example')
    await list.remove('b.example')
    expect(list.get()).toEqual({ stores: [store('a.example')], active: 'a.example' })
    await list.remove('a.example')
    expect(list.get()).toEqual({ stores: [], active: null })
    await list.remove('never.example')
  })

  it('does not activate what it does not know', async () => {
    const list = await openStoreList({ file })
    await expect(list.activate('a.example')).rejects.toMatchObject({ code: 'store.unknown' })
    expect(list.get().active).toBeNull()
  })

  it('keeps what a newer version wrote about a store', async () => {
    await writeFile(
      file,
      JSON.stringify({ stores: [{ ...store('a.example'), colour: 'blue' }], active: null, since: 3 }),
    )
    const list = await openStoreList({ file })
    await list.put(store('a.example', false))
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      stores: [{ ...store('a.example', false), colour: 'blue' }],
      active: null,
      since: 3,
    })
  })

  it('never takes a key that could leave a folder', async () => {
    await writeFile(file, JSON.stringify({ stores: [store('../../etc')], active: null }))
    const list = await openStoreList({ file })
    expect(list.get().stores).toEqual([])
    expect(list.wasDamaged).toBe(true)
  })
})
