/**
 * Files up to a limit of bytes; the ones used longest ago go first. The order is kept in memory and, as the files'
 * own times, on disk: there is no index that could be damaged or disagree with the folder.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { scanFolder } from './scan-folder.ts'

export interface FileCacheOptions {
  folder: string
  limitBytes: () => number
}

export interface FileCache {
  /** The path of a file that is held, which counts as a use; null where it is not. Never waits for the scan. */
  find(name: string): Promise<{ path: string; bytes: number } | null>
  /** Keeps a file, whole or not at all, and makes room. Throws on a full disk, and when `signal` is aborted. */
  put(name: string, bytes: Uint8Array, signal: AbortSignal): Promise<void>
  remove(name: string): Promise<void>
  usedBytes(): Promise<number>
  /** Makes room after the limit has been lowered. */
  trim(): Promise<void>
  /** Removes the files of one group (the part of the name before "/"), or all. */
  clear(group?: string): Promise<void>
  /** Writes down the uses that are not on disk yet. */
  close(): Promise<void>
}

/** How long a use may be known to memory alone; a kill loses no more of the order than this. */
const touchDelay = 5_000

/** @returns at once; the folder is made and looked through in the background. Names are "group/file". */
export function openFileCache({ folder, limitBytes }: FileCacheOptions): FileCache {
  /** Bytes by name, the one used longest ago first. */
  let sizes = new Map<string, number>()
  let total = 0
  let touched = new Map<string, Date>()
  let lastUse = 0
  let touchTimer: NodeJS.Timeout | undefined
  let isScanned = false
  const pathOf = (name: string): string => join(folder, name)

  const scanned = mkdir(folder, { recursive: true, mode: 0o700 })
    .then(() => scanFolder(folder))
    .catch(() => [])
    .then((found) => {
      // What was used meanwhile is newer than what was found.
      const used = sizes
      sizes = new Map(found.filter(({ name }) => !used.has(name)).map(({ name, bytes }) => [name, bytes]))
      for (const [name, bytes] of used) sizes.set(name, bytes)
      total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)
      isScanned = true
    })

  /** Changes of the folder come one after the other, and after the scan, so that the sum is always true. */
  let changes: Promise<unknown> = scanned
  function change<T>(work: () => Promise<T>): Promise<T> {
    const result = changes.then(work)
    changes = result.catch(() => undefined)
    return result
  }

  function note(name: string, bytes: number): void {
    total += bytes - (sizes.get(name) ?? 0)
    sizes.delete(name)
    sizes.set(name, bytes)
  }

  function forget(name: string): void {
    total -= sizes.get(name) ?? 0
    sizes.delete(name)
    touched.delete(name)
  }

  function touch(name: string): void {
    // Always later than any time before, also than that of a file written within this millisecond.
    lastUse = Math.max(Date.now() + 1, lastUse + 1)
    touched.set(name, new Date(lastUse))
    touchTimer ??= setTimeout(() => void writeTouches(), touchDelay).unref()
  }

  async function writeTouches(): Promise<void> {
    clearTimeout(touchTimer)
    touchTimer = undefined
    const due = touched
    touched = new Map()
    // A file that has gone meanwhile needs no time.
    for (const [name, time] of due) await utimes(pathOf(name), time, time).catch(() => undefined)
  }

  async function forgetIfGone(name: string): Promise<void> {
    await stat(pathOf(name)).catch(() => forget(name))
  }

  async function discard(name: string): Promise<void> {
    await rm(pathOf(name), { force: true })
    forget(name)
  }

  async function makeRoom(): Promise<void> {
    for (const name of sizes.keys()) {
      if (total <= limitBytes()) return
      // A file that a virus scanner holds just now stays counted, and goes another time.
      await discard(name).catch(() => undefined)
    }
  }

  return {
    async find(name) {
      const path = pathOf(name)
      const found = await stat(path).catch(() => null)
      if (!found) {
        // Somebody else emptied the folder.
        if (sizes.has(name)) void change(() => forgetIfGone(name))
        return null
      }
      // After the scan, a file that is not counted is just being put or just being removed.
      if (!isScanned || sizes.has(name)) note(name, found.size)
      touch(name)
      return { path, bytes: found.size }
    },

    put: (name, bytes, signal) =>
      change(async () => {
        signal.throwIfAborted()
        const unfinished = `${pathOf(name)}.${randomUUID()}.part`
        try {
          await mkdir(dirname(unfinished), { recursive: true, mode: 0o700 })
          await writeFile(unfinished, bytes, { mode: 0o600 })
          await rename(unfinished, pathOf(name))
        } catch (thrown) {
          await rm(unfinished, { force: true }).catch(() => undefined)
          throw thrown
        }
        note(name, bytes.byteLength)
        await makeRoom()
      }),

    remove: (name) => change(() => discard(name)),

    usedBytes: () => change(() => Promise.resolve(total)),

    trim: () => change(makeRoom),

    clear: (group) =>
      change(async () => {
        for (const name of [...sizes.keys()]) {
          if (group === undefined || name.startsWith(`${group}/`)) await discard(name)
        }
      }),

    async close() {
      await changes
      await writeTouches()
    },
  }
}
