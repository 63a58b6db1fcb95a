// Where to save, for a person at a display: the desktop's own dialog where one is installed, else the folder for
// downloads, never over a file that is there.
import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { basename, delimiter, extname, join } from 'node:path'

/** The full path of a program, or undefined. */
export function findProgram(name, searchPath = process.env.PATH ?? '') {
  return searchPath
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

/** folder/name.csv, or folder/name (2).csv where that is taken, and so on. */
export function freePath(folder, name) {
  mkdirSync(folder, { recursive: true })
  const extension = extname(name)
  const stem = basename(name, extension)
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${extension}`)
    if (!existsSync(path)) return path
  }
}

/** The command line of the dialog that this desktop has; undefined where it has none. */
export function dialogCommand({ title, suggested }, find = findProgram) {
  const zenity = find('zenity')
  if (zenity) {
    const args = ['--file-selection', '--save', `--filename=${suggested}`, `--title=${title}`]
    return [zenity, args]
  }
  const kdialog = find('kdialog')
  return kdialog ? [kdialog, ['--title', title, '--getsavefilename', suggested]] : undefined
}

/** @returns {Promise<string | null>} the chosen path; null where the person cancelled */
export function runDialog([program, args]) {
  return new Promise((resolve) => {
    execFile(program, args, (error, output) => resolve(error ? null : output.replace(/\n$/, '') || null))
  })
}
