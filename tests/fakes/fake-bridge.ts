/**
 * The bridge of the preload, in memory: for unit tests of the renderer and for looking at it without Electron.
 * It answers from a `FakeWorld` that a test may change, and sends the same events as main.
 */
import type {
  AppInfo,
  Bridge,
  EventName,
  Events,
  RequestAnswer,
  RequestInput,
  RequestName,
} from '../../src/shared/ipc-contract.ts'
import { requests } from '../../src/shared/ipc-contract.ts'
import type { AppError, Result } from '../../src/shared/result.ts'
import { fail, ok, toAppError } from '../../src/shared/result.ts'
import type { Settings } from '../../src/shared/settings.ts'
import { defaultSettings } from '../../src/shared/settings.ts'
import type { StoresState } from '../../src/shared/stores.ts'
import type { SyncRun, SyncStatus } from '../../src/shared/sync-status.ts'
import { createFakeItems } from './fake-items.ts'
import type { FakeItems } from './fake-items.ts'
import { appHandlers, exportHandlers, settingsHandlers, storeHandlers } from './fake-handlers.ts'
import { createFakeSync } from './fake-sync.ts'

export interface FakeWorld {
  info: AppInfo
  settings: Settings
  stores: StoresState
  sync: SyncStatus | null
  history: SyncRun[]
  items: FakeItems
  /** Requests that fail, until a test takes them out. */
  failures: Partial<Record<RequestName, AppError>>
  /** What was copied to the clipboard. */
  copied: string[]
  /** Every request that came, in order. */
  asked: { name: RequestName; input: unknown }[]
}

export type Emit = <E extends EventName>(event: E, payload: Events[E]) => void
export type FakeHandler<N extends RequestName> = (
  input: RequestInput<N>,
) => RequestAnswer<N> | Promise<RequestAnswer<N>>
export type FakeHandlers<Prefix extends string> = {
  [N in RequestName as N extends `${Prefix}.${string}` ? N : never]: FakeHandler<N>
}

export interface FakeBridge {
  bridge: Bridge
  world: FakeWorld
  /** Sends an event as main would. */
  emit: Emit
}

/** A world without a store: the first start. */
export function emptyWorld(): FakeWorld {
  return {
    info: { version: '0.1.0', platform: 'linux', language: 'en', region: 'tr-TR' },
    settings: { ...defaultSettings },
    stores: { stores: [], active: null },
    sync: null,
    history: [],
    items: createFakeItems(),
    failures: {},
    copied: [],
    asked: [],
  }
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
