import { EventEmitter } from 'node:events'
import { schemes, toApp, toPage } from '../addresses.mjs'
import { PageTarget } from '../chromium/page-target.mjs'
import { binding, pageSource } from '../page/source.mjs'
import { runtime } from '../runtime.mjs'
import { missing, strict } from '../strict.mjs'
import { codec } from '../wire/mailbox.mjs'
import { IpcLink } from './ipc-link.mjs'
import { nativeTheme } from './native-theme.mjs'
import { Navigation } from './navigation.mjs'
import { followPage } from './page-events.mjs'
import { pdfOptions } from './pdf-options.mjs'
import { applyPermissions } from './permissions.mjs'
import { session } from './session.mjs'

class WebContents extends EventEmitter {
  #preload
  #target
  #navigation
  #link
  #url = ''
  #zoom = 1
  #destroyed = false
  #mayOpen = () => ({ action: 'allow' })

  /** @param {object} hooks what the window wants to know: loaded, closed, focused, bounds */
  constructor(page, preload, hooks) {
    super()
    this.id = runtime.contents.size + 1
    this.session = session.defaultSession
    this.#preload = preload
    this._hooks = hooks
    /** The page is there and speaks; whatever is done to it waits for this. */
    this._started = page.then((found) => this.#start(found))
    this._started.catch((error) => {
      if (!this.#destroyed) console.error('chromium-electron: a window did not open\n', error)
    })
  }

  get mainFrame() {
    const url = toApp(this.#url)
    const origin = url.split('/').slice(0, 3).join('/')
    return { url, origin, routingId: 1, processId: this.id, parent: null, top: null, detached: false }
  }

  get _targetId() {
    return this.#target?.targetId
  }

  async #start(page) {
    const target = new PageTarget(runtime.browser.root, page, binding)
    this.#target = target
    this.#navigation = new Navigation(this._self, target)
    this.#link = new IpcLink(this._self, (expression) =>
      target.session.send('Runtime.evaluate', { expression, silent: true }),
    )
    target.session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === binding) this._received(codec.decode(payload))
    })
    followPage(target.session, this, {
      targetId: target.targetId,
      at: (url) => (this.#url = url),
      loaded: this._hooks.loaded,
      opened: (url, name, features) => this._askToOpen(url, name, features),
    })
    const source = pageSource(this.id, this.#preload)
    await Promise.all([
      target.enabled,
      target.session.send('Page.addScriptToEvaluateOnNewDocument', { source }),
      nativeTheme.themeSource === 'system' ? undefined : target.setTheme(nativeTheme.themeSource),
    ])
    return target
  }

  /** A message of the page's host (page/): IPC, or news of its window. */
  _received(message) {
    if (this.#destroyed) return
    if (message.invoke !== undefined) void this.#link.invoked(message)
    else if (message.send !== undefined) this.#link.sent(message)
    else if (message.resend !== undefined) void this.#link.resend(message.resend)
    else if (message.open) this._askToOpen(message.open.url, message.open.name, message.open.features)
    else if (message.close) this._hooks.close()
    else if (message.bounds) this._hooks.bounds(message.bounds, this.#zoom)
    else if (message.focused !== undefined) this._hooks.focused(message.focused)
    else if (message.dark !== undefined) nativeTheme._systemIs(message.dark)
    else if (message.preloadError)
      this.emit('preload-error', {}, this.#preload, new Error(message.preloadError))
  }

  /** Puts a popup to the app. It can only be denied here; Chromium's side is closed in either case. */
  _askToOpen(url, frameName = '', features = '') {
    const details = { url: toApp(url), frameName, features, disposition: 'foreground-tab', referrer: {} }
    if (this.#mayOpen(details)?.action === 'deny') return
    console.error(`chromium-electron: window.open(${url}) was allowed, but only 'deny' is there`)
  }

  send(channel, ...args) {
    if (this.#destroyed) return
    // As it is now; and an error to the caller if it cannot be sent.
    const message = codec.clone({ channel, args })
    void this._started.then(() => this.#link.push(message)).catch(() => {}) // the page is gone
  }

  async loadURL(url) {
    await this._started
    const address = new URL(toPage(url))
    await applyPermissions(this._self, address.origin)
    this.#navigation.expect(address.href)
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve))
    const { errorText } = await this.#target.session.send('Page.navigate', { url: address.href })
    if (errorText) {
      this.emit('did-fail-load', {}, -2, errorText, url, true)
      throw Object.assign(new Error(`${errorText} (-2) loading '${url}'`), {
        code: errorText,
        errno: -2,
        url,
      })
    }
    await loaded
  }

  reload() {
    this.#navigation.expect(this.#url)
    void this.#target.session.send('Page.reload')
  }

  async executeJavaScript(code) {
    await this._started
    return this.#target.evaluate(code)
  }

  async printToPDF(options = {}) {
    const { data } = await this.#target.session.send('Page.printToPDF', pdfOptions(options))
    return Buffer.from(data, 'base64')
  }

  get zoomFactor() {
    return this.#zoom
  }

  set zoomFactor(factor) {
    this.setZoomFactor(factor)
  }

  getZoomFactor() {
    return this.#zoom
  }

  setZoomFactor(factor) {
    this.#zoom = factor
    void this._started.then(() => this.#target.zoom(factor)).catch(() => {}) // the page is gone
  }

  forcefullyCrashRenderer() {
    void this.#target.session.send('Page.crash').catch(() => {}) // nobody is left to answer
  }

  _crashed(exitCode) {
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode })
  }

  _destroy() {
    this.#destroyed = true
    this.emit('destroyed')
  }

  setWindowOpenHandler(handler) {
    this.#mayOpen = handler
  }

  getURL() {
    return toApp(this.#url)
  }

  getTitle() {
    return this._hooks.title()
  }

  getType() {
    return 'window'
  }

  close() {
    this._hooks.close()
  }

  isDestroyed() {
    return this.#destroyed
  }

  isDevToolsOpened() {
    return false
  }

  // Known, and of no effect here: Chromium's windows have neither of these.
  focus() {}
  openDevTools() {}
  closeDevTools() {}
  setVisualZoomLevelLimits() {}
  setIgnoreMenuShortcuts() {}
}

/** @returns {WebContents} guarded: an unknown name throws */
export function createWebContents(page, preload, hooks) {
  if (schemes.size === 0) missing('a window of an app without a custom scheme')
  const contents = new WebContents(page, preload, hooks)
  contents._self = strict('webContents', contents)
  runtime.contents.set(contents.id, contents._self)
  return contents._self
}

const open = () => [...runtime.contents.values()].filter((contents) => !contents.isDestroyed())

export const webContents = strict('webContents', {
  getAllWebContents: open,
  fromId: (id) => runtime.contents.get(id),
  fromDevToolsTargetId: (targetId) => open().find((contents) => contents._targetId === targetId),
  getFocusedWebContents: () => open()[0] ?? null,
})
