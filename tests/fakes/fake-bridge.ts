/**
 * The bridge of the preload, in memory: for unit tests of the renderer and for looking at it without Electron.
 * It answers from a `FakeWorld` that a test may change, and sends the same events as main.
 */
import type { Bridge, EventName, RequestName } from '../../src/shared/ipc-contract.ts'
import { requests } from '../../src/shared/ipc-contract.ts'
import type { Result } from '../../src/shared/result.ts'
import { fail, ok, toAppError } from '../../src/shared/result.ts'
import {
  appHandlers,
  exportHandlers,
  settingsHandlers,
  storeHandlers,
  viewHandlers,
} from './fake-handlers.ts'
import { createFakeSync } from './fake-sync.ts'
import type { Emit } from './fake-types.ts'
import { emptyWorld } from './fake-world.ts'
import type { FakeWorld } from './fake-world.ts'

export interface FakeBridge {
  bridge: Bridge
  world: FakeWorld
  /** Sends an event as main would. */
  emit: Emit
}

/** A bridge over `emptyWorld()` with the given parts in place. Inputs are checked by the contract's schemas. */
export function createFakeBridge(parts: Partial<FakeWorld> = {}): FakeBridge {
  const world: FakeWorld = { ...emptyWorld(), ...parts }
  const listeners = new Map<EventName, Set<(payload: never) => void>>()

  const emit: Emit = (event, payload) => {
    for (const listener of listeners.get(event) ?? []) listener(structuredClone(payload) as never)
  }
  const handlers = {
    ...appHandlers(world),
    ...settingsHandlers(world, emit),
    ...storeHandlers(world, emit),
    ...createFakeSync(world, emit),
    ...world.items.handlers,
    ...viewHandlers(world),
    ...exportHandlers(world, emit),
  } as Record<RequestName, (input: unknown) => unknown>

  async function answer(name: RequestName, input: unknown): Promise<Result<unknown>> {
    world.asked.push({ name, input })
    const failure = world.failures[name]
    if (failure) return fail(failure)
    const parsed = requests[name].input.safeParse(input)
    if (!parsed.success)
      return fail({ code: 'ipc.invalid-arguments', details: `${name}: ${parsed.error.message}` })
    try {
      return ok(structuredClone(await handlers[name](parsed.data)))
    } catch (thrown) {
      return fail(toAppError(thrown))
    }
  }

  const areas: Record<string, Record<string, unknown>> = {}
  for (const name of Object.keys(requests) as RequestName[]) {
    const [area = '', method = ''] = name.split('.')
    areas[area] ??= {}
    areas[area][method] = (input?: unknown) => answer(name, input)
  }
  const on = new Proxy(
    {},
    {
      get: (_target, event: EventName) => (listener: (payload: never) => void) => {
        const heard = listeners.get(event) ?? new Set()
        listeners.set(event, heard.add(listener))
        return () => heard.delete(listener)
      },
    },
  )
  return { bridge: { ...areas, on } as unknown as Bridge, world, emit }
}
