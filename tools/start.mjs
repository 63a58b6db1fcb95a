// npm start: builds where needed, and opens Packlight with what this computer has. Flags go to the app.
import './require-node.mjs'
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { electronHost } from './electron-host.mjs'
import { build, reasonToBuild } from './start/build.mjs'
import { getChromium } from './start/get-chromium.mjs'
import { getElectron } from './start/get-electron.mjs'

const root = resolve(import.meta.dirname, '..')
const say = (line) => console.error(line)

try {
  process.exitCode = await start()
} catch (error) {
  say(error.message)
  process.exitCode = 1
}

/** @returns {Promise<number>} the exit code */
async function start() {
  if (!hasDisplay()) {
    say(
      'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so that no window can be opened.',
    )
    say('To see Packlight without one, run the headless tour: npm run tour')
    return 1
  }
  const reason = reasonToBuild(root)
  if (reason) {
    say(`Building Packlight: ${reason} ...`)
    build(root)
  }
  const host = await findHost()
  return host ? open(host) : 1
}

function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

async function findHost() {
  const first = electronHost()
  if (first.kind === 'electron' && first.executable) return first
  if (process.env.PACKLIGHT_HOST !== 'chromium') {
    say("Electron's runtime is not here yet; downloading it ...")
    const failure = await getElectron(root)
    if (failure === undefined) return electronHost()
    say(`It could not be downloaded: ${failure}`)
    if (first.kind === 'electron') {
      say('Check the network, or name a mirror by ELECTRON_MIRROR, and start again.')
      return undefined
    }
    say(
      'Opening Packlight in Chromium instead, which looks and works nearly the same (tools/chromium-electron).',
    )
  }
  return getChromium(say) ? first : undefined
}

/** Opens the app and waits for its end. */
function open({ kind, executable, env }) {
  // Chromium refuses to sandbox a root user; everybody else is sandboxed.
  const asRoot = kind === 'electron' && process.platform === 'linux' && process.getuid() === 0
  const args = [root, ...(asRoot ? ['--no-sandbox'] : []), ...process.argv.slice(2)]
  const child = spawn(executable, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolveExit, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolveExit(code ?? 1))
  })
}
