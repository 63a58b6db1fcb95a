/** Builds the services and connects them: the only file that knows all of them. */
import { app, BrowserWindow, clipboard, dialog, nativeTheme, net, utilityProcess } from 'electron'
import { join } from 'node:path'
import { columnLabel } from '../shared/column-labels.ts'
import type { AppInfo } from '../shared/ipc-contract.ts'
import { languages } from '../shared/settings.ts'
import type { Language } from '../shared/settings.ts'
import { createAppProtocol } from './app-protocol.ts'
import { openCache } from './cache/cache.ts'
import type { Cache } from './cache/cache.ts'
import { presetForRegion } from './export/csv-dialect.ts'
import { createExportService } from './export/export-service.ts'
import { createFirstLook } from './first-look.ts'
import { createImageService } from './images/image-service.ts'
import { appRequests } from './ipc/app-requests.ts'
import type { Handlers } from './ipc/answer-request.ts'
import { createBroadcast } from './ipc/broadcast.ts'
import { exportRequests } from './ipc/export-requests.ts'
import { itemRequests } from './ipc/item-requests.ts'
import { settingsRequests } from './ipc/settings-requests.ts'
import { storeRequests } from './ipc/store-requests.ts'
import { syncRequests } from './ipc/sync-requests.ts'
import { viewRequests } from './ipc/view-requests.ts'
import { createLog } from './log/log.ts'
import type { Log } from './log/log.ts'
import { readAddress } from './oms/store-address.ts'
import type { SampleStore } from './sample-store/sample-store.ts'
import { createManualRedirectFetch } from './security/manual-redirect.ts'
import { createKeychainClient, fromUtilityProcess } from './secrets/keychain-client.ts'
import { createTokenVault } from './secrets/token-vault.ts'
import { openSettings } from './settings/settings-store.ts'
import { openStoreList } from './settings/store-list.ts'
import { calmNews } from './stores/calm-news.ts'
import type { OpenStore } from './stores/open-store.ts'
import { createStoreService } from './stores/store-service.ts'

/** Programs of their own beside this bundle (electron.vite.config.ts names them). */
const workerUrl = new URL('./cache-worker.js', import.meta.url)
const keychainProgram = join(import.meta.dirname, 'keychain-process.js')

export interface Packlight {
  handlers: Handlers
  log: Log
  /** Opens the store used last, or the sample store. Throws why it cannot be opened. */
  open: (what: 'last' | 'sample') => Promise<void>
  /** Puts the chosen theme on all windows; only once Electron is ready. */
  showTheme: () => void
  /** Answers `app://packlight/...`. */
  serve: (request: Request) => Promise<Response>
  /** Ends what runs; unfinished syncs stay resumable. */
  close(): Promise<void>
}

/**
 * `userData` is the app's own folder; `devServer` the renderer's address while developing. May be called before
 * Electron is ready: what needs it to be is called later.
 */
