/**
 * The only user of `window.packlight`, the preload's object. Everything above asks and listens through here and
 * gets plain answers or a thrown `PacklightError`.
 */
import type {
  Bridge,
  EventName,
  Events,
  RequestAnswer,
  RequestInput,
  RequestName,
  Unsubscribe,
} from '../../shared/ipc-contract.ts'
import { PacklightError } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'

declare global {
  interface Window {
    readonly packlight: Bridge
  }
}

type InputOf<N extends RequestName> = undefined extends RequestInput<N> ? [] : [input: RequestInput<N>]

/** The value of a good answer. Throws the error of a bad one as a `PacklightError`. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new PacklightError(result.error)
}

/** Vue's proxies cannot be cloned into another process; all inputs of the contract are JSON. */
const plain = (input: unknown): unknown =>
  input === undefined ? undefined : (JSON.parse(JSON.stringify(input)) as unknown)

/** Asks main and answers with the value: `await ask('items.detail', id)`. Throws `PacklightError`. */
export async function ask<N extends RequestName>(name: N, ...input: InputOf<N>): Promise<RequestAnswer<N>> {
  const [area, method] = name.split('.') as [keyof Bridge, string]
  const methods = window.packlight[area] as Record<string, (input: unknown) => Promise<unknown>>
  const call = methods[method]
  if (!call) throw new PacklightError({ code: 'internal', details: `no method ${name} in the bridge` })
  return unwrap((await call(plain(input[0]))) as Result<RequestAnswer<N>>)
}

/** Hears an event of main until the answer is called. */
export function listen<E extends EventName>(event: E, listener: (payload: Events[E]) => void): Unsubscribe {
  return window.packlight.on[event](listener)
}
