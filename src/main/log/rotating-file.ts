/**
 * Appends lines to a file of limited size: a full "packlight.log" becomes "packlight.1.log", that one
 * "packlight.2.log", and the oldest goes. Synchronous, so that the line about a crash is written before the crash;
 * a line takes some microseconds.
 */
import { closeSync, fchmodSync, fstatSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface RotatingFileOptions {
  folder: string
  /** Of the files, without ".log". */
  name: string
  /** Of one file. */
  maxBytes: number
  /** How many are kept, the current one among them; at least 1. */
  files: number
}

export interface RotatingFile {
  /** Throws the file system's error; the next line tries from the beginning. */
  append(line: string): void
  close(): void
}

export function openRotatingFile({ folder, name, maxBytes, files }: RotatingFileOptions): RotatingFile {
  const pathOf = (age: number): string => join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`)
  let current: { handle: number; bytes: number } | null = null

  const open = (): { handle: number; bytes: number } => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const handle = openSync(pathOf(0), 'a', 0o600)
    // The mode above counts for new files only.
    fchmodSync(handle, 0o600)
    return { handle, bytes: fstatSync(handle).size }
  }

  const close = (): void => {
    const closing = current
    current = null
    if (closing) closeSync(closing.handle)
  }

  const rotate = (): void => {
    // Windows renames no file that is open.
    close()
    rmSync(pathOf(files - 1), { force: true })
    for (let age = files - 2; age >= 0; age--) renameIfThere(pathOf(age), pathOf(age + 1))
  }

  return {
    append(line) {
      const data = Buffer.from(`${line}\n`, 'utf8')
      try {
        current ??= open()
        if (current.bytes > 0 && current.bytes + data.byteLength > maxBytes) {
          rotate()
          current = open()
        }
        current.bytes += writeSync(current.handle, data)
      } catch (thrown) {
        close()
        throw thrown
      }
    },
    close,
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')) throw thrown
  }
}
