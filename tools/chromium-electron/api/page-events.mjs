import { toApp } from '../addresses.mjs'
import { blankPage } from '../chromium/switches.mjs'

/**
 * Emits what Chromium says of a page as Electron's events of WebContents.
 * @param {object} page the DevTools session
 * @param {object} contents the WebContents
 * @param {{ targetId: string, at: (url: string) => void, loaded: () => void, opened: (url: string, name: string,
 *   features: string) => void }} heard
 */
export function followPage(page, contents, { targetId, at, loaded, opened }) {
  let hasDocument = false
  page.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId) return
    hasDocument = frame.url !== blankPage
    const url = frame.url + (frame.urlFragment ?? '')
    at(url)
    contents.emit('did-navigate', {}, toApp(url), 200, 'OK')
  })
  page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId !== targetId) return
    at(url)
    contents.emit('did-navigate-in-page', {}, toApp(url), true)
  })
  page.on('Page.domContentEventFired', () => contents.emit('dom-ready', {}))
  page.on('Page.loadEventFired', () => {
    if (!hasDocument) return // the blank page that a window begins with
    contents.emit('did-finish-load', {})
    loaded()
  })
  page.on('Page.windowOpen', ({ url, windowName, windowFeatures }) =>
    opened(url, windowName, windowFeatures.join(',')),
  )
}
