/** Lifecycle only: one instance, ready, windows, quit. What the app does is put together in composition.ts. */
import { app, BrowserWindow, nativeTheme, protocol, session } from 'electron'
import { join } from 'node:path'
import { appOrigin, appScheme } from './app-protocol.ts'
import { compose } from './composition.ts'
import type { Packlight } from './composition.ts'
import { registerRequests } from './ipc/handle.ts'
import { setApplicationMenu } from './menu.ts'
import { secureContents } from './security/navigation.ts'
import { denyPermissions } from './security/permissions.ts'
import { createMainWindow } from './window.ts'

const devServer = process.env['ELECTRON_RENDERER_URL'] ?? null

protocol.registerSchemesAsPrivileged([
  {
    scheme: appScheme,
    // Compiled once, the page's scripts need not be compiled at every start.
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
  },
])

if (app.requestSingleInstanceLock()) void run()
else app.quit()

async function run(): Promise<void> {
  app.on('second-instance', focusWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('web-contents-created', (_event, contents) => secureContents(contents))
  // Files are read and the store is opened while Chromium starts: nothing of that needs Electron to be ready.
  const composing = compose(app.getPath('userData'), devServer)
  const withSample = process.argv.includes('--sample-store')
  const opening = composing.then(({ open, log }) =>
    open(withSample ? 'sample' : 'last').catch((thrown: unknown) =>
      log.error('store could not be opened', { message: String(thrown) }),
    ),
  )
  const [packlight] = await Promise.all([composing, app.whenReady()])
  app.setAppUserModelId('app.packlight')
  setApplicationMenu({ withDeveloperTools: devServer !== null })
  denyPermissions(session.defaultSession)

  const { log, handlers } = packlight
  log.info('started', { version: app.getVersion(), platform: process.platform })
  protocol.handle(appScheme, packlight.serve)
  registerRequests({ handlers, onFailure: (name, { code }) => log.warn('request failed', { name, code }) })
  packlight.showTheme()
  closeBeforeQuit(packlight)

  // A sample store that is not running yet is no store to the page. Any other is known by its name: what the page
  // asks of it is answered once it is open.
  if (withSample) await opening
  openWindow()
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow()
  })
}

function openWindow(): void {
  const window = createMainWindow({
    preloadPath: join(import.meta.dirname, '../preload/index.cjs'),
    url: `${appOrigin}/index.html`,
    theme: nativeTheme.shouldUseDarkColors ? 'dark' : 'light',
  })
  // A crashed page holds nothing of worth: the cache and the settings are in other processes.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload()
  })
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** Quitting waits until the page in flight is committed or given up and the databases are closed. */
function closeBeforeQuit(packlight: Packlight): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void packlight
      .close()
      .catch((thrown: unknown) => packlight.log.error('closing failed', { message: String(thrown) }))
      .finally(() => {
        closed = true
        app.quit()
      })
  })
}
