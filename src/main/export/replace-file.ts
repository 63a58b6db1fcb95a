import { PacklightError } from '../../shared/result.ts'
import type { ErrorCode } from '../../shared/result.ts'
import { writeFileAtomically } from '../files/atomic-file.ts'

/**
 * Writes an export whole or not at all; see `writeFileAtomically`.
 *
 * Answers the number of bytes. Throws `export.*`; what else `chunks` throws passes through.
 */
export async function replaceFile(target: string, chunks: AsyncIterable<string>): Promise<number> {
  try {
    return await writeFileAtomically(target, chunks)
  } catch (thrown) {
    throw namedFailure(thrown)
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