export async function compose(userData: string, devServer: string | null): Promise<Packlight> {
  const log = createLog({ folder: join(userData, 'logs') })
  const [settings, list] = await Promise.all([
    openSettings({ file: join(userData, 'settings.json') }),
    openStoreList({ file: join(userData, 'stores.json') }),
  ])
  if (settings.wasDamaged) log.warn('settings were not readable and set aside')
  if (list.wasDamaged) log.warn('the list of stores was not readable and set aside')
  const broadcast = createBroadcast(() => BrowserWindow.getAllWindows().map(({ webContents }) => webContents))
  const fetch = createManualRedirectFetch(net)
  const language = (): Language => settings.get().language ?? systemLanguage()

  const keychain = createKeychainClient({
    spawn: () =>
      fromUtilityProcess(utilityProcess.fork(keychainProgram, [], { serviceName: 'Packlight keychain' })),
  })
  const vault = createTokenVault({ keychain, onToken: (token) => log.redact(token) })

  const news = calmNews({
    onStatus: (status) => broadcast('sync.changed', status),
    onItems: (storeKey, revision) => broadcast('items.changed', { storeKey, revision }),
  })

  const stores = createStoreService({
    list,
    vault,
    folder: join(userData, 'stores'),
    workerUrl,
    fetch,
    userAgent: `Packlight/${app.getVersion()} (${process.platform})`,
    startSample,
    forgetPictures: (storeKey) => images.clear(storeKey),
    onStores: (state) => broadcast('stores.changed', state),
    onStatus: (status) => {
      if (status.error) log.warn('sync', { store: status.storeKey, code: status.error.code })
      news.onStatus(status)
    },
    onItems: news.onItems,
    onCacheFailure: (error) => log.error('cache thread ended', { code: error.code }),
    onDamagedViews: (store) => log.warn('views were not readable and set aside', { store }),
  })
  const inUse = (): Promise<OpenStore> => stores.whenOpen()
  const firstLook = createFirstLook()

  const images = createImageService({
    folder: join(userData, 'images'),
    limitBytes: () => settings.get().imageCacheBytes,
    fetch,
    urlOf: async (storeKey, imageId) => {
      const store = stores.active()
      return store?.store.key === storeKey ? store.cache.imageUrl(imageId) : null
    },
    originOf: (storeKey) => stores.originOf(storeKey),
  })

  const exports = createExportService({
    openReader: async (): Promise<Cache> =>
      openCache({ file: (await inUse()).cacheFile, workerUrl, readOnly: true }),
    chooseTarget: chooseCsv,
    language,
    headerOf: columnLabel,
    defaultPreset: () => settings.get().exportPreset ?? presetForRegion(systemRegion()),
    onProgress: (progress) => broadcast('export.progressed', progress),
  })

  settings.onChange((changed) => {
    nativeTheme.themeSource = changed.theme
    broadcast('settings.changed', changed)
    void images.trim()
  })

  const serve = createAppProtocol({
    source: devServer
      ? { kind: 'dev-server', url: devServer }
      : { kind: 'folder', folder: join(import.meta.dirname, '../renderer') },
    images,
    fetch,
  })

  return {
    log,
    serve,
    open: async (what) => {
      // The sample store is fetched from at once, and nothing is fetched before Electron is ready.
      if (what === 'sample') await app.whenReady().then(() => stores.openSample())
      else await stores.start({ refreshAfter: app.whenReady().then(() => firstLook.over) })
    },
    showTheme: () => {
      nativeTheme.themeSource = settings.get().theme
    },
    handlers: {
      ...appRequests({ info: () => appInfo(language()), copyText: (text) => clipboard.writeText(text) }),
      ...settingsRequests(settings),
      ...storeRequests({ stores, readAddress }),
      ...itemRequests({ cache: async () => (await inUse()).cache, onAnswer: firstLook.answered }),
      ...viewRequests(inUse),
      ...syncRequests({ active: () => stores.active(), inUse }),
      ...exportRequests({ exports, rememberPreset: (exportPreset) => settings.update({ exportPreset }) }),
    },
    async close() {
      // First: a keychain that waits for a person would keep all the others waiting.
      vault.close()
      await exports.cancel()
      await stores.close()
      await images.close()
      log.info('closed')
    },
  }
}

/** The first of the user's languages that the app speaks, else English. */
function systemLanguage(): Language {
  for (const tag of app.getPreferredSystemLanguages()) {
    const known = languages.find((language) => tag.toLowerCase().startsWith(language))
    if (known) return known
  }
  return 'en'
}

function systemRegion(): string {
  return app.getSystemLocale() || 'en-US'
}

function appInfo(language: Language): AppInfo {
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
  return { version: app.getVersion(), platform, language, region: systemRegion() }
}

/** On the port it had before, so that what was cached keeps its addresses; on any if that is taken. */
async function startSample(port: number | null): Promise<SampleStore> {
  // Its catalogue and drawings are loaded by those alone who look at it.
  const { startSampleStore } = await import('./sample-store/sample-store.ts')
  if (port === null) return startSampleStore()
  return startSampleStore({ port }).catch(() => startSampleStore())
}

async function chooseCsv(suggestedName: string): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    defaultPath: join(app.getPath('documents'), suggestedName),
    filters: [{ name: 'CSV', extensions: ['csv'] }],
  }
  const [window] = BrowserWindow.getAllWindows()
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options)
  return canceled || filePath === '' ? null : filePath
}
