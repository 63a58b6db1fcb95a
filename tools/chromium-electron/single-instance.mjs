// One instance for a profile. The lock is SQLite's lock on a file: the system lets go of it when the process ends,
// however it ends, so that a killed app leaves nothing behind. A second instance leaves its words in a folder that
// the first one watches.
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const folderOf = (userData) => join(userData, 'chromium-electron')
const lettersOf = (userData) => join(folderOf(userData), 'second-instances')

/**
 * @param {string} userData
 * @returns {{ release: () => void } | null} null: another process holds it
 */
export function takeLock(userData) {
  mkdirSync(folderOf(userData), { recursive: true })
  const database = new DatabaseSync(join(folderOf(userData), 'instance.lock'), { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
    return { release: () => database.close() }
  } catch {
    database.close()
    return null
  }
}

/**
 * Tells `heard` of every later instance, until the returned function is called.
 * @param {string} userData
 * @param {(letter: { argv: string[], workingDirectory: string, additionalData: unknown }) => void} heard
 */
export function listen(userData, heard) {
  const folder = lettersOf(userData)
  rmSync(folder, { recursive: true, force: true }) // of an instance that was killed
  mkdirSync(folder, { recursive: true })
  const watcher = watch(folder, () => {
    for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.json'))) {
      const letter = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      rmSync(join(folder, name))
      heard(letter)
    }
  })
  watcher.unref()
  return () => watcher.close()
}

/** What a second instance does before it ends. */
export function tellFirst(userData, letter) {
  const path = join(lettersOf(userData), randomUUID())
  mkdirSync(lettersOf(userData), { recursive: true })
  writeFileSync(`${path}.part`, JSON.stringify(letter))
  renameSync(`${path}.part`, `${path}.json`) // so that nobody reads half of it
}
