import { runtime } from '../runtime.mjs'
import { missing, preventable, strict } from '../strict.mjs'
import { app } from './app.mjs'
import { createWebContents } from './web-contents.mjs'
import { WindowFrame } from './window-frame.mjs'

const windows = () => [...runtime.windows.values()]

export class BrowserWindow extends WindowFrame {
  static getAllWindows() {
    return windows()
  }

  static getFocusedWindow() {
    return windows().find((window) => window.isFocused()) ?? null
  }

  static fromId(id) {
    return runtime.windows.get(id) ?? null
  }

  static fromWebContents(contents) {
    return windows().find((window) => window.webContents === contents) ?? null
  }

  #title
  #life = 'open'
  #fitted
  #wasReady = false

  constructor(options = {}) {
    super(options)
    if (!runtime.isReady) throw new Error('Cannot create BrowserWindow before app is ready')
    const preferences = {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      ...options.webPreferences,
    }
    const { contextIsolation, sandbox, nodeIntegration } = preferences
    if (!contextIsolation || !sandbox || nodeIntegration)
      missing('a window that is not sandboxed and isolated')
    this.#title = options.title ?? app.name
    this.webContents = createWebContents(runtime.browser.pageForWindow(), preferences.preload, {
      loaded: () => void this.#fitted.then(() => this.#becomeReady()),
      close: () => this.close(),
      title: () => this.#title,
      focused: (isFocused) => this._focusIs(isFocused),
      bounds: (bounds, zoom) => this._moved(bounds, zoom),
    })
    this._page = this.webContents._started
    this._page.catch(() => {}) // the window closed before it had opened
    this._gone = new Promise((resolve) => this.once('closed', resolve))
    this.#fitted = this._fit()
    this.id = this.webContents.id
    const self = strict('BrowserWindow', this)
    runtime.windows.set(this.id, self)
    this.on('focus', () => app.emit('browser-window-focus', {}, self))
    this.on('blur', () => app.emit('browser-window-blur', {}, self))
    app.emit('browser-window-created', {}, self)
    app.emit('web-contents-created', {}, this.webContents)
    return self
  }

  #becomeReady() {
    if (this.#wasReady) return
    this.#wasReady = true
    this.emit('ready-to-show')
  }

  async loadURL(url) {
    await Promise.all([this.webContents.loadURL(url), this.#fitted])
  }

  getTitle() {
    return this.#title
  }

  setTitle(title) {
    this.#title = title
  }

  close() {
    if (this.#life !== 'open') return
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy() {
    if (this.#life !== 'open') return
    this.#life = 'closing'
    void this._page.then(
      ({ targetId }) => runtime.browser.closePage(targetId),
      () => this._closed(),
    )
  }

  isDestroyed() {
    return this.#life === 'closed'
  }

  _isClosing() {
    return this.#life !== 'open'
  }

  /** Chromium says that the page is gone: by destroy(), by the user or by a test. */
  _closed() {
    if (this.#life === 'closed') return
    if (this.#life === 'open') this.emit('close', preventable()) // by the user; Chromium takes no veto
    this.#life = 'closed'
    this.webContents._destroy()
    runtime.windows.delete(this.id)
    this.emit('closed')
    if (runtime.windows.size > 0 || runtime.quitting !== 'no') return
    if (!app.emit('window-all-closed')) app.quit()
  }

  // Known, and of no effect: Chromium's window has neither menu nor badge nor a colour of its own.
  setMenu() {}
  removeMenu() {}
  setMenuBarVisibility() {}
  setAutoHideMenuBar() {}
  setProgressBar() {}
  setBackgroundColor() {}
  setOverlayIcon() {}
  setIcon() {}
  flashFrame() {}
  moveTop() {}
}
