// What Electron's executable does before the app's own script: arguments, inspector, the module `electron`, the entry.
import { existsSync, readFileSync, statSync } from 'node:fs'
import inspector from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

if (typeof registerHooks !== 'function')
  throw new Error(`chromium-electron needs Node 22.15 or later (this is ${process.version})`)
const electronUrl = new URL('./electron.mjs', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(\/(main|common))?$/.test(specifier)
      ? { url: electronUrl, format: 'module', shortCircuit: true }
      : next(specifier, context),
})

const { electronVersion, prepare, run } = await import('./host.mjs')
/** How long an entry that waits for `ready` at its top level is waited for. */
const entryPatienceMs = 250

const given = process.argv.slice(2)
process.argv = [process.argv[0], ...given]

if (given.includes('--version') || given.includes('-v')) {
  console.log(`v${electronVersion(process.cwd())} (chromium-electron, Node ${process.version})`)
  process.exit(0)
}
// Playwright's: --inspect=0, and a module to load before the app.
if (given.some((arg) => arg.startsWith('--inspect='))) inspector.open(0)
const { args, required } = withoutRequired(given)
const { directory, entry } = locate(args.find((arg) => !arg.startsWith('-')) ?? '.')

prepare(directory, args)
const require = createRequire(import.meta.url)
for (const name of required) require(name)
const loaded = import(pathToFileURL(entry).href)
loaded.catch((error) => {
  console.error('App threw an error during load\n', error)
  process.exit(1)
})
// `ready` comes after the entry has run, unless the entry itself waits for it at its top level.
await Promise.race([loaded, new Promise((done) => setTimeout(done, entryPatienceMs))])
await run()

function withoutRequired(list) {
  const rest = { args: [], required: [] }
  for (let i = 0; i < list.length; i++) {
    if (list[i] === '-r' || list[i] === '--require') rest.required.push(list[++i])
    else rest.args.push(list[i])
  }
  return rest
}

/** The folder of package.json and its `main`, or a script and its folder. */
function locate(name) {
  const path = resolve(name)
  if (!existsSync(path) || !statSync(path).isDirectory()) return { directory: dirname(path), entry: path }
  const { main = 'index.js' } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  return { directory: path, entry: join(path, main) }
}
