import { EventEmitter } from 'node:events'
import { strict } from '../strict.mjs'
import { net } from './net.mjs'
import { protocol } from './protocol.mjs'

/**
 * Accepted, and never called: to pause every request would make the page slower than it is in Electron. Nothing is
 * lost by it, because no host but the app's own can be reached from a page (chromium/switches.mjs).
 */
const webRequest = strict('session.webRequest', {
  onBeforeRequest() {},
  onBeforeSendHeaders() {},
  onHeadersReceived() {},
  onCompleted() {},
  onErrorOccurred() {},
})

class Session extends EventEmitter {
  webRequest = webRequest
  protocol = protocol
  _request = null
  _check = null

  setPermissionRequestHandler(handler) {
    this._request = handler
  }

  setPermissionCheckHandler(handler) {
    this._check = handler
  }

  fetch(...args) {
    return net.fetch(...args)
  }

  // Chromium has no USB, HID or serial devices to offer here, no spell checker, and no proxy for pages.
  setDevicePermissionHandler() {}
  setDisplayMediaRequestHandler() {}
  setSpellCheckerEnabled() {}
  setSpellCheckerLanguages() {}
  async clearCache() {}
  async clearStorageData() {}
  async setProxy() {}
}

export const session = strict('session', { defaultSession: strict('session', new Session()) })
