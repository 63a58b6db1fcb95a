/**
 * Where the tokens are: in the operating system's keychain, or for this session in memory. Never in clear in a
 * file, whatever fails.
 */
import { oneAtATime } from '../../shared/one-at-a-time.ts'
import { PacklightError } from '../../shared/result.ts'
import type { KeychainClient } from './keychain-client.ts'

export interface TokenVault {
  /**
   * The session's token if there is one, else the keychain's. Once read it is remembered in memory, so that a
   * keychain locked later does no harm. Null: none is held, or the keychain is locked. Throws `keychain.*`.
   */
  get(origin: string): Promise<string | null>
  /**
   * Puts the token into the keychain, reads it back and compares. Replaces a session's token. Throws
   * `keychain.*`; the new token is then held nowhere.
   */
  save(origin: string, token: string): Promise<void>
  /** Holds the token in memory alone, until the app ends. */
  keepForSession(origin: string, token: string): void
  /**
   * Forgets the token, in memory and in the keychain; one that is not there is fine. `wasSaved`: the keychain was
   * given one, so it must be seen to go - a locked keychain would claim that there is nothing to delete. Where it
   * was not, a keychain that cannot be used is no obstacle. Taken as true unless the token is a session's.
   * Throws `keychain.*`; memory is then as it was.
   */
  remove(origin: string, options?: { wasSaved?: boolean }): Promise<void>
  /** Whether a token is held for this session alone. */
  sessionHas(origin: string): boolean
  /** Forgets what memory holds and ends the keychain's process. The keychain keeps what it has. */
  close(): void
}

export interface TokenVaultOptions {
  keychain: KeychainClient
  /** Told of every token before it is used, so that the log can blank it. */
  onToken?: (token: string) => void
}

export function createTokenVault(options: TokenVaultOptions): TokenVault {
  return new KeychainTokenVault(options)
}

class KeychainTokenVault implements TokenVault {
  readonly #keychain: KeychainClient
  readonly #onToken: (token: string) => void
  readonly #session = new Map<string, string>()
  /** What the keychain is known to hold. */
  readonly #remembered = new Map<string, string>()
  /** Reads under way: many who ask at once must not open a prompt each. */
  readonly #reading = new Map<string, Promise<string | null>>()
  /** A read that began before a change must not bring the old token back after it. */
  readonly #inTurn = oneAtATime()

  constructor({ keychain, onToken = () => undefined }: TokenVaultOptions) {
    this.#keychain = keychain
    this.#onToken = onToken
  }

  async get(origin: string): Promise<string | null> {
    const held = this.#session.get(origin) ?? this.#remembered.get(origin)
    return held ?? this.#readOnce(origin)
  }

  save(origin: string, token: string): Promise<void> {
    this.#onToken(token)
    return this.#inTurn(async () => {
      await this.#keychain.set(origin, token)
      if ((await this.#keychain.get(origin)) !== token) {
        await this.#keychain.delete(origin).catch(() => undefined)
        this.#remembered.delete(origin)
        throw new PacklightError({
          code: 'keychain.failed',
          details: 'The keychain did not give back what it was given',
        })
      }
      this.#session.delete(origin)
      this.#remembered.set(origin, token)
    })
  }

  keepForSession(origin: string, token: string): void {
    this.#onToken(token)
    this.#session.set(origin, token)
  }

  remove(origin: string, { wasSaved }: { wasSaved?: boolean } = {}): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#remembered.has(origin) || (wasSaved ?? !this.#session.has(origin))) {
        await this.#deleteSaved(origin)
      } else {
        await this.#keychain.delete(origin).catch(() => undefined)
      }
      this.#session.delete(origin)
      this.#remembered.delete(origin)
    })
  }

  sessionHas(origin: string): boolean {
    return this.#session.has(origin)
  }

  close(): void {
    this.#session.clear()
    this.#remembered.clear()
    this.#keychain.close()
  }

  #readOnce(origin: string): Promise<string | null> {
    const underWay = this.#reading.get(origin)
    if (underWay) return underWay
    const reading = this.#inTurn(() => this.#read(origin)).finally(() => this.#reading.delete(origin))
    this.#reading.set(origin, reading)
    return reading
  }

  async #read(origin: string): Promise<string | null> {
    const token = await this.#keychain.get(origin)
    if (token === null) return null
    this.#onToken(token)
    this.#remembered.set(origin, token)
    return token
  }

  /** Writing is what a locked keychain cannot pretend: it asks to be unlocked, or says that it is locked. */
  async #deleteSaved(origin: string): Promise<void> {
    if (await this.#keychain.delete(origin)) return
    await this.#keychain.set(origin, 'removed')
    if (await this.#keychain.delete(origin)) return
    throw new PacklightError({ code: 'keychain.failed', details: 'The keychain did not delete the entry' })
  }
}
