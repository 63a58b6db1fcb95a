import { EventEmitter } from 'node:events'
import { runtime } from '../runtime.mjs'
import { strict } from '../strict.mjs'

class NativeTheme extends EventEmitter {
  #source = 'system'
  #systemIsDark = false

  shouldUseHighContrastColors = false
  shouldUseInvertedColorScheme = false
  prefersReducedTransparency = false
  inForcedColorsMode = false

  get themeSource() {
    return this.#source
  }

  set themeSource(source) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Invalid themeSource ${source}`)
    if (source === this.#source) return
    this.#source = source
    for (const contents of runtime.contents.values()) {
      if (contents.isDestroyed()) continue
      void contents._started.then((page) => page.setTheme(source)).catch(() => {}) // the page is gone
    }
    this.emit('updated')
  }

  get shouldUseDarkColors() {
    return this.#source === 'dark' || (this.#source === 'system' && this.#systemIsDark)
  }

  /** What Chromium says of the system; while a theme is forced, a page only echoes that. */
  _systemIs(isDark) {
    if (this.#source !== 'system' || isDark === this.#systemIsDark) return
    this.#systemIsDark = isDark
    this.emit('updated')
  }
}

export const nativeTheme = strict('nativeTheme', new NativeTheme())
