// Starts what stands behind the API: the app's identity, the loopback server, Chromium; and ends with it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { schemes } from './addresses.mjs'
import { app } from './api/app.mjs'
import { nativeTheme } from './api/native-theme.mjs'
import { session } from './api/session.mjs'
import { Browser } from './chromium/browser.mjs'
import { launchChromium } from './chromium/launch.mjs'
import { chromiumArguments } from './chromium/switches.mjs'
import { decideHeadless, runtime } from './runtime.mjs'
import { startSchemeServer } from './scheme-server.mjs'
import { preventable } from './strict.mjs'
import { serveMail } from './wire/mailbox.mjs'

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** The version of the npm package `electron` that the app in `directory` sees. */
export function electronVersion(directory) {
  try {
    return readJson(createRequire(join(directory, 'any.js')).resolve('electron/package.json')).version
  } catch {
    return '0.0.0' // not installed there
  }
}

const setVersions = (versions) =>
  Object.defineProperty(process, 'versions', {
    value: Object.freeze({ ...process.versions, ...versions }),
    configurable: true,
  })

/**
 * Before the app's own script runs.
 * @param {string} directory of the app's package.json, or of the script itself
 * @param {string[]} argv
 */
export function prepare(directory, argv) {
  runtime.appDirectory = directory
  try {
    runtime.package = readJson(join(directory, 'package.json'))
  } catch {
    runtime.package = {} // a bare script
  }
  runtime.headless = decideHeadless()
  setVersions({ electron: electronVersion(directory), chrome: '0' })
  Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: join(directory, 'resources') })
  for (const arg of argv) {
    const [, name, value = ''] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? []
    if (name === 'user-data-dir') runtime.paths.set('userData', value)
    if (name !== undefined) runtime.switches.push([name, value])
  }
}

/** Chromium's own switches among those of the command line; the rest is the app's or the inspector's. */
const notForChromium = /^(inspect|remote-debugging-port|no-sandbox|user-data-dir|lang|app$)/

/** After the app's script has run: `ready` comes at the end. */
export async function run() {
  if (runtime.quitting !== 'no') return // the app asked to end before it was ready (second instance)
  const received = (id, message) => runtime.contents.get(id)?._received(message)
  const { port } = await startSchemeServer((request, response) => serveMail(received, request, response))
  const remoteDebugging = runtime.switches.some(([name]) => name === 'remote-debugging-port')
  const profile = join(app.getPath('sessionData'), 'chromium')
  const language = app.getLocale()
  const args = chromiumArguments({
    asked: runtime.switches.filter(([name]) => !notForChromium.test(name)),
    profile,
    port,
    schemes: [...schemes.keys()],
    language,
    headless: runtime.headless,
    root: process.getuid?.() === 0,
    remoteDebugging,
  })
  const launched = await launchChromium({ args, profile, language, remoteDebugging })
  setVersions({ chrome: launched.product.split('/')[1] })
  const browser = new Browser({ ...launched, profile, headless: runtime.headless })
  runtime.browser = browser
  follow(browser)
  await learnFromFirstPage(await browser.start())
  // Playwright waits for this line.
  if (launched.url) process.stderr.write(`DevTools listening on ${launched.url}\n`)
  app._becomeReady()
}

/** What only a page can say of the system. Chromium still goes to the blank page, which ends a script: then once more. */
async function learnFromFirstPage({ session: page }) {
  const expression = `[matchMedia('(prefers-color-scheme: dark)').matches, screen.width, screen.height]`
  let answer
  while (!answer) {
    answer = await page.send('Runtime.evaluate', { expression, returnByValue: true }).catch((error) => {
      if (!/navigated/.test(error.message)) throw error
    })
  }
  const [isDark, ...screenSize] = answer.result.value
  nativeTheme._systemIs(isDark)
  runtime.screenSize = screenSize
}

function follow(browser) {
  const windowOf = (targetId) =>
    [...runtime.windows.values()].find((window) => window.webContents._targetId === targetId)
  browser.on('closed', (targetId) => windowOf(targetId)?._closed())
  browser.on('crashed', ({ targetId, errorCode }) => windowOf(targetId)?.webContents._crashed(errorCode))
  browser.on('unasked', ({ url, openerId }) => {
    // With an opener, the page's own event has told of it (Page.windowOpen).
    const [window] = runtime.windows.values()
    if (openerId === undefined) window?.webContents._askToOpen(url)
  })
  browser.on('download', ({ url }) =>
    session.defaultSession.emit('will-download', preventable(), { getURL: () => url }),
  )
  browser.on('gone', () => {
    // Without windows the app may still be writing down its things; it ends by itself.
    if (runtime.windows.size === 0 || runtime.quitting === 'exiting') return
    console.error('chromium-electron: Chromium ended')
    process.exit(1)
  })
  process.on('exit', () => browser.kill())
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => app.quit())
}
