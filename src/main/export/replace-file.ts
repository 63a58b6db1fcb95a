/**
 * Writes a file whole or not at all: to a temporary file beside the target, flushed, then renamed. Whatever
 * happens on the way, the old file stands as it was and nothing half-written is left.
 */
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { PacklightError } from '../../shared/result.ts'
import type { ErrorCode } from '../../shared/result.ts'

/** Bytes written. Throws `export.*`; what `chunks` throws passes through. */
export async function replaceFile(target: string, chunks: AsyncIterable<string>): Promise<number> {
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.part`)
  try {
    const bytes = await writeNew(temporary, chunks)
    await rename(temporary, target)
    return bytes
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw namedFailure(thrown)
  }
}

async function writeNew(path: string, chunks: AsyncIterable<string>): Promise<number> {
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

const codes: Record<string, ErrorCode> = {
  ENOSPC: 'export.disk-full',
  EDQUOT: 'export.disk-full',
  // Excel holds an open workbook's file; Windows answers either of these.
  EBUSY: 'export.target-busy',
  EPERM: 'export.target-busy',
  ENOENT: 'export.folder-gone',
  ENOTDIR: 'export.folder-gone',
  EACCES: 'export.no-permission',
  EROFS: 'export.no-permission',
}

function namedFailure(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return thrown
  if (thrown instanceof PacklightError) return thrown
  // The message of a file system error names the path, which is the user's own choice, but not for a log.
  return new PacklightError({ code: codes[thrown.code] ?? 'export.failed', details: thrown.code }, thrown)
}
