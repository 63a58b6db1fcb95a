/** A small app in a folder of its own, run on the stand-in without a display. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const executable = resolve(import.meta.dirname, '../../../tools/chromium-electron/electron')

/** What every tiny app begins with; `tell` is how it speaks to the test. */
const beginning = `
import { app, BrowserWindow, clipboard, dialog, ipcMain, nativeTheme, net, Notification, powerMonitor, protocol,
  session, shell, utilityProcess, webContents } from 'electron'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
const tell = (value) => console.log('@' + JSON.stringify(value))
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
const html = (body, headers = {}) =>
  new Response('<!doctype html><title>tiny</title>' + body, { headers: { 'content-type': 'text/html', ...headers } })
const open = async (options = {}, url = 'app://tiny/index.html') => {
  const preload = join(import.meta.dirname, 'preload.cjs')
  const window = new BrowserWindow({ ...options, webPreferences: { preload } })
  await window.loadURL(url)
  return { window, js: (code) => window.webContents.executeJavaScript(code) }
}
`

/** For an app that does one piece of work after the other, as the test sends it. */
const atCommand = `
let serve = () => html('<p>hello')
app.on('window-all-closed', () => {}) // it stays for the next piece of work
await app.whenReady()
protocol.handle('app', (request) => serve(request))
createInterface(process.stdin).on('line', (line) => {
  const work = eval('(async () => {' + JSON.parse(line) + '})()')
  work.then((value) => tell(value ?? null), (error) => tell({ failed: String(error) }))
})
tell('ready')
`

const preload = `
const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('api', {
  call: (channel, value) => ipcRenderer.invoke(channel, value),
  send: (channel, value) => ipcRenderer.send(channel, value),
  on: (channel, listener) => ipcRenderer.on(channel, (_event, value) => listener(value)),
})
`

export class TinyApp {
  readonly folder: string
  readonly userData: string
  #running: Running[] = []

  constructor(main: string, files: Record<string, string> = {}) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'tiny-app-')))
    this.userData = join(this.folder, 'user data')
    this.#write('package.json', JSON.stringify({ name: 'tiny', version: '1.2.3', main: 'main.mjs' }))
    this.#write('main.mjs', `${beginning}\n${main}`)
    this.#write('preload.cjs', preload)
    for (const [name, text] of Object.entries(files)) this.#write(name, text)
  }

  #write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text)
  }

  start(args: string[] = [], env: Record<string, string> = {}): Running {
    const child = spawn(executable, [this.folder, `--user-data-dir=${this.userData}`, ...args], {
      env: { ...process.env, CHROMIUM_ELECTRON_HEADLESS: '1', ...env },
      cwd: this.folder,
    })
    const running = new Running(child)
    this.#running.push(running)
    return running
  }

  /** Processes of Chromium that use this app's profile. */
  chromiumProcesses(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && commandLine(name).includes(`--user-data-dir=${this.userData}`))
      .map(Number)
      .filter((pid) => !commandLine(String(pid)).includes('boot.mjs'))
  }

  async remove(): Promise<void> {
    await Promise.all(this.#running.map((running) => running.kill('SIGKILL')))
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

export class Running {
  readonly child: ChildProcess
  /** What it wrote to stderr so far. */
  errors = ''
  #told: unknown[] = []
  #ended = false
  #waiting: ((value: unknown) => void)[] = []
  readonly exit: Promise<number | null>

  constructor(child: ChildProcess) {
    this.child = child
    this.exit = once(child, 'close').then(([code]) => code as number | null)
    child.stderr!.on('data', (chunk: Buffer) => (this.errors += chunk.toString()))
    createInterface(child.stdout!).on('line', (line) => {
      if (line.startsWith('@')) this.#receive(JSON.parse(line.slice(1)))
    })
    child.stdin!.on('error', () => undefined) // it has ended; next() says so
    void this.exit.then(() => {
      this.#ended = true
      for (const waiting of this.#waiting) waiting(this.#endedError())
    })
  }

  #endedError(): Error {
    return new Error(`The app ended.\n${this.errors}`)
  }

  #receive(value: unknown): void {
    const waiting = this.#waiting.shift()
    if (waiting) waiting(value)
    else this.#told.push(value)
  }

  /** The next thing that the app tells; fails where it ends before. */
  async next(): Promise<unknown> {
    if (this.#told.length > 0) return this.#told.shift()
    if (this.#ended) throw this.#endedError()
    const value = await new Promise((done) => this.#waiting.push(done))
    if (value instanceof Error) throw value
    return value
  }

  async kill(signal: NodeJS.Signals): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal)
    return this.exit
  }
}

/** An app that does what `run` sends it. `serve` answers its page's requests, `open` opens a window. */
export class AppAtCommand {
  #tiny = new TinyApp(atCommand)
  #running: Running

  constructor(env: Record<string, string> = {}) {
    this.#running = this.#tiny.start([], env)
  }

  async isReady(): Promise<void> {
    await this.#running.next()
  }

  /** The value that the body of an async function returns in the app, as JSON carries it. */
  async run(body: string): Promise<unknown> {
    this.#running.child.stdin!.write(`${JSON.stringify(body)}\n`)
    return this.#running.next()
  }

  remove(): Promise<void> {
    return this.#tiny.remove()
  }
}
