/**
 * Asks the operating system's keychain, through a process that can be killed. One call at a time: a prompt that
 * nobody answers blocks one thread, and a second call would only open a second prompt.
 */
import { oneAtATime } from '../../shared/one-at-a-time.ts'
import { PacklightError } from '../../shared/result.ts'
import type { KeychainChild, SpawnKeychain } from './keychain-child.ts'
import { keychainAnswerSchema } from './keychain-protocol.ts'
import type { KeychainAnswer, KeychainRequest } from './keychain-protocol.ts'

export { fromUtilityProcess, nodeKeychain } from './keychain-child.ts'

/** Every call throws `keychain.*`. */
export interface KeychainClient {
  /** Null: there is no such entry, or the keychain is locked - on Linux the two cannot be told apart. */
  get(account: string): Promise<string | null>
  set(account: string, secret: string): Promise<void>
  /** Whether something was deleted. False: there is no such entry, or the keychain is locked. */
  delete(account: string): Promise<boolean>
  /** Kills the process; calls that wait fail, as do all later ones. */
  close(): void
}

export interface KeychainClientOptions {
  spawn: SpawnKeychain
  /**
   * Milliseconds until a call is given up. A minute by default, for all three: on Linux and macOS each may open a
   * prompt, and killing the process takes it from under the fingers of someone typing a long password. Nothing
   * else in the app waits for it.
   */
  answerWithinMs?: number
  /** Milliseconds after the last answer until the process, which has seen the token, is ended. */
  idleMs?: number
}

export function createKeychainClient(options: KeychainClientOptions): KeychainClient {
  return new ProcessKeychainClient(options)
}

type Question = KeychainRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never

interface Waiting {
  id: number
  answered: (answer: KeychainAnswer) => void
  failed: (error: PacklightError) => void
}

class ProcessKeychainClient implements KeychainClient {
  readonly #spawn: SpawnKeychain
  readonly #answerWithinMs: number
  readonly #idleMs: number
  readonly #inTurn = oneAtATime()
  #child: KeychainChild | null = null
  #waiting: Waiting | null = null
  #lastId = 0
  #idle: NodeJS.Timeout | undefined
  #closed = false

  constructor({ spawn, answerWithinMs = 60_000, idleMs = 5_000 }: KeychainClientOptions) {
    this.#spawn = spawn
    this.#answerWithinMs = answerWithinMs
    this.#idleMs = idleMs
  }

  async get(account: string): Promise<string | null> {
    const value = await this.#call({ method: 'get', account })
    return typeof value === 'string' ? value : null
  }

  async set(account: string, secret: string): Promise<void> {
    await this.#call({ method: 'set', account, secret })
  }

  async delete(account: string): Promise<boolean> {
    return (await this.#call({ method: 'delete', account })) === true
  }

  close(): void {
    this.#closed = true
    this.#end(failed('The keychain was closed'))
  }

  async #call(question: Question): Promise<string | boolean | null> {
    const answer = await this.#inTurn(() => this.#ask(question))
    if (answer.ok) return answer.value
    throw new PacklightError({ code: answer.code, details: answer.details })
  }

  async #ask(question: Question): Promise<KeychainAnswer> {
    if (this.#closed) throw failed('The keychain was closed')
    clearTimeout(this.#idle)
    const child = this.#running()
    const id = ++this.#lastId
    const timer = setTimeout(() => this.#end(timedOut(this.#answerWithinMs)), this.#answerWithinMs)
    try {
      return await new Promise((answered, failing) => {
        this.#waiting = { id, answered, failed: failing }
        child.postMessage({ ...question, id })
      })
    } finally {
      this.#waiting = null
      clearTimeout(timer)
      this.#idle = setTimeout(() => this.#end(failed('The keychain was idle')), this.#idleMs).unref()
    }
  }

  #running(): KeychainChild {
    if (this.#child) return this.#child
    const child = this.#spawn()
    child.onMessage((message) => {
      const answer = keychainAnswerSchema.safeParse(message)
      if (this.#child === child && answer.success && answer.data.id === this.#waiting?.id) {
        this.#waiting.answered(answer.data)
      }
    })
    child.onExit(() => {
      if (this.#child === child) this.#end(failed('The keychain process ended without an answer'))
    })
    this.#child = child
    return child
  }

  /** Ends the process if it runs, and with `reason` the call that waits for it. The next call starts a new one. */
  #end(reason: PacklightError): void {
    const child = this.#child
    this.#child = null
    clearTimeout(this.#idle)
    child?.kill()
    this.#waiting?.failed(reason)
  }
}

const failed = (details: string): PacklightError => new PacklightError({ code: 'keychain.failed', details })

const timedOut = (milliseconds: number): PacklightError =>
  new PacklightError({ code: 'keychain.timeout', params: { seconds: Math.round(milliseconds / 1000) } })
