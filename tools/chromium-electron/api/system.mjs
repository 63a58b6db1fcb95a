// Small things of the system: clipboard, screen, power, notifications.
import { EventEmitter } from 'node:events'
import { runtime } from '../runtime.mjs'
import { missing, strict } from '../strict.mjs'

let clipboardText = ''

/** In the page: writes by a copy event of our own, which asks no permission. */
const copyInPage = (text) => `{
  const prevent = (event) => event.preventDefault()
  const fill = (event) => { event.preventDefault(); event.clipboardData.setData('text/plain', ${JSON.stringify(text)}) }
  addEventListener('beforecopy', prevent, { capture: true, once: true })
  addEventListener('copy', fill, { capture: true, once: true })
  document.execCommand('copy')
}`

/** What was written can be read; it reaches the desktop's clipboard where the app's window has the focus. */
export const clipboard = strict('clipboard', {
  writeText(text) {
    clipboardText = String(text)
    const window = [...runtime.windows.values()].find((one) => one.isFocused())
    window?.webContents.executeJavaScript(copyInPage(clipboardText)).catch(() => {}) // the page is gone
  },
  readText: () => clipboardText,
  clear: () => {
    clipboardText = ''
  },
})

/** The one display; where Chromium shows none, what a small office display has. */
function primaryDisplay() {
  const [width, height] = runtime.screenSize ?? [1920, 1080]
  const bounds = { x: 0, y: 0, width, height }
  return {
    id: 1,
    scaleFactor: 1,
    bounds,
    workArea: bounds,
    size: { width, height },
    workAreaSize: { width, height },
  }
}

export const screen = strict(
  'screen',
  Object.assign(new EventEmitter(), {
    getPrimaryDisplay: primaryDisplay,
    getAllDisplays: () => [primaryDisplay()],
    getDisplayMatching: primaryDisplay,
    getDisplayNearestPoint: primaryDisplay,
  }),
)

/** 'suspend', 'resume', 'on-ac', 'lock-screen' and so on can be listened to; specs emit them, nothing else does. */
export const powerMonitor = strict(
  'powerMonitor',
  Object.assign(new EventEmitter(), {
    onBatteryPower: false,
    isOnBatteryPower: () => false,
    getSystemIdleTime: () => 0,
    getSystemIdleState: () => 'active',
    getCurrentThermalState: () => 'unknown',
  }),
)

export class Notification {
  static isSupported() {
    return false
  }

  show() {
    missing('Notification.show (isSupported() says so)')
  }
}
