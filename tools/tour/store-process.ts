import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface StoreProcess {
  address: string
  token: string
  /** Ends it: from now on nothing answers at the address. */
  stop(): Promise<void>
}

/** The sample store as a program of its own, so that its end is the end of the network for the app. */
export async function startStoreProcess(items: number): Promise<StoreProcess> {
  const program = join(import.meta.dirname, '../../src/main/sample-store/cli.ts')
  const child = spawn(process.execPath, [program, '--items', String(items), '--images'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)
  const [line] = (await once(lines, 'line')) as [string]
  const [address] = /http:\/\/\S+/.exec(line) ?? []
  const [, token] = /token\W+(\w+)/i.exec(line) ?? []
  if (!address || !token) throw new Error(`the sample store said: ${line}`)
  return {
    address,
    token,
    async stop() {
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
