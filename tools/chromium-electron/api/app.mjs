import { EventEmitter } from 'node:events'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { localesOf } from '../locale.mjs'
import { runtime, switchValue } from '../runtime.mjs'
import { listen, takeLock, tellFirst } from '../single-instance.mjs'
import { preventable, strict } from '../strict.mjs'

const commandLine = strict('app.commandLine', {
  appendSwitch: (name, value = '') => void runtime.switches.push([name, value]),
  appendArgument() {},
  removeSwitch: (name) => {
    runtime.switches = runtime.switches.filter(([known]) => known !== name)
  },
  hasSwitch: (name) => runtime.switches.some(([known]) => known === name),
  getSwitchValue: (name) => switchValue(name) ?? '',
})

/** The system's folders as Electron finds them where the desktop does not say otherwise. */
function knownPath(name, appName) {
  const home = homedir()
  const appData = process.env.XDG_CONFIG_HOME || join(home, '.config')
  const inHome = { desktop: 'Desktop', documents: 'Documents', downloads: 'Downloads', pictures: 'Pictures' }
  if (name in inHome) return join(home, inHome[name])
  return { home, appData, userData: join(appData, appName), temp: tmpdir(), exe: process.execPath }[name]
}

class App extends EventEmitter {
  #ready = Promise.withResolvers()
  #instance = null

  isPackaged = false
  commandLine = commandLine

  get name() {
    return runtime.package.productName ?? runtime.package.name ?? 'Electron'
  }

  getName() {
    return this.name
  }

  getVersion() {
    return runtime.package.version ?? '0.0.0'
  }

  getAppPath() {
    return runtime.appDirectory
  }

  #locales() {
    return localesOf(process.env, switchValue('lang'))
  }

  getLocale() {
    return this.#locales().locale
  }

  getSystemLocale() {
    return this.#locales().system
  }

  getPreferredSystemLanguages() {
    return this.#locales().preferred
  }

  getLocaleCountryCode() {
    return this.#locales().country
  }

  getPath(name) {
    if (runtime.paths.has(name)) return runtime.paths.get(name)
    if (name === 'sessionData') return this.getPath('userData')
    if (name === 'logs') return join(this.getPath('userData'), 'logs')
    if (name === 'crashDumps') return join(this.getPath('userData'), 'Crashpad')
    const path = knownPath(name, this.name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }

  setPath(name, path) {
    runtime.paths.set(name, path)
  }

  isReady() {
    return runtime.isReady
  }

  whenReady() {
    return this.#ready.promise
  }

  /** The host has started Chromium. */
  _becomeReady() {
    runtime.isReady = true
    this.#ready.resolve()
    this.emit('ready', {}, {})
  }

  requestSingleInstanceLock(additionalData = {}) {
    if (this.#instance) return true
    const userData = this.getPath('userData')
    const lock = takeLock(userData)
    if (!lock) {
      tellFirst(userData, { argv: process.argv, workingDirectory: process.cwd(), additionalData })
      return false
    }
    const stop = listen(userData, ({ argv, workingDirectory, additionalData: data }) =>
      this.emit('second-instance', {}, argv, workingDirectory, data),
    )
    this.#instance = { lock, stop }
    return true
  }

  hasSingleInstanceLock() {
    return this.#instance !== null
  }

  releaseSingleInstanceLock() {
    this.#instance?.stop()
    this.#instance?.lock.release()
    this.#instance = null
  }

  quit() {
    if (runtime.quitting !== 'no') return
    runtime.quitting = 'asked'
    setImmediate(() => void this.#quitInOrder())
  }

  /** before-quit, the windows, will-quit: each may say no, and then the app stays. */
  async #quitInOrder() {
    const veto = (name) => {
      const event = preventable()
      this.emit(name, event)
      if (event.defaultPrevented) runtime.quitting = 'no'
      return event.defaultPrevented
    }
    if (veto('before-quit')) return
    const windows = [...runtime.windows.values()]
    for (const window of windows) {
      window.close()
      if (!window._isClosing()) {
        runtime.quitting = 'no'
        return
      }
    }
    await Promise.all(windows.map((window) => window._gone))
    if (!veto('will-quit')) this.exit(0)
  }

  exit(code = 0) {
    runtime.quitting = 'exiting'
    this.emit('quit', {}, code)
    if (!runtime.browser) process.exit(code)
    void runtime.browser.close().then(() => process.exit(code))
  }

  // Known, and of no effect: Chromium is sandboxed anyway, and the rest is another system's.
  setAppUserModelId() {}
  setName() {}
  enableSandbox() {}
  disableHardwareAcceleration() {}
  setAboutPanelOptions() {}
  focus() {}
}

export const app = strict('app', new App())
