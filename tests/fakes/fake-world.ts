import type { AppInfo, RequestName } from '../../src/shared/ipc-contract.ts'
import type { AppError } from '../../src/shared/result.ts'
import type { Settings } from '../../src/shared/settings.ts'
import { defaultSettings } from '../../src/shared/settings.ts'
import type { StoresState } from '../../src/shared/stores.ts'
import type { StoreViews } from '../../src/shared/store-views.ts'
import type { SyncRun, SyncStatus } from '../../src/shared/sync-status.ts'
import { createFakeItems } from './fake-items.ts'
import type { FakeItems } from './fake-items.ts'

export interface FakeWorld {
  info: AppInfo
  settings: Settings
  stores: StoresState
  sync: SyncStatus | null
  history: SyncRun[]
  items: FakeItems
  /** By store; what nobody saved is as main begins. */
  views: Record<string, StoreViews>
  /** Requests that fail, until a test takes them out. */
  failures: Partial<Record<RequestName, AppError>>
  /** What was copied to the clipboard. */
  copied: string[]
  /** Every request that came, in order. */
  asked: { name: RequestName; input: unknown }[]
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
    views: {},
    failures: {},
    copied: [],
    asked: [],
  }
}
