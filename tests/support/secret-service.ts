/** A private session bus with a real gnome-keyring on it, or with none, for one test file. */
import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Why there can be no such service here, or null where there can. */
export const noSecretService: string | null = reasonAgainst()

export interface PrivateBus {
  /** Environment for processes that shall use this bus and this keyring alone. */
  env: NodeJS.ProcessEnv
  /** Path of the bus's socket. */
  socket: string
  /** Starts a keyring that is unlocked. */
  startKeyring(): Promise<void>
  /** Locks it, as a screen lock or a log-in without a password would. */
  lockKeyring(): Promise<void>
  close(): Promise<void>
}

export async function startPrivateBus(): Promise<PrivateBus> {
  const folder = await mkdtemp(join(tmpdir(), 'packlight-bus-'))
  const socket = join(folder, 'bus')
  const env = await freshEnvironment(folder, `unix:path=${socket}`)
  const configuration = join(folder, 'bus.conf')
  await writeFile(configuration, busConfiguration(socket))
  const bus = spawn('sh', ['-c', busUntilInputEnds, 'bus', `--config-file=${configuration}`], {
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const keyrings: ChildProcess[] = []
  // It prints its address once it listens.
  await once(bus.stdout, 'data')

  return {
    env,
    socket,
    async startKeyring() {
      const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
        env,
        stdio: ['pipe', 'ignore', 'ignore'],
      })
      keyrings.push(keyring)
      keyring.stdin.end('\n')
      await untilUnlocked(env)
    },
    async lockKeyring() {
      await callKeyring(env, '/org/freedesktop/secrets', [
        'org.freedesktop.Secret.Service.Lock',
        `array:objpath:${loginCollection}`,
      ])
    },
    async close() {
      for (const keyring of keyrings) await ended(keyring)
      const end = once(bus, 'exit')
      bus.stdin.end()
      await end
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const loginCollection = '/org/freedesktop/secrets/collection/login'

/** HOME and the rest in a new folder; nothing of the real session. */
async function freshEnvironment(folder: string, address: string): Promise<NodeJS.ProcessEnv> {
  const places = {
    HOME: 'home',
    XDG_RUNTIME_DIR: 'runtime',
    XDG_DATA_HOME: 'data',
    XDG_CONFIG_HOME: 'config',
  }
  const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'], DBUS_SESSION_BUS_ADDRESS: address }
  for (const [name, place] of Object.entries(places)) {
    env[name] = join(folder, place)
    await mkdir(join(folder, place), { mode: 0o700 })
  }
  await mkdir(join(folder, 'data', 'keyrings'), { mode: 0o700 })
  return env
}

/** The input ends when the test run does, even killed: no bus outlives it, and no keyring outlives its bus. */
const busUntilInputEnds = 'dbus-daemon "$@" --nofork --print-address=1 & cat > /dev/null; kill $!; wait'

/** Without service files: nothing is started by a bus name alone, neither a keyring nor its prompt. */
const busConfiguration = (socket: string): string => `<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow own="*"/>
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
  </policy>
</busconfig>
`

async function untilUnlocked(env: NodeJS.ProcessEnv): Promise<void> {
  for (;;) {
    const locked = await callKeyring(env, loginCollection, [
      'org.freedesktop.DBus.Properties.Get',
      'string:org.freedesktop.Secret.Collection',
      'string:Locked',
    ]).catch(() => 'not there yet')
    if (locked.includes('boolean false')) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function callKeyring(env: NodeJS.ProcessEnv, path: string, call: string[]): Promise<string> {
  const to = ['--session', '--print-reply', '--dest=org.freedesktop.secrets', path]
  const { stdout } = await run('dbus-send', [...to, ...call], { env })
  return stdout
}

async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return
  const end = once(process, 'exit')
  process.kill('SIGKILL')
  await end
}

function reasonAgainst(): string | null {
  if (process.platform !== 'linux') return `${process.platform} has no Secret Service`
  const missing = ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'].filter((name) => !isOnPath(name))
  return missing.length === 0 ? null : `not installed: ${missing.join(', ')}`
}

function isOnPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(':').some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
