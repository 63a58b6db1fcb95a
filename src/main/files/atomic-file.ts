/** Files that are whole or untouched, whatever happens while they are written. */
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Text in pieces: of one string, or as it comes. */
export type Chunks = Iterable<string> | AsyncIterable<string>

/**
 * Writes `chunks` to a temporary file beside `path`, flushes it, and renames it into place. On any failure the
 * temporary file is removed and what was at `path` stands. The file is for the user alone.
 *
 * Answers the number of bytes. Throws what the file system or `chunks` throws.
 */
export async function writeFileAtomically(path: string, chunks: Chunks): Promise<number> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.part`)
  try {
    const bytes = await writeNew(temporary, chunks)
    await renameWithPatience(temporary, path)
    await flushFolder(dirname(path))
    return bytes
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw thrown
  }
}

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

/** On Windows a virus scanner or an indexer may hold the target for a moment. */
const patience = process.platform === 'win32' ? [20, 50, 100, 200, 400] : []

async function renameWithPatience(from: string, to: string): Promise<void> {
  for (const milliseconds of patience) {
    try {
      await rename(from, to)
      return
    } catch (thrown) {
      if (!isHeld(thrown)) throw thrown
      await wait(milliseconds)
    }
  }
  await rename(from, to)
}

const isHeld = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'EPERM' || thrown.code === 'EBUSY')

/** So that the new name survives a loss of power. Windows cannot open folders, and needs no such thing. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  // Some network file systems refuse: the file itself is flushed already.
  await folder.sync().catch(() => undefined)
  await folder.close()
}
