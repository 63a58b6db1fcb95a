import type { DatabaseSync } from 'node:sqlite'
import type { JsonObject } from '../../../shared/json.ts'
import type { AppError } from '../../../shared/result.ts'
import type { SyncProgress, SyncRun } from '../../../shared/sync-status.ts'
import { Statement } from '../statement.ts'
import { readObject } from './values.ts'

interface RunRow {
  id: number
  kind: SyncRun['kind']
  started_at: string
  finished_at: string | null
  outcome: SyncRun['outcome']
  error: string | null
  progress: string | null
  checkpoint: string | null
  seen: number
  gone: number
}

const nothingDone = {
  done: 0,
  expected: null,
  added: 0,
  changed: 0,
  requests: 0,
  bytes: 0,
  secondsLeft: null,
  rejected: 0,
}

const toRun = (row: RunRow): SyncRun => ({
  ...nothingDone,
  ...(row.progress === null ? {} : (JSON.parse(row.progress) as SyncProgress)),
  done: row.seen,
  kind: row.kind,
  startedAt: row.started_at,
  id: row.id,
  finishedAt: row.finished_at,
  outcome: row.outcome,
  error: row.error === null ? null : (JSON.parse(row.error) as AppError),
  gone: row.gone,
})

/** Every sync with its progress, and where to go on with it. */
export class SyncRuns {
  readonly #start
  readonly #newest
  readonly #resume
  readonly #interrupt
  readonly #checkpoint
  readonly #finish
  readonly #history
  readonly #asOf
  readonly #kindOf
  readonly #running

  constructor(db: DatabaseSync) {
    this.#start = new Statement<[string, string]>(
      db,
      `INSERT INTO sync_runs (kind, started_at, outcome) VALUES (?, ?, 'running')`,
    )
    this.#newest = new Statement<[], RunRow>(db, 'SELECT * FROM sync_runs ORDER BY id DESC LIMIT 1')
    this.#resume = new Statement<[number]>(
      db,
      `UPDATE sync_runs SET outcome = 'running', finished_at = NULL, error = NULL WHERE id = ?`,
    )
    this.#interrupt = new Statement<[]>(
      db,
      `UPDATE sync_runs SET outcome = 'interrupted' WHERE outcome = 'running'`,
    )
    // The right-hand sides are those of before: totals grow by what this page did.
    this.#checkpoint = new Statement<[string, string, number, number, number, number], { seen: number }>(
      db,
      `UPDATE sync_runs SET checkpoint = ?,
         progress = json_set(?, '$.added', coalesce(progress ->> 'added', 0) + ?,
           '$.changed', coalesce(progress ->> 'changed', 0) + ?),
         seen = seen + ?
       WHERE id = ? RETURNING seen`,
    )
    this.#finish = new Statement<[string, string, string | null, string, number, number]>(
      db,
      'UPDATE sync_runs SET outcome = ?, finished_at = ?, error = ?, progress = ?, gone = ? WHERE id = ?',
    )
    this.#history = new Statement<[number], RunRow>(db, 'SELECT * FROM sync_runs ORDER BY id DESC LIMIT ?')
    this.#asOf = new Statement<[], { at: string | null }>(
      db,
      `SELECT max(started_at) AS at FROM sync_runs WHERE outcome = 'complete'`,
    )
    this.#kindOf = new Statement<[number], { kind: SyncRun['kind'] }>(
      db,
      'SELECT kind FROM sync_runs WHERE id = ?',
    )
    this.#running = new Statement<[], { id: number }>(
      db,
      `SELECT id FROM sync_runs WHERE outcome = 'running' LIMIT 1`,
    )
  }

  start(kind: SyncRun['kind'], startedAt: string): number {
    return this.#start.insert(kind, startedAt)
  }

  /** Undefined: no such run. */
  kindOf(runId: number): SyncRun['kind'] | undefined {
    return this.#kindOf.get(runId)?.kind
  }

  isRunning(): boolean {
    return this.#running.get() !== undefined
  }

  /** The newest run, where it did not come to its end: one that failed can go on too. */
  unfinished(): { run: SyncRun; checkpoint: JsonObject | null } | null {
    const row = this.#newest.get()
    if (!row || !['running', 'interrupted', 'failed'].includes(row.outcome)) return null
    return { run: toRun(row), checkpoint: row.checkpoint === null ? null : readObject(row.checkpoint) }
  }

  resume(runId: number): void {
    this.#resume.run(runId)
  }

  /** At the start of the app nothing runs: what says so was interrupted. */
  markInterrupted(): void {
    this.#interrupt.run()
  }

  /** Stores where to go on, and answers with the unique items seen so far. Undefined: no such run. */
  checkpoint(page: {
    id: number
    checkpoint: JsonObject
    progress: SyncProgress
    newlySeen: number
    added: number
    changed: number
  }) {
    const { id, newlySeen, added, changed } = page
    const [checkpoint, progress] = [JSON.stringify(page.checkpoint), JSON.stringify(page.progress)]
    return this.#checkpoint.get(checkpoint, progress, added, changed, newlySeen, id)?.seen
  }

  finish(end: {
    id: number
    outcome: SyncRun['outcome']
    finishedAt: string
    error: AppError | null
    progress: SyncProgress
    gone: number
  }): void {
    const error = end.error === null ? null : JSON.stringify(end.error)
    this.#finish.run(end.outcome, end.finishedAt, error, JSON.stringify(end.progress), end.gone, end.id)
  }

  /** Newest first. */
  history(limit: number): SyncRun[] {
    return this.#history.all(limit).map(toRun)
  }

  /** Start of the last complete sync: its first page is as old as that. */
  asOf(): string | null {
    return this.#asOf.get()?.at ?? null
  }
}
