/** Process start to the first cached row on the screen, beside the same host showing a blank page. */
import { _electron } from '@playwright/test'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSampleStore } from '../../src/main/sample-store/sample-store.ts'
import { launch, mainWindow, temporaryFolder } from '../support/app.ts'
import { connectToStore, waitForCompleteSync } from '../support/steps.ts'
import { electronHost } from '../../tools/electron-host.mjs'
import type { BenchOptions } from './bench-options.ts'
import { figure, median } from './figures.ts'
import type { Figure } from './figures.ts'

const rounds = 7

export async function startBench({ items }: BenchOptions): Promise<Figure[]> {
  const profile = temporaryFolder()
  const blank = temporaryFolder()
  try {
    await fillProfile(profile.path, items)
    writeBlankApp(blank.path)
    const cached: number[] = []
    const empty: number[] = []
    // In turns, so that a busy moment of the machine falls on both.
    for (let round = 0; round < rounds; round++) {
      cached.push(await toFirstRow(profile.path))
      empty.push(await toBlankPage(blank.path))
    }
    const anchor = { what: 'the same host, a blank page', p50: median(empty) }
    return [figure('start to first cached row', 'ms', cached, anchor)]
  } finally {
    profile.remove()
    blank.remove()
  }
}

/** A profile with a synced store whose server is gone: nothing but the cache can show a row. */
async function fillProfile(userData: string, items: number): Promise<void> {
  const store = await startSampleStore({ items, images: false })
  const app = await launch({ userData })
  const page = await mainWindow(app)
  await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
  await waitForCompleteSync(page, items)
  await app.close()
  await store.close()
}

async function toFirstRow(userData: string): Promise<number> {
  const startedAt = performance.now()
  const app = await launch({ userData })
  const page = await app.firstWindow()
  await page.locator('[role=grid] [role=gridcell]').first().waitFor()
  const elapsed = performance.now() - startedAt
  await app.close()
  return elapsed
}

async function toBlankPage(folder: string): Promise<number> {
  const startedAt = performance.now()
  const host = electronHost()
  const app = await _electron.launch({
    ...(host.executable !== undefined && { executablePath: host.executable }),
    args: [folder, `--user-data-dir=${join(folder, 'profile')}`],
    env: { ...(process.env as Record<string, string>), ...host.env },
  })
  const page = await app.firstWindow()
  await page.locator('#blank').waitFor()
  const elapsed = performance.now() - startedAt
  await app.close()
  return elapsed
}

function writeBlankApp(folder: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "name": "blank", "type": "module", "main": "main.js" }')
  writeFileSync(
    join(folder, 'main.js'),
    `import { app, BrowserWindow, protocol } from 'electron'
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.on('window-all-closed', () => app.quit())
app.whenReady().then(() => {
  const headers = { 'content-type': 'text/html' }
  protocol.handle('app', () => new Response('<!doctype html><p id="blank">.</p>', { headers }))
  const window = new BrowserWindow({ show: false })
  window.once('ready-to-show', () => window.show())
  window.loadURL('app://blank/index.html')
})
`,
  )
}
