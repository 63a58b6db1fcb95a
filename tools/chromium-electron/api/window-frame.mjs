import { EventEmitter } from 'node:events'

/**
 * A window's place, size and state. Sizes are the page's: Chromium's own frame is none of the app's.
 * A subclass gives `_page`, a promise of the PageTarget; it rejects, or never settles, once the page is gone.
 */
export class WindowFrame extends EventEmitter {
  #bounds
  #minimum
  #state = 'normal'
  #visible
  #focused = true

  constructor({ x, y, width = 800, height = 600, minWidth = 0, minHeight = 0, show = true }) {
    super()
    this.#minimum = { width: minWidth, height: minHeight }
    this.#bounds = { ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }), width, height }
    this.#keepMinimum()
    this.#visible = show
  }

  #keepMinimum() {
    this.#bounds.width = Math.max(this.#bounds.width, this.#minimum.width)
    this.#bounds.height = Math.max(this.#bounds.height, this.#minimum.height)
  }

  /** Does something to the page's window in Chromium, unless it has closed meanwhile. */
  async #onPage(task) {
    try {
      await task(await this._page)
    } catch {
      // The window has closed.
    }
  }

  getBounds() {
    return { x: 0, y: 0, ...this.#bounds }
  }

  getContentBounds() {
    return this.getBounds()
  }

  getNormalBounds() {
    return this.getBounds()
  }

  getSize() {
    return [this.#bounds.width, this.#bounds.height]
  }

  getContentSize() {
    return this.getSize()
  }

  getMinimumSize() {
    return [this.#minimum.width, this.#minimum.height]
  }

  setMinimumSize(width, height) {
    this.#minimum = { width, height }
  }

  setBounds(bounds) {
    Object.assign(this.#bounds, bounds)
    this.#keepMinimum()
    void this._fit().then(() => {
      this.emit('resize')
      this.emit('resized')
    })
  }

  setSize(width, height) {
    this.setBounds({ width, height })
  }

  setContentSize(width, height) {
    this.setBounds({ width, height })
  }

  /** Gives Chromium's window the size that this one has. */
  _fit() {
    return this.#onPage((page) => page.resize(this.#bounds))
  }

  /** The user has moved or resized the window; sizes in CSS pixels under `zoom`. */
  _moved({ x, y, width, height }, zoom) {
    if (this.#state !== 'normal') return
    const before = this.#bounds
    const now = { x, y, width: Math.round(width * zoom), height: Math.round(height * zoom) }
    this.#bounds = now
    if (now.width !== before.width || now.height !== before.height) this.emit('resize')
    else if (now.x !== before.x || now.y !== before.y) this.emit('move')
  }

  #setState(state, event) {
    this.#state = state
    void this.#onPage((page) => page.setState(state))
    this.emit(event)
  }

  minimize() {
    this.#setState('minimized', 'minimize')
  }

  restore() {
    this.#setState('normal', 'restore')
  }

  maximize() {
    this.#setState('maximized', 'maximize')
  }

  unmaximize() {
    this.#setState('normal', 'unmaximize')
  }

  setFullScreen(on) {
    this.#setState(on ? 'fullscreen' : 'normal', on ? 'enter-full-screen' : 'leave-full-screen')
  }

  isMinimized() {
    return this.#state === 'minimized'
  }

  isMaximized() {
    return this.#state === 'maximized'
  }

  isFullScreen() {
    return this.#state === 'fullscreen'
  }

  isNormal() {
    return this.#state === 'normal'
  }

  show() {
    this.#visible = true
    this.emit('show')
  }

  showInactive() {
    this.show()
  }

  hide() {
    this.#visible = false
    this.emit('hide')
  }

  isVisible() {
    return this.#visible
  }

  focus() {
    void this.#onPage((page) => page.session.send('Page.bringToFront'))
    this._focusIs(true)
  }

  blur() {
    this._focusIs(false)
  }

  isFocused() {
    return this.#focused
  }

  _focusIs(isFocused) {
    if (isFocused === this.#focused) return
    this.#focused = isFocused
    this.emit(isFocused ? 'focus' : 'blur')
  }
}
