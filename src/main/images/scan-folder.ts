import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface FoundFile {
  /** "group/file" */
  name: string
  bytes: number
}

/** How many files are looked at together: enough to keep the disk busy, few enough to leave it to others too. */
const batch = 32

/** The files of `folder`'s subfolders, the one used longest ago first. Unfinished ones are swept away. */
export async function scanFolder(folder: string): Promise<FoundFile[]> {
  const names: string[] = []
  for (const group of await readdir(folder, { withFileTypes: true })) {
    if (!group.isDirectory()) continue
    for (const file of await readdir(join(folder, group.name))) names.push(`${group.name}/${file}`)
  }
  const found: (FoundFile & { lastUse: number })[] = []
  for (let start = 0; start < names.length; start += batch) {
    await Promise.all(
      names.slice(start, start + batch).map(async (name) => {
        const path = join(folder, name)
        const stats = await stat(path).catch(() => null)
        if (!stats?.isFile()) return
        if (stats.size === 0 || name.endsWith('.part')) await rm(path, { force: true }).catch(() => undefined)
        else found.push({ name, bytes: stats.size, lastUse: stats.mtimeMs })
      }),
    )
  }
  return found.sort((one, other) => one.lastUse - other.lastUse).map(({ name, bytes }) => ({ name, bytes }))
}
