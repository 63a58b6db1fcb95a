// What the app gets as `electron`: the part of the main process's API that it uses. safeStorage, Tray, autoUpdater and
// whatever else is not in this list are absent on purpose: a bundle that imports one of them fails to link, by name.
import { app } from './api/app.mjs'
import { BrowserWindow } from './api/browser-window.mjs'
import { dialog } from './api/dialog.mjs'
import { ipcMain } from './api/ipc-main.mjs'
import { Menu, MenuItem } from './api/menu.mjs'
import { nativeTheme } from './api/native-theme.mjs'
import { net } from './api/net.mjs'
import { protocol } from './api/protocol.mjs'
import { session } from './api/session.mjs'
import { shell } from './api/shell.mjs'
import { clipboard, Notification, powerMonitor, screen } from './api/system.mjs'
import { utilityProcess } from './api/utility-process.mjs'
import { webContents } from './api/web-contents.mjs'
import { strict } from './strict.mjs'

const everything = {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
}

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
}
// Electron's own module has both: `import electron from 'electron'`, and require() of CommonJS.
// eslint-disable-next-line no-restricted-syntax
export default strict('electron', everything)
