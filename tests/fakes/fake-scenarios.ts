import type { Settings } from '../../src/shared/settings.ts'
import type { StoreState } from '../../src/shared/stores.ts'
import { emptyWorld } from './fake-world.ts'
import type { FakeWorld } from './fake-world.ts'
import { idleStatus, someHistory, someProgress } from './fake-sync.ts'

export const scenarios = [
  'first-start',
  'online',
  'syncing',
  'paused',
  'waiting',
  'offline',
  'signed-out',
  'never-synced',
] as const
export type Scenario = (typeof scenarios)[number]

const shop: StoreState = {
  key: 'shop.akinon.net',
  origin: 'https://shop.akinon.net',
  name: 'shop.akinon.net',
  isSample: false,
  token: 'keychain',
}
const outlet: StoreState = {
  key: 'outlet.akinon.net',
  origin: 'https://outlet.akinon.net',
  name: 'outlet.akinon.net',
  isSample: false,
  token: 'nowhere',
}

/** A world as it is in a situation that a screen must show well. */
export function worldOf(scenario: Scenario, settings: Partial<Settings> = {}): FakeWorld {
  const world = emptyWorld()
  world.settings = { ...world.settings, ...settings }
  if (scenario === 'first-start') return world
  world.stores = { stores: [shop, outlet], active: shop.key }
  world.history = someHistory()
  const idle = idleStatus(shop.key)
  const offline = {
    code: 'oms.unreachable',
    params: { host: 'shop.akinon.net' },
    details: 'ECONNREFUSED',
  } as const
  const revoked = { code: 'oms.unauthorized', details: 'HTTP 401' } as const
  const since = new Date(Date.now() - 25 * 60_000).toISOString()
  const until = new Date(Date.now() + 90_000).toISOString()
  switch (scenario) {
    case 'online':
      world.sync = idle
      break
    case 'syncing':
      world.sync = { ...idle, phase: 'running', progress: someProgress }
      break
    case 'paused':
      world.sync = { ...idle, phase: 'paused', progress: someProgress, canResume: true }
      break
    case 'waiting':
      world.sync = { ...idle, phase: 'waiting', progress: someProgress, waitUntil: until }
      break
    case 'offline':
      world.sync = { ...idle, error: offline, connection: { kind: 'offline', since, error: offline } }
      break
    case 'signed-out':
      world.stores = { stores: [{ ...shop, token: 'nowhere' }, outlet], active: shop.key }
      world.sync = { ...idle, error: revoked, connection: { kind: 'signed-out', since, error: revoked } }
      break
    case 'never-synced':
      world.history = []
      world.sync = { ...idle, asOf: null, connection: { kind: 'unknown' } }
      break
  }
  return world
}
