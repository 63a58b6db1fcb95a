import { readFile, rename } from 'node:fs/promises'
import type { z } from 'zod'
import { PacklightError } from '../../shared/result.ts'
import { writeFileAtomically } from './atomic-file.ts'

/** One value kept in a JSON file. */
export interface JsonFile<T> {
  get(): T
  /** Writes, then answers. Throws `settings.unwritable`, and the value is as it was. */
  set(value: T): Promise<void>
}

export interface JsonFileOptions<T extends object> {
  file: string
  schema: z.ZodType<T>
  defaults: T
}

/**
 * Opens a JSON file. One that cannot be read is set aside under a new name, never deleted, and the defaults are
 * used. Keys that a newer version wrote stay in the file. Writes come one after the other.
 */
export async function openJsonFile<T extends object>(options: JsonFileOptions<T>): Promise<JsonFile<T>> {
  const { file, schema, defaults } = options
  const found = await readObject(file)
  const known = Object.keys(defaults)
  const unknown = Object.fromEntries(Object.entries(found ?? {}).filter(([key]) => !known.includes(key)))
  const parsed = schema.safeParse({ ...defaults, ...pick(found ?? {}, known) })
  if (found === null || !parsed.success) await setAside(file)
  let value = parsed.success ? parsed.data : defaults
  let last: Promise<void> = Promise.resolve()

  const write = async (next: T): Promise<void> => {
    const text = `${JSON.stringify({ ...unknown, ...next }, null, 2)}\n`
    try {
      await writeFileAtomically(file, [text])
    } catch (thrown) {
      const details = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'write failed'
      throw new PacklightError({ code: 'settings.unwritable', details }, thrown)
    }
    value = next
  }

  return {
    get: () => value,
    set(next) {
      const mine = last.then(() => write(next))
      last = mine.catch(() => undefined)
      return mine
    },
  }
}

/** The object in the file; an empty one where there is no file; null where it is no JSON object. */
async function readObject(file: string): Promise<Record<string, unknown> | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return {}
    throw new PacklightError({ code: 'settings.unwritable', details: 'cannot be read' }, thrown)
  }
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : null
  } catch {
    return null
  }
}

function pick(object: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => keys.includes(key)))
}

async function setAside(file: string): Promise<void> {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
  await rename(file, `${file}.damaged-${stamp}`).catch(() => undefined)
}
