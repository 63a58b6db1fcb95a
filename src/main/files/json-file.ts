import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { oneAtATime } from '../../shared/one-at-a-time.ts'
import { PacklightError } from '../../shared/result.ts'
import { removeLeftovers, writeFileAtomically } from './atomic-file.ts'
import { retryWhileBusy, systemErrorCode } from './retry-while-busy.ts'

/** One value kept in a JSON file. */
export interface JsonFile<T> {
  get(): T
  /**
   * Writes what `change` makes of the value, then answers with it; the same object means that nothing changes.
   * Changes come one after the other, each on what the one before it left. Throws `settings.unwritable`, and the
   * value is as it was.
   */
  update(change: (value: T) => T): Promise<T>
  /** Tells each value once it is written. Answers with the way to stop. */
  onChange(listener: (value: T) => void): () => void
  /** Whether a file was found that could not be understood; the value then began with the defaults. */
  readonly wasDamaged: boolean
}

export interface JsonFileOptions<T extends object> {
  file: string
  schema: z.ZodType<T>
  /** Also says which keys this version knows. */
  defaults: T
}

/**
 * Opens a JSON file, which need not be there. One that cannot be understood is set aside under a new name, never
 * deleted, and the defaults are used. Keys that a newer version wrote stay in the file.
 */
export async function openJsonFile<T extends object>(options: JsonFileOptions<T>): Promise<JsonFile<T>> {
  const { file, schema, defaults } = options
  await removeLeftovers(file)
  const found = await readObject(file)
  const known = Object.keys(defaults)
  const unknown = pick(found ?? {}, (key) => !known.includes(key))
  const parsed = schema.safeParse({ ...defaults, ...pick(found ?? {}, (key) => known.includes(key)) })
  const wasDamaged = found === null || !parsed.success
  // Where it cannot be set aside now, the first change does it or fails: nothing is written over it.
  let inTheWay = wasDamaged && !(await setAside(file).catch(() => false))
  let value = parsed.success ? parsed.data : defaults
  const inTurn = oneAtATime()
  const listeners = new Set<(value: T) => void>()

  const write = async (next: T): Promise<void> => {
    const kept = wasDamaged ? {} : unknown
    try {
      if (inTheWay) inTheWay = !(await setAside(file))
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await writeFileAtomically(file, [`${JSON.stringify({ ...kept, ...next }, null, 2)}\n`])
    } catch (thrown) {
      // The code alone: the message names the path, and that the user.
      const details = systemErrorCode(thrown) ?? 'write failed'
      throw new PacklightError({ code: 'settings.unwritable', details }, thrown)
    }
  }

  return {
    get: () => value,
    wasDamaged,
    update: (change) =>
      inTurn(async () => {
        const next = change(value)
        if (next === value) return value
        await write(next)
        value = next
        for (const listener of listeners) listener(next)
        return next
      }),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The object in the file; an empty one where there is no file; null where it cannot be read or is no object. */
async function readObject(file: string): Promise<Record<string, unknown> | null> {
  try {
    const text = await retryWhileBusy(() => readFile(file, 'utf8'))
    // Windows editors like to begin a file with a byte order mark.
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : null
  } catch (thrown) {
    return systemErrorCode(thrown) === 'ENOENT' ? {} : null
  }
}

function pick(object: Record<string, unknown>, wanted: (key: string) => boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => wanted(key)))
}

/** Renames the file: "settings.json.damaged-2026-11-24T08-15-00-000Z-1f2e". Always true, or throws. */
async function setAside(file: string): Promise<true> {
  const time = new Date().toISOString().replaceAll(/[:.]/g, '-')
  const aside = `${file}.damaged-${time}-${randomUUID().slice(0, 4)}`
  await retryWhileBusy(() => rename(file, aside))
  return true
}
