import { basename, isAbsolute, join } from 'node:path'
import { dialogCommand, freePath, runDialog } from '../desktop/save-place.mjs'
import { runtime } from '../runtime.mjs'
import { strict } from '../strict.mjs'
import { app } from './app.mjs'

const say = (text) => console.error(`chromium-electron: ${text}`)
const optionsOf = (args) => args.at(-1) ?? {}
const chosen = (filePath) => ({ canceled: filePath === null, filePath: filePath ?? '' })

function saveInto(folder, suggested) {
  const path = freePath(folder, basename(suggested))
  say(`no file dialog here (zenity or kdialog); saving as ${path}`)
  return path
}

export const dialog = strict('dialog', {
  /** Electron's: (window, options) or (options). */
  async showSaveDialog(...args) {
    const { title = 'Save', defaultPath = 'untitled' } = optionsOf(args)
    const told = process.env.CHROMIUM_ELECTRON_SAVE_TO
    if (told) return chosen(freePath(told, basename(defaultPath)))
    if (runtime.headless) {
      say('dialog.showSaveDialog was not scripted; answered as cancelled')
      return chosen(null)
    }
    const downloads = app.getPath('downloads')
    const suggested = isAbsolute(defaultPath) ? defaultPath : join(downloads, defaultPath)
    const command = dialogCommand({ title, suggested })
    return chosen(command ? await runDialog(command) : saveInto(downloads, suggested))
  },

  async showMessageBox(...args) {
    const { message, cancelId, defaultId } = optionsOf(args)
    const response = cancelId ?? defaultId ?? 0
    say(`message box not scripted, answered with button ${response}: ${message}`)
    return { response, checkboxChecked: false }
  },

  showErrorBox: (title, text) => console.error(`${title}: ${text}`),
})
