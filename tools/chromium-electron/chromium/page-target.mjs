// One window's page in Chromium: what is done to it by DevTools that is no API of Electron's.

export class PageTarget {
  #root
  #windowId
  #frame = { width: 0, height: 0 }
  #zoom = 1
  #size = { width: 800, height: 600 }

  constructor(root, { targetId, session }, binding) {
    this.#root = root
    this.targetId = targetId
    this.session = session
    const page = { urlPattern: '*', resourceType: 'Document', requestStage: 'Request' }
    /** Commands that every page needs, sent without waiting: Chromium answers them in order. */
    this.enabled = Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: binding }),
      session.send('Fetch.enable', { patterns: [page] }),
      this.#measure(),
    ])
  }

  /** How much larger Chromium's window is than the page in it. Asked once, while the page has no scrollbars. */
  async #measure() {
    const [{ windowId, bounds }, { cssLayoutViewport }] = await Promise.all([
      this.#root.send('Browser.getWindowForTarget', { targetId: this.targetId }),
      this.session.send('Page.getLayoutMetrics'),
    ])
    this.#windowId = windowId
    this.#frame = {
      width: bounds.width - cssLayoutViewport.clientWidth,
      height: bounds.height - cssLayoutViewport.clientHeight,
    }
  }

  #setBounds(bounds) {
    return this.#root.send('Browser.setWindowBounds', { windowId: this.#windowId, bounds })
  }

  /** Makes the page `width` x `height`, without whatever frame Chromium draws around it. */
  async resize({ x, y, width, height }) {
    this.#size = { width, height }
    const place = x === undefined || y === undefined ? {} : { left: x, top: y }
    await this.#setBounds({
      ...place,
      width: width + this.#frame.width,
      height: height + this.#frame.height,
    })
    if (this.#zoom !== 1) await this.zoom(this.#zoom)
  }

  /** @param {'normal' | 'minimized' | 'maximized' | 'fullscreen'} windowState */
  setState(windowState) {
    return this.#setBounds({ windowState })
  }

  /** As the user's own zoom: fewer and larger CSS pixels, so that media queries see a smaller window. */
  async zoom(factor) {
    this.#zoom = factor
    if (factor === 1) return this.session.send('Emulation.clearDeviceMetricsOverride')
    return this.session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(this.#size.width / factor),
      height: Math.round(this.#size.height / factor),
      deviceScaleFactor: factor,
      mobile: false,
    })
  }

  /** @param {'light' | 'dark' | 'system'} theme */
  setTheme(theme) {
    const value = theme === 'system' ? '' : theme
    return this.session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value }],
    })
  }

  /** The expression's value, promises awaited, as JSON carries it. Runs as if a person had just clicked. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    })
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    }
    return result.value
  }
}
