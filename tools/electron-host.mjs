// Which runtime opens the app: Electron's own, or the stand-in where Electron's cannot be had.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const projectRoot = resolve(import.meta.dirname, '..')
const standIn = join(import.meta.dirname, 'chromium-electron')

/** The path of Electron's executable in node_modules, or undefined while its runtime is not (wholly) there. */
export function installedElectron(root = projectRoot) {
  const folder = join(root, 'node_modules', 'electron')
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const unpacked = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return unpacked === version && existsSync(executable) ? executable : undefined
  } catch {
    return undefined
  }
}

/**
 * Decides what opens the app. PACKLIGHT_HOST=electron or =chromium decides it for tests. The stand-in is for Linux
 * only; elsewhere Electron's own runtime has to be there.
 * @param {{ root?: string, environment?: NodeJS.ProcessEnv, platform?: string }} [options]
 * @returns {{ kind: 'electron' | 'chromium', executable: string | undefined, env: Record<string, string> }}
 *   `executable` is undefined where Electron is wanted and not there; `env` is what to add to the environment, and
 *   makes Playwright, `npx electron` and electron-vite take the same runtime
 */
export function electronHost({
  root = projectRoot,
  environment = process.env,
  platform = process.platform,
} = {}) {
  const installed = installedElectron(root)
  const wanted = environment.PACKLIGHT_HOST ?? (installed || platform !== 'linux' ? 'electron' : 'chromium')
  if (wanted === 'electron') return { kind: 'electron', executable: installed, env: {} }
  if (wanted !== 'chromium') throw new Error(`PACKLIGHT_HOST is "electron" or "chromium", not "${wanted}"`)
  const executable = join(standIn, 'electron')
  const env = { ELECTRON_OVERRIDE_DIST_PATH: standIn, ELECTRON_EXEC_PATH: executable }
  return { kind: 'chromium', executable, env }
}
