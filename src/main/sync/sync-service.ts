/** The sync of one store: starts, pauses, cancels and resumes walks, and always knows what to say of itself. */
import { toAppError } from '../../shared/result.ts'
import type { AppError } from '../../shared/result.ts'
import type { Connection, StoreKey } from '../../shared/stores.ts'
import type { SyncProgress, SyncRun, SyncStatus } from '../../shared/sync-status.ts'
import { beginning, fromJson } from './checkpoint.ts'
import type { Checkpoint } from './checkpoint.ts'
import { connectionAfter } from './connection.ts'
import { secondsLeft } from './estimate.ts'
import type { Retries, SyncCache, SyncOms, WaitNotice } from './ports.ts'
import { walkRun } from './walk-run.ts'
import type { WalkEnd } from './walk-run.ts'

export interface SyncServiceOptions {
  storeKey: StoreKey
  oms: SyncOms
  cache: SyncCache
  retries: Retries
  onStatus: (status: SyncStatus) => void
  /** The cache holds something new. */
  onItems: (revision: number) => void
  now?: () => Date
}

export interface SyncService {
  status(): SyncStatus
  /**
   * Reads from the cache what the last session left. To be called once, before anything else; `error` is what
   * went wrong on the way here, to be shown until a walk begins.
   */
  load(error?: AppError | null): Promise<void>
  /** Starts a walk, or goes on with an unfinished one. Does nothing while one is under way. */
  start(): void
  /** Stops after the page in flight; `start` goes on from there, also after a restart. */
  pause(): void
  /** Gives the walk up. What was committed stays. */
  cancel(): Promise<void>
  /** The program ends or the store is left: the walk stays resumable. */
  stop(): Promise<void>
}

interface StartedRun {
  runId: number
  kind: SyncProgress['kind']
  from: Checkpoint
  progress: SyncProgress
}

/** An interrupted refresh older than this is begun anew. A full walk goes on whenever it may. */
const refreshGoesOnForMs = 60 * 60 * 1000

export function createSyncService(options: SyncServiceOptions): SyncService {
  return new Sync(options)
}

class Sync implements SyncService {
  readonly #options: SyncServiceOptions
  readonly #now: () => Date
  #status: SyncStatus
  #walk: Promise<void> | null = null
  #abort = new AbortController()
  #wish: 'go' | 'pause' | 'cancel' | 'stop' = 'go'
  #startedAt = 0
  #doneAtStart = 0

