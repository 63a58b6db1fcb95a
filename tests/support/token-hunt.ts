/** Looks for a text everywhere a running app could have left it. */
import type { Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The files below `folder` that hold `text`, as UTF-8 or as UTF-16. */
export function filesWith(folder: string, text: string): string[] {
  const wanted = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path)
      return wanted.some((one) => bytes.includes(one))
    })
}

/** Whether the page's heap holds `text`, after a collection of what nobody holds any more. */
export async function heapHolds(page: Page, text: string): Promise<boolean> {
  const session = await page.context().newCDPSession(page)
  let snapshot = ''
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    snapshot += chunk
  })
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return snapshot.includes(text)
}

/** Command lines and environments of the process and of all that it started (Linux). */
export function processTexts(pid: number): string {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = Number(/\) \S (\d+)/.exec(readProc(`/proc/${name}/stat`))?.[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const family = [pid]
  for (let at = 0; at < family.length; at++) family.push(...(children.get(family[at] ?? 0) ?? []))
  return family.map((one) => readProc(`/proc/${one}/cmdline`) + readProc(`/proc/${one}/environ`)).join('\n')
}

/** A process may end while it is looked at. */
function readProc(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/**
 * What the keychain of an environment holds for a store, as any other program would read it.
 * @returns null where it holds nothing
 */
export function keychainHolds(env: NodeJS.ProcessEnv, origin: string): string | null {
  const program = `require('keytar').getPassword('Packlight', ${JSON.stringify(origin)}).then((text) => process.stdout.write(JSON.stringify(text)))`
  const answer = execFileSync(process.execPath, ['-e', program], { env, encoding: 'utf8' })
  return JSON.parse(answer) as string | null
}
