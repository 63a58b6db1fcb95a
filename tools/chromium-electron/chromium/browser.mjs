// The running Chromium: gives out page targets for windows, and closes pages that nobody asked for.
import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { findChromium } from './find.mjs'
import { blankPage } from './switches.mjs'

const closeTimeoutMs = 3000

/**
 * Events: 'unasked' ({ url, openerId }): a page that no window waits for, 'closed' (targetId), 'crashed' ({ targetId, status, errorCode }),
 * 'download' ({ url }): refused; 'gone' when Chromium has ended.
 */
export class Browser extends EventEmitter {
  #child
  #devtools
  #profile
  #headless
  /** Windows that wait for their page, first come first served. */
  #awaited = []
  /** Chromium's first page, until a window takes it. */
  #spare
  #ended

  constructor({ child, devtools, profile, headless }) {
    super()
    this.#child = child
    this.#devtools = devtools
    this.#profile = profile
    this.#headless = headless
    this.#ended = new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve()
      child.once('exit', resolve)
    })
    void this.#ended.then(() => this.emit('gone'))
    const { root } = devtools
    root.on('Target.attachedToTarget', (event) => this.#attached(event))
    root.on('Target.targetDestroyed', ({ targetId }) => this.emit('closed', targetId))
    root.on('Browser.downloadWillBegin', (event) => this.emit('download', event))
    root.on('Target.targetCrashed', (event) => this.emit('crashed', event))
  }

  get root() {
    return this.#devtools.root
  }

  /**
   * Attaches to every page before it can load anything. Chromium's first window becomes the app's first: it is
   * there already, and a window costs more than anything else at the start.
   * @returns {Promise<{ targetId: string, session: object }>}
   */
  async start() {
    this.#spare = this.#next()
    const filter = [{ type: 'page', exclude: false }, { exclude: true }]
    void this.root.send('Target.setDiscoverTargets', { discover: true, filter })
    void this.root.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
    await this.root.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      filter,
    })
    return this.#spare
  }

  /** The page of a new window, still blank. */
  pageForWindow() {
    const spare = this.#spare
    this.#spare = undefined
    return spare ?? this.#openPage()
  }

  async #openPage() {
    const page = this.#next()
    if (this.#headless) await this.root.send('Target.createTarget', { url: blankPage, newWindow: true })
    else this.#openAppWindow()
    return page
  }

  /** DevTools cannot open a window without an address bar; a second start hands the wish to the first. */
  #openAppWindow() {
    const args = [`--user-data-dir=${this.#profile}`, `--app=${blankPage}`, '--test-type']
    if (process.getuid?.() === 0) args.push('--no-sandbox')
    spawn(findChromium(), args, { stdio: 'ignore' })
  }

  #next() {
    return new Promise((resolve) => this.#awaited.push(resolve))
  }

  #attached({ sessionId, targetInfo, waitingForDebugger }) {
    const { targetId, url, openerId } = targetInfo
    const session = this.#devtools.session(sessionId)
    const awaited = openerId === undefined ? this.#awaited.shift() : undefined
    if (awaited === undefined) {
      this.emit('unasked', { url, openerId })
      void this.closePage(targetId)
    } else {
      if (waitingForDebugger) void session.send('Runtime.runIfWaitingForDebugger')
      awaited({ targetId, session })
    }
  }

  /** Never fails: the page may be gone already. */
  closePage(targetId) {
    return this.root.send('Target.closeTarget', { targetId }).catch(() => {})
  }

  /** Ends Chromium, and waits for it. */
  async close() {
    void this.root.send('Browser.close').catch(() => {})
    const timer = setTimeout(() => this.kill(), closeTimeoutMs)
    await this.#ended
    clearTimeout(timer)
  }

  /** At once, with all its processes. */
  kill() {
    try {
      process.kill(process.platform === 'win32' ? this.#child.pid : -this.#child.pid, 'SIGKILL')
    } catch {
      // It has ended.
    }
  }
}
