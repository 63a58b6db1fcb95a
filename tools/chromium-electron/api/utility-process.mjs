// A utility process is a Node process whose parentPort goes over Node's own IPC channel. It ends when that closes:
// with the app, however the app ends.
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import { types } from 'node:util'
import { strict } from '../strict.mjs'

const boot = fileURLToPath(new URL('../utility-boot.mjs', import.meta.url))

class UtilityProcess extends EventEmitter {
  #child

  constructor(modulePath, args, { stdio = 'inherit', execArgv = [], env, cwd, serviceName = '' }) {
    super()
    const [input, output, errors] = Array.isArray(stdio) ? stdio : ['ignore', stdio, stdio]
    this.#child = fork(boot, [modulePath, ...args], {
      execArgv,
      env: { ...(env ?? process.env), CHROMIUM_ELECTRON_SERVICE: serviceName },
      ...(cwd === undefined ? {} : { cwd }),
      stdio: [input, output, errors, 'ipc'],
      serialization: 'advanced',
    })
    this.#child.on('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.on('error', (error) => this.emit('error', 'FatalError', error.message, ''))
    this.#child.on('exit', (code, signal) => this.emit('exit', code ?? signalCode(signal)))
  }

  get pid() {
    const isRunning = this.#child.exitCode === null && this.#child.signalCode === null
    return isRunning ? this.#child.pid : undefined
  }

  get stdout() {
    return this.#child.stdout
  }

  get stderr() {
    return this.#child.stderr
  }

  /** Throws where the message cannot be cloned, as Electron does. A message to an ended process is lost. */
  postMessage(message) {
    if (types.isProxy(message)) throw new Error('An object could not be cloned.')
    if (this.#child.connected) this.#child.send(message)
  }

  /** @returns {boolean} false: it had ended */
  kill() {
    return this.#child.kill()
  }
}

/** Exit code of a process that a signal ended. */
const signalCode = (signal) => (signal === 'SIGTERM' ? 15 : signal === 'SIGKILL' ? 9 : 1)

export const utilityProcess = strict('utilityProcess', {
  fork: (modulePath, args = [], options = {}) =>
    strict('UtilityProcess', new UtilityProcess(modulePath, args, options)),
})
