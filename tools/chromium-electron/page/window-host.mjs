/**
 * What a page in Electron's window does otherwise than one in a browser, and what main must hear of its window.
 * Runs in the page, as source text: it must not refer to anything outside.
 * @param {(message: object) => void} send
 */
export function watchWindow(send) {
  // Electron asks main, and answers null where main denies; a real popup would flash up first.
  window.open = (url = 'about:blank', name = '', features = '') => {
    send({ open: { url: new URL(url, location.href).href, name: String(name), features: String(features) } })
    return null
  }
  // A page may close its own window; Chromium allows that to popups only.
  window.close = () => send({ close: true })
  // Electron has no context menu but the app's own.
  window.addEventListener('contextmenu', (event) => event.preventDefault())

  const tellBounds = () =>
    send({ bounds: { x: screenX, y: screenY, width: window.innerWidth, height: window.innerHeight } })
  window.addEventListener('resize', tellBounds)
  window.addEventListener('focus', () => {
    tellBounds()
    send({ focused: true })
  })
  window.addEventListener('blur', () => send({ focused: false }))
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', () => send({ dark: dark.matches }))
}
