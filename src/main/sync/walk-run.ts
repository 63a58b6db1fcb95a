/** One run of a sync, from a checkpoint to its end. Knows nothing of pausing, status or who listens. */
import type { SimpleOrderItem } from '../../shared/order-item.ts'
import type { SyncProgress } from '../../shared/sync-status.ts'
import { beginning, toJson } from './checkpoint.ts'
import type { Checkpoint } from './checkpoint.ts'
import { walkPass } from './page-walk.ts'
import type { WalkedPage } from './page-walk.ts'
import { fetchChanged } from './pages-of-changes.ts'
import type { PageChanges } from './pages-of-changes.ts'
import type { FullAnswer, ListPage, Retries, SyncCache, SyncOms, WaitNotice } from './ports.ts'

/** Akinon's own code never asks for more; a server may cap or ignore it. */
export const pageLimit = 100
/** So many pages wait for the cache at most: enough that a slow one keeps nobody waiting. */
const pagesOnTheirWay = 4
/** A list that keeps changing under the walk is walked again this often before the gap is reported. */
const passesAtMost = 3

export interface WalkOptions {
  runId: number
  kind: SyncProgress['kind']
  from: Checkpoint
  progress: SyncProgress
  oms: SyncOms
  cache: SyncCache
  retries: Retries
  signal: AbortSignal
  /** Asked after each committed page. */
  shouldPause: () => boolean
  onProgress: (progress: SyncProgress) => void
  onCommit: (revision: number) => void
  onWait: (wait: WaitNotice | null) => void
  now: () => Date
}

export type WalkEnd =
  | { kind: 'paused'; progress: SyncProgress }
  | { kind: 'ended'; progress: SyncProgress; complete: boolean; seen: number; expected: number | null }

/** Walks to the end of the list, again where something slipped through. Throws what the last retry threw. */
export async function walkRun(options: WalkOptions): Promise<WalkEnd> {
  const run = new WalkRun(options)
  return run.go()
}

class WalkRun {
  readonly #options: WalkOptions
  #checkpoint: Checkpoint
  #progress: SyncProgress
  #seen = 0
  /** The revision that was told last. */
  #told = -1

  constructor(options: WalkOptions) {
    this.#options = options
    this.#checkpoint = options.from
    this.#progress = options.progress
  }

  async go(): Promise<WalkEnd> {
    for (;;) {
      const paused = this.#options.kind === 'full' ? await this.#fullPass() : await this.#refreshPass()
      if (paused) return { kind: 'paused', progress: this.#progress }
      const { count, shrank, pass } = this.#checkpoint
      const complete = !shrank && this.#holdsAll
      if (complete || pass >= passesAtMost) {
        return { kind: 'ended', progress: this.#progress, complete, seen: this.#seen, expected: count }
      }
      this.#checkpoint = beginning(pass + 1, shrank)
    }
  }

  #fullPass(): Promise<boolean> {
    const { oms, signal } = this.#options
    return this.#pass(
      (page) => oms.itemPage({ page, limit: pageLimit }, signal),
      ({ answer: { source, items } }) => {
        const answer: FullAnswer = { kind: 'page', source, items: items.map(({ item }) => item) }
        return Promise.resolve({ answers: [answer], unchangedIds: [], requests: 0, bytes: 0 })
      },
    )
  }

  #refreshPass(): Promise<boolean> {
    const { oms, cache, signal } = this.#options
    const retry = this.#retry
    return this.#pass<SimpleOrderItem>(
      (page) => oms.simplePage({ page, limit: pageLimit }, signal),
      ({ answer, page }) => fetchChanged(answer, page, { oms, cache, limit: pageLimit, signal, retry }),
    )
  }

  /** Answers whether it stopped for a pause. */
  async #pass<T extends { id: number }>(
    fetchPage: (page: number) => Promise<ListPage<T>>,
    changesOf: (walked: WalkedPage<T>) => Promise<PageChanges>,
  ): Promise<boolean> {
    const pages = walkPass<T>({
      firstPage: this.#checkpoint.page + 1,
      heldBefore: this.#checkpoint.heldInPass,
      fetchPage: (page) => this.#retry(() => fetchPage(page)),
    })
    /** The pages that were handed over last. While they are being stored, the next one is read. */
    const storing: Promise<void>[] = []
    const allStored = () => Promise.all(storing)
    try {
      for await (const walked of pages) {
        const stored = this.#commit(walked, await changesOf(walked))
        // Should it fail while nobody waits for it yet, it is heard of further down.
        stored.catch(() => undefined)
        if (storing.push(stored) > pagesOnTheirWay) await storing.shift()
        // A later pass looks for what slipped through: once all is held there is no need to see the rest.
        if (this.#checkpoint.pass > 1 && !this.#checkpoint.whole) {
          await allStored()
          if (this.#holdsExactly) return false
        }
        if (this.#options.shouldPause()) {
          await allStored()
          return true
        }
      }
      await allStored()
      return false
    } catch (thrown) {
      // What was handed over is stored or refused before anybody hears that the walk is over.
      await Promise.allSettled(storing)
      throw thrown
    }
  }

  /** Rows that the OMS counts and that this run has seen or set aside. */
  get #accounted(): number {
    return this.#seen + this.#checkpoint.rejectedInPass
  }

  get #holdsAll(): boolean {
    const { count, whole, heldInPass } = this.#checkpoint
    return count === null || (whole ? heldInPass : this.#accounted) >= count
  }

  /** More than `count` means that ids went away since they were seen: then only a whole pass proves anything. */
  get #holdsExactly(): boolean {
    return this.#accounted === this.#checkpoint.count
  }

  async #commit<T>({ page, answer, heldInPass }: WalkedPage<T>, changes: PageChanges): Promise<void> {
    const { runId, cache, now, onCommit, onProgress } = this.#options
    const { pass, count: countBefore, shrank, whole, rejectedInPass: rejectedBefore } = this.#checkpoint
    const count = answer.count ?? countBefore
    const shrinks = count !== null && countBefore !== null && count < countBefore
    const rejectedInPass = rejectedBefore + answer.rejected.length
    const checkpoint: Checkpoint = {
      pass,
      page,
      heldInPass,
      rejectedInPass,
      count,
      shrank: shrank || shrinks,
      whole,
    }
    const before = this.#progress
    // The page before may still be on its way: what it brought is counted when it is stored.
    const progress: SyncProgress = {
      ...before,
      expected: count,
      requests: before.requests + 1 + changes.requests,
      bytes: before.bytes + answer.bytes + changes.bytes,
      rejected: Math.max(before.rejected, rejectedInPass),
    }
    this.#checkpoint = checkpoint
    this.#progress = progress
    const { added, changed, seen, revision } = await cache.commitPage({
      runId,
      answers: changes.answers,
      unchangedIds: changes.unchangedIds,
      checkpoint: toJson(checkpoint),
      progress,
      fetchedAt: now().toISOString(),
    })
    this.#seen = seen
    this.#progress = {
      ...this.#progress,
      done: seen,
      added: this.#progress.added + added,
      changed: this.#progress.changed + changed,
    }
    onProgress(this.#progress)
    // A product, a list or a mark may be another one without any item being so.
    if (revision !== this.#told) onCommit(revision)
    this.#told = revision
  }

  readonly #retry = async <T>(work: () => Promise<T>): Promise<T> => {
    const { retries, signal, onWait } = this.#options
    const answer = await retries(work, { signal, onWait })
    onWait(null)
    return answer
  }
}
