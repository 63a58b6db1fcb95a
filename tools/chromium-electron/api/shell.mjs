import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { findProgram } from '../desktop/save-place.mjs'
import { runtime } from '../runtime.mjs'
import { strict } from '../strict.mjs'

/** What was asked for, in order: specs read it as `shell.opened`. */
const opened = []

function open(asked, shown = asked) {
  opened.push(asked)
  if (runtime.headless) return
  const program = findProgram('xdg-open')
  if (!program) {
    console.error(`chromium-electron: xdg-open is not installed; open this yourself: ${shown}`)
    return
  }
  const child = spawn(program, [shown], { stdio: 'ignore', detached: true })
  child.on('error', (error) => console.error(`chromium-electron: xdg-open: ${error.message}`))
  child.unref()
}

export const shell = strict('shell', {
  opened,
  openExternal: async (url) => open(url),
  openPath: async (path) => {
    open(path)
    return ''
  },
  showItemInFolder: (path) => open(path, dirname(path)),
  beep() {},
})
