import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createKeychainClient, fromUtilityProcess } from '../../../../src/main/secrets/keychain-client.ts'
import type { KeychainChild } from '../../../../src/main/secrets/keychain-child.ts'
import type { KeychainRequest } from '../../../../src/main/secrets/keychain-protocol.ts'

/** A process that does what the test says. */
class FakeChild implements KeychainChild {
  readonly asked: KeychainRequest[] = []
  killed = false
  answer: (message: unknown) => void = () => undefined
  exit: () => void = () => undefined

  postMessage(message: unknown): void {
    this.asked.push(message as KeychainRequest)
  }
  onMessage(listener: (message: unknown) => void): void {
    this.answer = listener
  }
  onExit(listener: () => void): void {
    this.exit = listener
  }
  kill(): void {
    this.killed = true
    this.exit()
  }
}

const origin = 'https://shop.akinon.net'
const children: FakeChild[] = []
const spawn = (): FakeChild => {
  const child = new FakeChild()
  children.push(child)
  return child
}
/** Until what was asked has reached the process. */
const settle = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  children.length = 0
})
afterEach(() => vi.useRealTimers())

describe('the keychain client', () => {
  it('starts no process before the first call', () => {
    createKeychainClient({ spawn }).close()
    expect(children).toHaveLength(0)
  })

  it('sends the next call only when the one before is answered', async () => {
    const client = createKeychainClient({ spawn })
    const first = client.get(origin)
    const second = client.delete(origin)
    await settle()
    expect(children[0]!.asked).toEqual([{ id: 1, method: 'get', account: origin }])
    children[0]!.answer({ id: 1, ok: true, value: 'abc' })
    expect(await first).toBe('abc')
    await settle()
    expect(children[0]!.asked[1]).toEqual({ id: 2, method: 'delete', account: origin })
    children[0]!.answer({ id: 2, ok: true, value: true })
    expect(await second).toBe(true)
    expect(children).toHaveLength(1)
  })

  it('kills the process when nobody answers, and starts another for the next call', async () => {
    const client = createKeychainClient({ spawn, answerWithinMs: 60_000 })
    const failing = expect(client.set(origin, 'abc')).rejects.toMatchObject({
      code: 'keychain.timeout',
      params: { seconds: 60 },
    })
    await vi.advanceTimersByTimeAsync(59_999)
    expect(children[0]!.killed).toBe(false)
    const next = client.get(origin)
    await vi.advanceTimersByTimeAsync(1)
    await failing
    expect(children[0]!.killed).toBe(true)
    await settle()
    children[1]!.answer({ id: 2, ok: true, value: null })
    expect(await next).toBeNull()
  })

  it('names a process that crashes, and goes on with another', async () => {
    const client = createKeychainClient({ spawn })
    const failing = expect(client.get(origin)).rejects.toMatchObject({ code: 'keychain.failed' })
    await settle()
    children[0]!.exit()
    await failing
    const next = client.get(origin)
    await settle()
    children[1]!.answer({ id: 2, ok: true, value: 'abc' })
    expect(await next).toBe('abc')
  })

  it('does not take answers to other questions, of other processes, or of no known form', async () => {
    const client = createKeychainClient({ spawn })
    const failing = expect(client.get(origin)).rejects.toMatchObject({ code: 'keychain.failed' })
    await settle()
    children[0]!.exit()
    await failing
    let answered: string | null | undefined
    const next = client.get(origin).then((value) => (answered = value))
    await settle()
    children[1]!.answer({ id: 1, ok: true, value: 'of the first question' })
    children[0]!.answer({ id: 2, ok: true, value: 'of the dead process' })
    children[1]!.answer({ id: 2, value: 'of no known form' })
    children[1]!.answer(null)
    await settle()
    expect(answered).toBeUndefined()
    children[1]!.answer({ id: 2, ok: true, value: 'right' })
    expect(await next).toBe('right')
  })

  it('passes on how the process names a failure', async () => {
    const client = createKeychainClient({ spawn })
    const failing = expect(client.set(origin, 'abc')).rejects.toMatchObject({
      code: 'keychain.locked',
      details: 'Cannot create an item in a locked collection',
    })
    await settle()
    const details = 'Cannot create an item in a locked collection'
    children[0]!.answer({ id: 1, ok: false, code: 'keychain.locked', details })
    await failing
  })

  it('ends a process that has nothing to do, but not between two calls', async () => {
    const client = createKeychainClient({ spawn, idleMs: 5_000 })
    const first = client.get(origin)
    await settle()
    children[0]!.answer({ id: 1, ok: true, value: null })
    await first
    await vi.advanceTimersByTimeAsync(4_999)
    const second = client.get(origin)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(children[0]!.killed).toBe(false)
    children[0]!.answer({ id: 2, ok: true, value: null })
    await second
    await vi.advanceTimersByTimeAsync(5_000)
    expect(children[0]!.killed).toBe(true)
    expect(children).toHaveLength(1)
  })

  it('fails what waits and what comes when it is closed', async () => {
    const client = createKeychainClient({ spawn })
    const waiting = expect(client.get(origin)).rejects.toMatchObject({ code: 'keychain.failed' })
    await settle()
    client.close()
    await waiting
    expect(children[0]!.killed).toBe(true)
    await expect(client.get(origin)).rejects.toMatchObject({ code: 'keychain.failed' })
    expect(children).toHaveLength(1)
  })

  it("works over Electron's utility process", async () => {
    const listeners = new Map<string, (value?: unknown) => void>()
    const posted: unknown[] = []
    const utility = {
      on: (event: string, listener: (message: unknown) => void) => listeners.set(event, listener),
      once: (event: string, listener: () => void) => listeners.set(event, listener),
      postMessage: (message: unknown) => posted.push(message),
      kill: () => true,
    }
    const client = createKeychainClient({ spawn: () => fromUtilityProcess(utility) })
    const got = client.get(origin)
    await settle()
    expect(posted).toHaveLength(1)
    listeners.get('message')!({ id: 1, ok: true, value: 'abc' })
    expect(await got).toBe('abc')
    const failing = expect(client.get(origin)).rejects.toMatchObject({ code: 'keychain.failed' })
    await settle()
    listeners.get('exit')!()
    await failing
  })
})
