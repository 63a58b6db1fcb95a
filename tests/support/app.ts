/** Starts the built app for a spec, on real Electron where it is, else on the stand-in. Specs see no difference. */
import { _electron, test as base } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { electronHost } from '../../tools/electron-host.mjs'

const root = resolve(import.meta.dirname, '../..')

export interface LaunchOptions {
  /** The app's own folder; one for each spec. */
  userData: string
  args?: string[]
  /** Over the environment of the tests. */
  env?: NodeJS.ProcessEnv | undefined
}

export async function launch({ userData, args = [], env = {} }: LaunchOptions): Promise<ElectronApplication> {
  const host = electronHost()
  return _electron.launch({
    ...(host.executable !== undefined && { executablePath: host.executable }),
    // English, whatever the machine speaks: specs look for words.
    args: [root, `--user-data-dir=${userData}`, '--lang=en-US', ...args],
    cwd: root,
    env: definedOf({ ...process.env, LC_ALL: 'en_US.UTF-8', ...host.env, ...env }),
  })
}

/** The first window, once it shows the app: a window begins at about:blank. */
export async function mainWindow(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.waitForURL('**/index.html')
  return page
}

/** A folder for one test, removed after it. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'packlight-e2e-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

interface Fixtures {
  userData: string
}

export const test = base.extend<Fixtures>({
  userData: async ({}, use) => {
    const folder = temporaryFolder()
    await use(folder.path)
    folder.remove()
  },
})

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

export { expect } from '@playwright/test'
