import { BrowserWindow } from 'electron'
import type { BrowserWindowConstructorOptions } from 'electron'

export interface MainWindowOptions {
  /** Absolute path of the built preload. */
  preloadPath: string
  /** The page: "app://packlight/". */
  url: string
  /** What is to be seen now; the page follows later changes by itself. */
  theme: 'light' | 'dark'
}

/** The page's own background (`--ground` of tokens.css), so that the window does not flash before it. */
const background = { light: '#ffffff', dark: '#161b24' } as const

/** The window's size in device-independent pixels, and the walls between its page and the computer. */
export function mainWindowOptions({
  preloadPath,
  theme,
}: Pick<MainWindowOptions, 'preloadPath' | 'theme'>): BrowserWindowConstructorOptions {
  return {
    title: 'Packlight',
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    backgroundColor: background[theme],
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Chromium would fetch dictionaries from the network for it, and codes are no words.
      spellcheck: false,
    },
  }
}

/** Opens the main window and shows it once there is something to see. */
export function createMainWindow(options: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow(mainWindowOptions(options))
  const show = (): void => {
    if (!window.isDestroyed()) window.show()
  }
  window.once('ready-to-show', show)
  // An empty window says that something is wrong; no window at all says nothing.
  window.loadURL(options.url).catch(show)
  return window
}
