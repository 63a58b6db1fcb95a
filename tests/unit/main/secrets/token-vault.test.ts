import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { KeychainClient } from '../../../../src/main/secrets/keychain-client.ts'
import { createTokenVault } from '../../../../src/main/secrets/token-vault.ts'
import { PacklightError } from '../../../../src/shared/result.ts'

const origin = 'https://shop.akinon.net'
const held = new Map<string, string>()
let locked = false
let broken: PacklightError | null = null

/** Locked, it behaves as libsecret does: it holds nothing, and takes nothing. */
const keychain = {
  get: vi.fn<KeychainClient['get']>(),
  set: vi.fn<KeychainClient['set']>(),
  delete: vi.fn<KeychainClient['delete']>(),
  close: vi.fn<KeychainClient['close']>(),
}

beforeEach(() => {
  held.clear()
  locked = false
  broken = null
  vi.resetAllMocks()
  const answer = <T>(value: () => T): Promise<T> =>
    broken ? Promise.reject(broken) : Promise.resolve().then(value)
  keychain.get.mockImplementation((account) => answer(() => (locked ? null : (held.get(account) ?? null))))
  keychain.delete.mockImplementation((account) => answer(() => !locked && held.delete(account)))
  keychain.set.mockImplementation((account, secret) =>
    answer(() => {
      if (locked) throw new PacklightError({ code: 'keychain.locked' })
      held.set(account, secret)
    }),
  )
})

describe('the token vault', () => {
  it('reads the keychain once, even when many ask at the same time', async () => {
    held.set(origin, 'abc')
    const vault = createTokenVault({ keychain })
    expect(await Promise.all([vault.get(origin), vault.get(origin), vault.get(origin)])).toEqual(
      Array(3).fill('abc'),
    )
    locked = true
    expect(await vault.get(origin)).toBe('abc')
    expect(keychain.get).toHaveBeenCalledTimes(1)
  })

  it('asks again after null or a failure: the keychain may be unlocked by now', async () => {
    held.set(origin, 'abc')
    const vault = createTokenVault({ keychain })
    locked = true
    expect(await vault.get(origin)).toBeNull()
    broken = new PacklightError({ code: 'keychain.timeout' })
    await expect(vault.get(origin)).rejects.toMatchObject({ code: 'keychain.timeout' })
    locked = false
    broken = null
    expect(await vault.get(origin)).toBe('abc')
  })

  it("prefers the session's token, and tells that it is one", async () => {
    held.set(origin, 'abc')
    const vault = createTokenVault({ keychain })
    expect(vault.sessionHas(origin)).toBe(false)
    vault.keepForSession(origin, 'session')
    expect(await vault.get(origin)).toBe('session')
    expect(vault.sessionHas(origin)).toBe(true)
    expect(keychain.set).not.toHaveBeenCalled()
  })

  it("replaces the session's token by a saved one", async () => {
    const vault = createTokenVault({ keychain })
    vault.keepForSession(origin, 'session')
    await vault.save(origin, 'saved')
    expect(vault.sessionHas(origin)).toBe(false)
    expect(await vault.get(origin)).toBe('saved')
    expect(held.get(origin)).toBe('saved')
  })

  it('holds nothing of a token that could not be saved', async () => {
    const vault = createTokenVault({ keychain })
    locked = true
    await expect(vault.save(origin, 'abc')).rejects.toMatchObject({ code: 'keychain.locked' })
    expect(await vault.get(origin)).toBeNull()
    expect(vault.sessionHas(origin)).toBe(false)
  })

  it('does not trust a keychain that gives back something else, and leaves nothing in it', async () => {
    const vault = createTokenVault({ keychain })
    keychain.get.mockResolvedValueOnce('ab')
    const failing = vault.save(origin, 'abc')
    await expect(failing).rejects.toMatchObject({ code: 'keychain.failed' })
    await expect(failing).rejects.not.toMatchObject({ details: expect.stringContaining('abc') as string })
    expect(held.size).toBe(0)
    expect(await vault.get(origin)).toBeNull()
  })

  it('forgets a token everywhere; one that was never there is fine', async () => {
    const vault = createTokenVault({ keychain })
    await vault.save(origin, 'abc')
    await vault.remove(origin)
    expect(held.size).toBe(0)
    expect(await vault.get(origin)).toBeNull()
    await vault.remove(origin)
    expect(held.size).toBe(0)
  })

  it.each([{}, { wasSaved: true }])(
    'finds out a locked keychain when a saved token is removed: %o',
    async (how) => {
      held.set(origin, 'abc')
      locked = true
      const vault = createTokenVault({ keychain })
      await expect(vault.remove(origin, how)).rejects.toMatchObject({ code: 'keychain.locked' })
      expect(held.get(origin)).toBe('abc')
    },
  )

  it('stays as it was when the keychain refuses to forget', async () => {
    const vault = createTokenVault({ keychain })
    await vault.save(origin, 'abc')
    broken = new PacklightError({ code: 'keychain.timeout' })
    await expect(vault.remove(origin)).rejects.toMatchObject({ code: 'keychain.timeout' })
    expect(await vault.get(origin)).toBe('abc')
  })

  it("forgets a session's token also where there is no keychain", async () => {
    const vault = createTokenVault({ keychain })
    vault.keepForSession(origin, 'session')
    broken = new PacklightError({ code: 'keychain.service-missing' })
    await vault.remove(origin)
    expect(vault.sessionHas(origin)).toBe(false)
  })

  it('does not bring back a token by a read that began before it was removed', async () => {
    held.set(origin, 'abc')
    const vault = createTokenVault({ keychain })
    const reading = vault.get(origin)
    const removing = vault.remove(origin)
    expect(await reading).toBe('abc')
    await removing
    expect(await vault.get(origin)).toBeNull()
  })

  it('tells of each token before it is used', async () => {
    held.set('https://kept.example', 'kept')
    const told: string[] = []
    const vault = createTokenVault({ keychain, onToken: (token) => told.push(token) })
    vault.keepForSession(origin, 'session')
    const saving = vault.save(origin, 'saved')
    expect(told).toEqual(['session', 'saved'])
    await saving
    await vault.get('https://kept.example')
    expect(told).toEqual(['session', 'saved', 'kept'])
  })

  it('forgets what memory holds when it is closed, and leaves the keychain as it is', async () => {
    const vault = createTokenVault({ keychain })
    await vault.save(origin, 'abc')
    vault.keepForSession('https://other.example', 'session')
    vault.close()
    expect(vault.sessionHas('https://other.example')).toBe(false)
    expect(held.get(origin)).toBe('abc')
    expect(keychain.close).toHaveBeenCalledTimes(1)
  })
})
