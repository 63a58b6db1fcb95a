import { PacklightError } from '../../src/shared/result.ts'
import type { SyncProgress, SyncRun, SyncStatus } from '../../src/shared/sync-status.ts'
import type { Emit, FakeHandlers } from './fake-types.ts'
import type { FakeWorld } from './fake-world.ts'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

/** A store that answers and was synced two minutes ago. */
export function idleStatus(storeKey: string): SyncStatus {
  return {
    storeKey,
    phase: 'idle',
    progress: null,
    waitUntil: null,
    error: null,
    connection: { kind: 'online', since: minutesAgo(42) },
    asOf: minutesAgo(2),
    canResume: false,
  }
}

export const someProgress: SyncProgress = {
  kind: 'full',
  startedAt: minutesAgo(1),
  done: 1200,
  expected: 5000,
  added: 1180,
  changed: 20,
  requests: 13,
  bytes: 5_160_000,
  secondsLeft: 92,
  rejected: 0,
}

/** Runs as a week at the bench leaves them behind. */
export function someHistory(): SyncRun[] {
  const run = (id: number, minutes: number, seconds: number, parts: Partial<SyncRun>): SyncRun => ({
    ...someProgress,
    id,
    kind: 'refresh',
    startedAt: minutesAgo(minutes),
    finishedAt: new Date(Date.now() - minutes * 60_000 + seconds * 1000).toISOString(),
    outcome: 'complete',
    done: 248_316,
    expected: 248_316,
    added: 0,
    changed: 0,
    requests: 2484,
    bytes: 812_000_000,
    secondsLeft: null,
    error: null,
    gone: 0,
    ...parts,
  })
  return [
    run(7, 2, 41, { added: 12, changed: 389 }),
    run(6, 34, 39, { added: 4, changed: 120 }),
    run(5, 95, 4, {
      outcome: 'failed',
      done: 2300,
      requests: 24,
      bytes: 7_400_000,
      error: { code: 'oms.unreachable', params: { host: 'shop.akinon.net' }, details: 'ECONNRESET' },
    }),
    run(4, 240, 22, { outcome: 'cancelled', done: 120_400, requests: 1204, bytes: 390_000_000, added: 2 }),
    run(3, 1440, 44, {
      outcome: 'incomplete',
      done: 248_310,
      added: 1204,
      changed: 5310,
      gone: 3,
      error: { code: 'sync.incomplete', params: { held: 248_310, expected: 248_316 } },
    }),
    run(2, 2890, 40, { added: 980, changed: 4120, gone: 1 }),
    run(1, 2960, 1460, { kind: 'full', added: 245_200, requests: 2453, bytes: 1_040_000_000 }),
  ]
}

/** A sync that fetches 400 items every 300 ms, until it has them all or is told to stop. */
export function createFakeSync(world: FakeWorld, emit: Emit): FakeHandlers<'sync'> {
  let timer: ReturnType<typeof setInterval> | undefined

  function change(parts: Partial<SyncStatus>): void {
    if (!world.sync) return
    world.sync = { ...world.sync, ...parts }
    emit('sync.changed', world.sync)
  }
  function stop(parts: Partial<SyncStatus>): void {
    clearInterval(timer)
    change(parts)
  }
  function step(): void {
    const progress = world.sync?.progress
    if (!progress) return
    const expected = progress.expected ?? 5000
    const done = Math.min(expected, progress.done + 400)
    if (done === expected) {
      const finishedAt = new Date().toISOString()
      stop({ phase: 'idle', progress: null, asOf: finishedAt, error: null, canResume: false })
      return
    }
    const secondsLeft = Math.ceil(((expected - done) / 400) * 0.3)
    change({
      progress: { ...progress, done, expected, added: done, requests: progress.requests + 4, secondsLeft },
    })
  }
  return {
    'sync.status': () => world.sync,
    'sync.history': () => world.history,
    'sync.start': () => {
      if (world.sync?.phase === 'running') throw new PacklightError({ code: 'sync.busy' })
      const fresh = {
        ...someProgress,
        done: 0,
        expected: null,
        added: 0,
        changed: 0,
        requests: 0,
        secondsLeft: null,
      }
      change({ phase: 'running', progress: world.sync?.progress ?? fresh, waitUntil: null, error: null })
      timer = setInterval(step, 300)
      return null
    },
    'sync.pause': () => {
      stop({ phase: 'paused', canResume: true })
      return null
    },
    'sync.cancel': () => {
      stop({ phase: 'idle', progress: null, canResume: false })
      return null
    },
  }
}
