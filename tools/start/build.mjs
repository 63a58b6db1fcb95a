import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const products = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const sources = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

function newestChange(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  // A folder's own time too: a file that was removed leaves no other trace.
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestChange(join(path, name))),
    stat.mtimeMs,
  )
}

/** Why the app has to be built, in words for the user; undefined where what was built is newer than its sources. */
export function reasonToBuild(root) {
  const built = products.map((product) => statSync(join(root, product), { throwIfNoEntry: false })?.mtimeMs)
  if (built.includes(undefined)) return 'it has not been built yet'
  const newest = Math.max(...sources.map((source) => newestChange(join(root, source))))
  return newest > Math.min(...built) ? 'its sources have changed' : undefined
}

/** Builds into out/. Throws with the builder's output where that fails. */
export function build(root) {
  const program = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`)
}
