import type { WebContents } from 'electron'
import { externalAddress } from './external-address.ts'
import { openExternal } from './open-external.ts'
import { isAppUrl } from './trusted-sender.ts'

const withoutHash = (address: string): string => address.replace(/#.*$/s, '')

/** An https page opens in the user's browser; anything else is refused in silence. */
function leave(address: string): void {
  if (externalAddress(address) !== null) openExternal(address).catch(() => undefined)
}

/**
 * Keeps a page where it is: it may reload itself, and whatever else it tries is refused or leaves for the browser.
 * To be called for every `web-contents-created`, before the first window.
 */
export function secureContents(contents: WebContents): void {
  const isReload = (address: string): boolean =>
    isAppUrl(address) && withoutHash(address) === withoutHash(contents.getURL())

  contents.on('will-navigate', (details) => {
    if (isReload(details.url)) return
    details.preventDefault()
    leave(details.url)
  })
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame) details.preventDefault()
  })
  contents.on('will-redirect', (details) => {
    details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(({ url }) => {
    leave(url)
    return { action: 'deny' }
  })
}
