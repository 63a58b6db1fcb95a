/** The keychain's process as its client sees it, whoever started it. */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface KeychainChild {
  postMessage(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Told once when the process has ended, or could not be started. */
  onExit(listener: () => void): void
  kill(): void
}

export type SpawnKeychain = () => KeychainChild

/** The part of Electron's `UtilityProcess` that is needed here. */
interface UtilityChild {
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: () => void): unknown
  kill(): boolean
}

export function fromUtilityProcess(child: UtilityChild): KeychainChild {
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  }
}

/** Starts the program of `keychain-process` in plain Node. `env` replaces this process's own. */
export function nodeKeychain(
  program: URL,
  { env = process.env, execArgv = [] }: { env?: NodeJS.ProcessEnv; execArgv?: string[] } = {},
): SpawnKeychain {
  return () => {
    // The libraries' warnings would go to the terminal of whoever started the app.
    const child = fork(fileURLToPath(program), {
      env,
      execArgv,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    return {
      // A process that has ended tells so itself; the message's own failure adds nothing.
      postMessage: (message) => void child.send(message as object, () => undefined),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', listener).once('error', listener),
      // Not SIGTERM: a blocked thread of the keychain's library would delay an orderly end for ever.
      kill: () => void child.kill('SIGKILL'),
    }
  }
}
