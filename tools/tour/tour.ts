/**
 * `npm run tour`: the app's main job without a display. Starts the app, connects it to the sample store, syncs,
 * searches, opens an item, goes through languages and themes, cuts the network, searches again, and exports.
 * Leaves tour/*.png and tour/order-items.csv, and fails if any step does.
 */
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { electronHost } from '../electron-host.mjs'
import { build, reasonToBuild } from '../start/build.mjs'
import { getChromium } from '../start/get-chromium.mjs'
import { Guide } from './guide.ts'
import { startStoreProcess } from './store-process.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'tour')
const itemCount = 5000

if (electronHost().kind === 'chromium' && !getChromium(console.log)) process.exit(1)
if (reasonToBuild(root) !== undefined) build(root)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const store = await startStoreProcess(itemCount)
const guide = await Guide.start(folder)
try {
  await guide.step('first run: the app asks for a store', () => guide.seeConnect())
  await guide.step('connect by address and token, and sync', () => guide.connect(store, itemCount))
  await guide.step('search "keten göm" and open an item', () => guide.searchAndOpen('keten göm'))
  await guide.step('zoom into its picture', () => guide.zoom())
  await guide.step('every screen in English and Turkish, light and dark', () => guide.everyScreen())
  await guide.step('cut the network', async () => {
    await store.stop()
    await guide.goOffline()
  })
  await guide.step('search "kemer" offline: items and pictures are there', () => guide.searchOffline('kemer'))
  await guide.step('export what is shown', async () => {
    const rows = await guide.exportTo(join(folder, 'order-items.csv'))
    return `${rows} rows`
  })
  console.log(`\nDone. See ${join('tour', '*.png')} and ${join('tour', 'order-items.csv')}.`)
} catch (thrown) {
  console.error(`\nThe tour failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
  await guide.picture('failure').catch(() => undefined)
  process.exitCode = 1
} finally {
  await guide.end()
  await store.stop()
}
// The picture that the README shows is one of the tour's.
const shown = join(folder, 'items-light-en.png')
if (process.argv.includes('--readme') && existsSync(shown)) {
  copyFileSync(shown, join(root, 'docs', 'items.png'))
  copyFileSync(join(folder, 'items-dark-tr.png'), join(root, 'docs', 'items-dark-tr.png'))
}