  constructor(options: SyncServiceOptions) {
    this.#options = options
    this.#now = options.now ?? (() => new Date())
    this.#status = {
      storeKey: options.storeKey,
      phase: 'idle',
      progress: null,
      waitUntil: null,
      error: null,
      connection: { kind: 'unknown' },
      asOf: null,
      canResume: false,
    }
  }

  status(): SyncStatus {
    return this.#status
  }

  async load(error: AppError | null = null): Promise<void> {
    const { cache } = this.#options
    const [{ asOf }, unfinished] = await Promise.all([cache.summary(), cache.unfinishedRun()])
    this.#tell({ asOf, error, canResume: unfinished !== null, progress: unfinished?.run ?? null })
  }

  start(): void {
    if (this.#walk) {
      this.#thinkAgain()
      return
    }
    this.#wish = 'go'
    this.#abort = new AbortController()
    // That the cache had to be begun anew stays to be read while it is filled again.
    const error = this.#status.error?.code === 'cache.damaged' ? this.#status.error : null
    this.#tell({ phase: 'running', error, waitUntil: null })
    // Who hears of the end may start again at once: the walk is over before it is told.
    const abort = this.#abort
    this.#walk = this.#go().then((end) => {
      this.#walk = null
      // A page fetched ahead may still be on its way, or being tried again.
      abort.abort()
      this.#tell(end)
    })
  }

  /** A pause was wished and then not: the page in flight need not be the last. */
  #thinkAgain(): void {
    if (this.#wish !== 'pause' || this.#abort.signal.aborted) return
    this.#wish = 'go'
    this.#tell({ phase: this.#status.waitUntil === null ? 'running' : 'waiting' })
  }

  pause(): void {
    if (!this.#walk || this.#wish !== 'go') return
    this.#wish = 'pause'
    this.#tell({ phase: 'pausing' })
    // Waiting for a server's permission has no page in flight that were worth waiting for.
    if (this.#status.waitUntil !== null) this.#abort.abort()
  }

  async cancel(): Promise<void> {
    this.#wish = 'cancel'
    this.#abort.abort()
    await this.#walk
    const unfinished = await this.#options.cache.unfinishedRun()
    if (unfinished) await this.#finish(unfinished.run.id, unfinished.run, 'cancelled', null)
    this.#tell({ phase: 'idle', progress: null, canResume: false, waitUntil: null, error: null })
  }

  async stop(): Promise<void> {
    this.#wish = 'stop'
    this.#abort.abort()
    await this.#walk
  }

  /** Walks, writes down how it ended, and answers with what is to be told. Never throws. */
  async #go(): Promise<Partial<SyncStatus>> {
    let run: StartedRun | null = null
    try {
      run = await this.#begin()
      const started = run
      const { signal } = this.#abort
      this.#startedAt = this.#now().getTime()
      this.#doneAtStart = started.progress.done
      this.#tell({ progress: started.progress })
      const { oms, cache, retries, onItems } = this.#options
      const end = await walkRun({
        ...started,
        oms,
        cache,
        retries,
        signal,
        shouldPause: () => this.#wish !== 'go',
        onProgress: (progress) => this.#progressed(progress),
        onCommit: onItems,
        onWait: (wait) => {
          if (!signal.aborted) this.#waits(wait)
        },
        now: this.#now,
      })
      return await this.#ended(started.runId, end)
    } catch (thrown) {
      return await this.#failed(run, thrown)
    }
  }

  async #begin(): Promise<StartedRun> {
    const { cache, onItems } = this.#options
    const unfinished = await cache.unfinishedRun()
    if (unfinished && this.#isStale(unfinished.run)) {
      await this.#finish(unfinished.run.id, unfinished.run, 'interrupted', null)
    } else if (unfinished) {
      const { run, checkpoint } = unfinished
      await cache.resumeRun(run.id)
      return { runId: run.id, kind: run.kind, from: fromJson(checkpoint), progress: progressOf(run) }
    }
    const { asOf } = await cache.summary()
    const kind = asOf === null ? 'full' : 'refresh'
    const startedAt = this.#now().toISOString()
    const runId = await cache.startRun({ kind, startedAt })
    // What the run before marked as new or changed is so no more.
    onItems((await cache.summary()).revision)
    return { runId, kind, from: beginning(), progress: emptyProgress(kind, startedAt) }
  }

  /** What a refresh compared long ago may have changed since: going on would call it up to date. */
  #isStale({ kind, startedAt }: SyncRun): boolean {
    return kind === 'refresh' && this.#now().getTime() - Date.parse(startedAt) > refreshGoesOnForMs
  }

  #progressed(progress: SyncProgress): void {
    const elapsed = this.#now().getTime() - this.#startedAt
    const left = secondsLeft(progress, this.#doneAtStart, elapsed)
    this.#tell({ progress: { ...progress, secondsLeft: left }, connection: this.#online() })
  }

  #waits(wait: WaitNotice | null): void {
    if (wait === null) {
      if (this.#status.waitUntil === null) return
      this.#tell({ phase: this.#wish === 'pause' ? 'pausing' : 'running', waitUntil: null, error: null })
    } else {
      const connection = connectionAfter(this.#status.connection, wait.error, this.#now())
      this.#tell({ phase: 'waiting', waitUntil: wait.until.toISOString(), error: wait.error, connection })
      if (this.#wish === 'pause') this.#abort.abort()
    }
  }

  async #ended(runId: number, end: WalkEnd): Promise<Partial<SyncStatus>> {
    if (end.kind === 'paused') {
      return { phase: 'paused', progress: end.progress, canResume: true, connection: this.#online() }
    }
    const error: AppError | null = end.complete
      ? null
      : { code: 'sync.incomplete', params: { held: end.seen, expected: end.expected ?? 0 } }
    await this.#finish(runId, end.progress, end.complete ? 'complete' : 'incomplete', error)
    return {
      phase: 'idle',
      progress: null,
      error,
      canResume: false,
      connection: this.#online(),
      // The first page is as old as the walk.
      ...(end.complete && { asOf: end.progress.startedAt }),
    }
  }

  async #failed(run: StartedRun | null, thrown: unknown): Promise<Partial<SyncStatus>> {
    const canResume = run !== null
    if (this.#wish !== 'go' && this.#abort.signal.aborted) {
      // A wish of the user's, not a failure; the run stays unfinished.
      return { phase: this.#wish === 'pause' ? 'paused' : 'idle', waitUntil: null, error: null, canResume }
    }
    const error = toAppError(thrown)
    const connection = connectionAfter(this.#status.connection, error, this.#now())
    if (run !== null) {
      // The cache itself may be what failed: then there is nobody to write this down.
      const progress = this.#status.progress ?? run.progress
      await this.#finish(run.runId, progress, 'failed', error).catch(() => undefined)
    }
    return { phase: 'idle', waitUntil: null, error, connection, canResume }
  }

  async #finish(
    runId: number,
    progress: SyncProgress,
    outcome: SyncRun['outcome'],
    error: AppError | null,
  ): Promise<void> {
    const finishedAt = this.#now().toISOString()
    const { revision } = await this.#options.cache.finishRun({
      runId,
      outcome,
      finishedAt,
      error,
      progress: progressOf(progress),
      markUnseenGone: outcome === 'complete',
    })
    this.#options.onItems(revision)
  }

  #online(): Connection {
    return connectionAfter(this.#status.connection, null, this.#now())
  }

  #tell(change: Partial<SyncStatus>): void {
    this.#status = { ...this.#status, ...change }
    this.#options.onStatus(this.#status)
  }
}

function emptyProgress(kind: SyncProgress['kind'], startedAt: string): SyncProgress {
  return {
    kind,
    startedAt,
    done: 0,
    expected: null,
    added: 0,
    changed: 0,
    requests: 0,
    bytes: 0,
    secondsLeft: null,
    rejected: 0,
  }
}

/** The progress alone, without what else a run carries. */
function progressOf(run: SyncProgress): SyncProgress {
  const { kind, startedAt, done, expected, added, changed, requests, bytes, rejected } = run
  return { kind, startedAt, done, expected, added, changed, requests, bytes, rejected, secondsLeft: null }
}
