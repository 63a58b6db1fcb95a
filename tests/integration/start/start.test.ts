import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { electronHost, installedElectron } from '../../../tools/electron-host.mjs'
import { nodeComplaint } from '../../../tools/require-node.mjs'
import { reasonToBuild } from '../../../tools/start/build.mjs'
import { getElectron, reasonIn } from '../../../tools/start/get-electron.mjs'

const project = resolve(import.meta.dirname, '../../..')
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'start-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function put(name: string, text = '', seconds = 1000): void {
  const path = join(root, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  utimesSync(path, seconds, seconds)
}

describe('the Node that is needed', () => {
  it.each([
    ['v24.11.0', ''],
    ['v24.21.0', ''],
    ['v25.0.0', ''],
    ['v24.9.3', 'Packlight needs Node 24.11 or later, and this is v24.9.3.'],
    ['v20.20.2', 'Packlight needs Node 24.11 or later, and this is v20.20.2.'],
  ])('%s', (version, complaint) => {
    expect(nodeComplaint(version, '>=24.11').split('\n')[0]).toBe(complaint)
  })
})

describe('building', () => {
  const outputs = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
  const putSources = (seconds: number): void => {
    for (const name of ['src/main/index.ts', 'electron.vite.config.ts', 'package.json', 'package-lock.json'])
      put(name, '', seconds)
    for (const folder of ['src', 'src/main']) utimesSync(join(root, folder), seconds, seconds)
  }

  it('is done once, and again when a source is newer than what was built', () => {
    putSources(1000)
    expect(reasonToBuild(root)).toBe('it has not been built yet')
    for (const name of outputs) put(name, '', 2000)
    expect(reasonToBuild(root)).toBeUndefined()
    put('src/main/index.ts', 'changed', 3000)
    expect(reasonToBuild(root)).toBe('its sources have changed')
  })

  it('is done again when a source was removed, or a part of the build is not there', () => {
    putSources(1000)
    for (const name of outputs) put(name, '', 2000)
    utimesSync(join(root, 'src/main'), 3000, 3000)
    expect(reasonToBuild(root)).toBe('its sources have changed')
    utimesSync(join(root, 'src/main'), 1000, 1000)
    rmSync(join(root, 'out/preload/index.cjs'))
    expect(reasonToBuild(root)).toBe('it has not been built yet')
  })
})

describe('the runtime', () => {
  const putElectron = (): void => {
    put('node_modules/electron/package.json', '{"version":"45.4.1"}')
    put('node_modules/electron/dist/version', '45.4.1')
    put('node_modules/electron/path.txt', 'electron')
    put('node_modules/electron/dist/electron')
  }
  const hostOf = (platform: string, environment: Record<string, string> = {}) =>
    electronHost({ root, platform, environment })

  it('is Electron’s own where that is there', () => {
    putElectron()
    const executable = join(root, 'node_modules/electron/dist/electron')
    expect(installedElectron(root)).toBe(executable)
    expect(hostOf('linux')).toEqual({ kind: 'electron', executable, env: {} })
  })

  it.each(['dist/version', 'path.txt', 'dist/electron'])('is not there without %s', (name) => {
    putElectron()
    rmSync(join(root, 'node_modules/electron', name))
    expect(installedElectron(root)).toBeUndefined()
  })

  it('is not there in another version', () => {
    putElectron()
    put('node_modules/electron/dist/version', '45.4.0')
    expect(installedElectron(root)).toBeUndefined()
  })

  it('is the stand-in on Linux without it, and nothing elsewhere', () => {
    const folder = join(project, 'tools/chromium-electron')
    const executable = join(folder, 'electron')
    const env = { ELECTRON_OVERRIDE_DIST_PATH: folder, ELECTRON_EXEC_PATH: executable }
    expect(hostOf('linux')).toEqual({ kind: 'chromium', executable, env })
    expect(hostOf('win32')).toEqual({ kind: 'electron', executable: undefined, env: {} })
  })

  it('is what PACKLIGHT_HOST says', () => {
    putElectron()
    expect(hostOf('linux', { PACKLIGHT_HOST: 'chromium' }).kind).toBe('chromium')
    expect(() => hostOf('linux', { PACKLIGHT_HOST: 'opera' })).toThrow('not "opera"')
  })

  it.skipIf(installedElectron())('says in one line why it could not be downloaded', async () => {
    const mirror = createServer((_request, response) => response.writeHead(403).end())
    await new Promise<void>((done) => mirror.listen(0, '127.0.0.1', done))
    const { port } = mirror.address() as AddressInfo
    const failure = await getElectron(project, {
      ...process.env,
      ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
      electron_config_cache: root,
    })
    mirror.close()
    expect(failure).toMatch(/403/)
    expect(failure).not.toMatch(/\n/)
  })

  it('finds the innermost cause in what the downloader says', () => {
    const said = [
      'RequestError: fetch failed',
      '    at x (y.js:1:2) {',
      '  [cause]: Error: connect ECONNREFUSED 127.0.0.1:1',
      '      at z (w.js:3:4) {',
      "    code: 'ECONNREFUSED'",
    ].join('\n')
    expect(reasonIn(said)).toBe('connect ECONNREFUSED 127.0.0.1:1')
    expect(reasonIn('TypeError: fetch failed')).toBe('the page that offers it cannot be reached')
    expect(reasonIn('something else\nmore')).toBe('something else')
    expect(reasonIn('')).toBe('no reason was given')
  })
})

describe.runIf(process.platform === 'linux')('npm start without a display', () => {
  it('says so and names the tour', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(project, 'tools/start.mjs')], {
      env: { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' },
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stderr).toContain('There is no display here')
    expect(stderr).toContain('npm run tour')
  })
})
