import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'

/**
 * Electron's own default menu would take Ctrl+R for reloading the page. On macOS copy and paste need an Edit
 * menu; on Windows and Linux they work without one.
 */
export function setApplicationMenu({ withDeveloperTools }: { withDeveloperTools: boolean }): void {
  const template: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }] : []
  if (withDeveloperTools) template.push({ label: 'Developer', submenu: [{ role: 'toggleDevTools' }] })
  Menu.setApplicationMenu(template.length > 0 ? Menu.buildFromTemplate(template) : null)
}
