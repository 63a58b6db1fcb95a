import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKeychainClient, nodeKeychain } from '../../../src/main/secrets/keychain-client.ts'
import type { KeychainClient } from '../../../src/main/secrets/keychain-client.ts'
import { createTokenVault } from '../../../src/main/secrets/token-vault.ts'
import { noSecretService, startPrivateBus } from '../../support/secret-service.ts'
import type { PrivateBus } from '../../support/secret-service.ts'
import { ownSilently } from '../../support/silent-bus-name.ts'

const program = new URL('../../../src/main/secrets/keychain-process.ts', import.meta.url)
const appWaiting = fileURLToPath(new URL('../../support/app-waiting-for-keychain.ts', import.meta.url))
const account = 'https://shop.akinon.net'
const token = 'b2f8c41d-Şifre-🔑-"quoted"'

describe.skipIf(noSecretService)(
  `the system keychain${noSecretService ? ` (${noSecretService})` : ''}`,
  () => {
    let bus: PrivateBus
    const clients: KeychainClient[] = []
    const client = (
      options: { env?: NodeJS.ProcessEnv; execArgv?: string[]; answerWithinMs?: number } = {},
    ) => {
      const { env = bus.env, execArgv = [], answerWithinMs = 60_000 } = options
      const made = createKeychainClient({ spawn: nodeKeychain(program, { env, execArgv }), answerWithinMs })
      clients.push(made)
      return made
    }

    beforeEach(async () => {
      bus = await startPrivateBus()
    })
    afterEach(async () => {
      for (const made of clients.splice(0)) made.close()
      await bus.close()
    })

    describe('that is unlocked', () => {
      beforeEach(() => bus.startKeyring())

      it('keeps, gives and deletes a token, letters of any kind included', async () => {
        const keychain = client()
        expect(await keychain.get(account)).toBeNull()
        await keychain.set(account, token)
        expect(await keychain.get(account)).toBe(token)
        expect(await keychain.get('https://other.akinon.net')).toBeNull()
        expect(await keychain.delete(account)).toBe(true)
        expect(await keychain.delete(account)).toBe(false)
        expect(await keychain.get(account)).toBeNull()
      })

      it('has the token in the next run of the app', async () => {
        await createTokenVault({ keychain: client() }).save(account, token)
        expect(await createTokenVault({ keychain: client() }).get(account)).toBe(token)
      })

      it('is not needed again once it gave the token, when it is locked afterwards', async () => {
        const vault = createTokenVault({ keychain: client() })
        await vault.save(account, token)
        await bus.lockKeyring()
        expect(await vault.get(account)).toBe(token)
        expect(await createTokenVault({ keychain: client() }).get(account)).toBeNull()
      })

      it('shows the token in no command line and no environment', async () => {
        const seen: string[] = []
        await client().set(account, token)
        for (const pid of await keychainProcesses()) {
          seen.push(
            await readFile(`/proc/${pid}/cmdline`, 'utf8'),
            await readFile(`/proc/${pid}/environ`, 'utf8'),
          )
        }
        expect(seen).toHaveLength(2)
        expect(seen.join()).not.toContain('b2f8c41d')
      })
    })

    describe('that is locked', () => {
      beforeEach(async () => {
        await bus.startKeyring()
        await client().set(account, token)
        await bus.lockKeyring()
      })

      it('answers as if it held nothing, and refuses to take a token', async () => {
        const vault = createTokenVault({ keychain: client() })
        expect(await vault.get(account)).toBeNull()
        await expect(vault.save(account, 'another-token')).rejects.toMatchObject({ code: 'keychain.locked' })
        expect(await vault.get(account)).toBeNull()
      })

      it('cannot pretend that a saved token was removed', async () => {
        const keychain = client()
        expect(await keychain.delete(account)).toBe(false)
        const vault = createTokenVault({ keychain })
        await expect(vault.remove(account, { wasSaved: true })).rejects.toMatchObject({
          code: 'keychain.locked',
        })
      })

      it('with a prompt that nobody answers is given up after the time for it', async () => {
        const prompter = await ownSilently(bus.socket, 'org.gnome.keyring.SystemPrompter')
        const keychain = client({ answerWithinMs: 3_000 })
        await expect(keychain.set(account, token)).rejects.toMatchObject({ code: 'keychain.timeout' })
        await prompter.called
        prompter.close()
      })
    })

    it('that never replies is given up after the time for it, and the process is killed', async () => {
      const service = await ownSilently(bus.socket, 'org.freedesktop.secrets')
      const keychain = client({ answerWithinMs: 3_000 })
      const failing = keychain.get(account)
      await service.called
      const [hung] = await keychainProcesses()
      await expect(failing).rejects.toMatchObject({ code: 'keychain.timeout', params: { seconds: 3 } })
      service.close()
      expect(hung).toBeDefined()
      await expect.poll(() => keychainProcesses(), { timeout: 10_000 }).not.toContain(hung)
      await bus.startKeyring()
      await keychain.set(account, token)
      expect(await keychain.get(account)).toBe(token)
    })

    it('that never replies does not keep its process when the app is killed', async () => {
      const service = await ownSilently(bus.socket, 'org.freedesktop.secrets')
      const app = spawn(process.execPath, [appWaiting], { env: bus.env, stdio: 'ignore' })
      await service.called
      const hung = await keychainProcesses(app.pid)
      expect(hung).toHaveLength(1)
      app.kill('SIGKILL')
      await once(app, 'exit')
      await expect.poll(() => isRunning(hung[0]!), { timeout: 10_000 }).toBe(false)
      service.close()
    })

    it.each(['get', 'set', 'delete'] as const)('that is not on the bus is named: %s', async (method) => {
      const failing = client()[method](account, token)
      await expect(failing).rejects.toMatchObject({ code: 'keychain.service-missing' })
    })

    it.each([
      ['unset', undefined],
      ['gone', 'unix:path=/nonexistent/bus'],
    ])('is named as missing where the bus is %s', async (_case, address) => {
      const env: NodeJS.ProcessEnv = { ...bus.env }
      delete env['DBUS_SESSION_BUS_ADDRESS']
      if (address !== undefined) env['DBUS_SESSION_BUS_ADDRESS'] = address
      await expect(client({ env }).set(account, token)).rejects.toMatchObject({
        code: 'keychain.service-missing',
      })
    })

    it('whose native module is not there is named, and nothing crashes', async () => {
      const hook = new URL('../../support/without-keytar.ts', import.meta.url).href
      const keychain = client({ execArgv: ['--import', hook] })
      const missing = { code: 'keychain.binding-missing', details: 'MODULE_NOT_FOUND' }
      await expect(keychain.get(account)).rejects.toMatchObject(missing)
      await expect(keychain.set(account, token)).rejects.toMatchObject(missing)
    })
  },
)

async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`)
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  )
  return lists.join(' ').split(/\s+/).filter(Boolean).map(Number)
}

async function keychainProcesses(parent = process.pid): Promise<number[]> {
  const found: number[] = []
  for (const pid of await childrenOf(parent)) {
    const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    if (commandLine.includes('keychain-process')) found.push(pid)
  }
  return found
}

/** A process that ended but was not waited for is a zombie, with no command line. */
async function isRunning(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) !== ''
}
