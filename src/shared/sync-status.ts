import type { AppError } from './result.ts'
import type { Connection, StoreKey } from './stores.ts'

/** `waiting`: the OMS asked for patience, or a retry is due at `waitUntil`. */
export type SyncPhase = 'idle' | 'running' | 'waiting' | 'pausing' | 'paused'

/** The walk in progress, or what the last one left unfinished. All times ISO 8601 UTC. */
export interface SyncProgress {
  /** `full` walks `order_items/`; `refresh` walks `list-simple/` and fetches what changed. */
  kind: 'full' | 'refresh'
  startedAt: string
  /** Unique items seen in this walk. */
  done: number
  /** What the OMS says there is; null before its first answer. */
  expected: number | null
  added: number
  changed: number
  requests: number
  bytes: number
  /** Seconds; null while it cannot be told. */
  secondsLeft: number | null
  /** Items without an id, set aside. */
  rejected: number
}

export interface SyncRun extends SyncProgress {
  id: number
  finishedAt: string | null
  outcome: 'running' | 'complete' | 'incomplete' | 'cancelled' | 'failed' | 'interrupted'
  error: AppError | null
  /** Items newly marked as gone. */
  gone: number
}

export interface SyncStatus {
  storeKey: StoreKey
  phase: SyncPhase
  progress: SyncProgress | null
  waitUntil: string | null
  /** The failure of the last walk; null after a good one. */
  error: AppError | null
  connection: Connection
  /** Start of the last complete sync; null: never. */
  asOf: string | null
  /** Whether the next start goes on from a checkpoint. */
  canResume: boolean
}
