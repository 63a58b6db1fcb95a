/** Files that are whole or untouched, whatever happens while they are written. */
import { randomUUID } from 'node:crypto'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { retryWhileBusy } from './retry-while-busy.ts'

/** Text in pieces: of one string, or as it comes. */
export type Chunks = Iterable<string> | AsyncIterable<string>

/**
 * Writes `chunks` to a temporary file beside `path`, flushes it, and renames it into place. On any failure the
 * temporary file is removed and what was at `path` stands. The file is for the user alone.
 *
 * Answers the number of bytes. Throws what the file system or `chunks` throws.
 */
export async function writeFileAtomically(path: string, chunks: Chunks): Promise<number> {
  const temporary = join(dirname(path), `${temporaryPrefix(path)}${randomUUID().slice(0, 8)}.part`)
  try {
    const bytes = await writeNew(temporary, chunks)
    await retryWhileBusy(() => rename(temporary, path))
    await flushFolder(dirname(path))
    return bytes
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw thrown
  }
}

/** Removes what writes of `path` left behind when their process was killed. Never fails: it is only tidying. */
export async function removeLeftovers(path: string): Promise<void> {
  const names = await readdir(dirname(path)).catch(() => [])
  const prefix = temporaryPrefix(path)
  const leftovers = names.filter((name) => {
    return name.startsWith(prefix) && /^[0-9a-f]{8}\.part$/.test(name.slice(prefix.length))
  })
  await Promise.allSettled(leftovers.map((name) => rm(join(dirname(path), name))))
}

const temporaryPrefix = (path: string): string => `.${basename(path)}.`

async function writeNew(path: string, chunks: Chunks): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  try {
    let bytes = 0
    for await (const chunk of chunks) {
      const data = Buffer.from(chunk, 'utf8')
      await file.writeFile(data)
      bytes += data.byteLength
    }
    await file.sync()
    return bytes
  } finally {
    await file.close()
  }
}

/** So that the new name survives a loss of power. Windows cannot open folders, and needs no such thing. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  // Some network file systems refuse: the file itself is flushed already, and in its place.
  const folder = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
