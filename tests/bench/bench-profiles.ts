/** Folders to start an app in: one with a seeded cache whose server is gone, and an app that shows a blank page. */
import { constants, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAddress } from '../../src/main/oms/store-address.ts'
import type { StoreList } from '../../src/main/settings/store-list.ts'
import { cacheFileName } from '../../src/main/stores/open-store.ts'
import { temporaryFolder } from '../support/app.ts'
import { filesOf, goneOrigin, seededCache } from './seeded-cache.ts'

export interface BenchProfile {
  path: string
  remove: () => void
}

/** A profile whose store holds so many items. Nothing but the cache can show a row: nobody answers for the store. */
export async function seededProfile(items: number, options: { fresh?: boolean } = {}): Promise<BenchProfile> {
  const { file } = await seededCache(items, options)
  const folder = temporaryFolder()
  const { origin, storeKey } = readAddress(goneOrigin)
  const store = { key: storeKey, origin, name: new URL(origin).host, isSample: false, savedToken: false }
  const list: StoreList = { stores: [store], active: storeKey }
  writeFileSync(join(folder.path, 'stores.json'), JSON.stringify(list))
  const ofStore = join(folder.path, 'stores', storeKey)
  mkdirSync(ofStore, { recursive: true, mode: 0o700 })
  // A copy, because the app writes into it; without cost where the file system can share blocks.
  for (const one of filesOf(file)) {
    const name = cacheFileName + one.slice(file.length)
    copyFileSync(one, join(ofStore, name), constants.COPYFILE_FICLONE)
  }
  return folder
}

/** What nothing can be quicker than: an app of one window and one line, on the same host. */
export function blankApp(): BenchProfile {
  const folder = temporaryFolder()
  const put = (name: string, text: string) => writeFileSync(join(folder.path, name), text)
  put('package.json', '{ "name": "blank", "type": "module", "main": "main.js" }')
  put(
    'main.js',
    `import { app, BrowserWindow, protocol } from 'electron'
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.on('window-all-closed', () => app.quit())
app.whenReady().then(() => {
  const headers = { 'content-type': 'text/html' }
  protocol.handle('app', () => new Response('<!doctype html><p id="blank">.</p>', { headers }))
  const window = new BrowserWindow({ show: false, width: 1440, height: 900 })
  window.once('ready-to-show', () => window.show())
  window.loadURL('app://blank/index.html')
})
`,
  )
  return folder
}
