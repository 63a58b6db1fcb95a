import { Worker } from 'node:worker_threads'
import { PacklightError } from '../../shared/result.ts'
import type { AppError, Result } from '../../shared/result.ts'
import { openingId } from './protocol.ts'
import type { CacheCalls, CallName, Response, WorkerStart } from './protocol.ts'

interface Waiting {
  resolve: (value: never) => void
  reject: (error: PacklightError) => void
}

/** Calls to the worker as promises. When the worker dies all of them fail, and whoever listens is told. */
export class WorkerLink {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #failureListeners = new Set<(error: AppError) => void>()
  readonly #exited: Promise<void>
  #lastId = openingId
  #end: PacklightError | null = null
  #closing = false

  private constructor(workerUrl: URL, start: WorkerStart) {
    this.#worker = new Worker(workerUrl, { workerData: start, name: 'packlight-cache' })
    this.#worker.on('message', (response: Response) => this.#settle(response))
    this.#worker.on('error', (error: unknown) => this.#died(String(error)))
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', (code) => {
        this.#died(`the cache's thread ended with code ${code}`)
        resolve()
      })
    })
  }

  /** @throws as `openDatabase` in the worker */
  static async open(workerUrl: URL, start: WorkerStart): Promise<WorkerLink> {
    const link = new WorkerLink(workerUrl, start)
    try {
      await new Promise((resolve: (value: null) => void, reject) => {
        link.#waiting.set(openingId, { resolve, reject })
      })
    } catch (thrown) {
      link.#closing = true
      await link.#worker.terminate()
      throw thrown
    }
    return link
  }

  call<N extends CallName>(name: N, ...input: Parameters<CacheCalls[N]>): Promise<ReturnType<CacheCalls[N]>> {
    return new Promise((resolve, reject) => {
      if (this.#end || this.#closing) {
        reject(this.#end ?? closed())
        return
      }
      const id = ++this.#lastId
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, name, input })
    })
  }

  /** Called once, when the worker dies by itself. */
  onFailure(listener: (error: AppError) => void): () => void {
    this.#failureListeners.add(listener)
    return () => this.#failureListeners.delete(listener)
  }

  /** Lets what was asked before be answered, closes the database, and waits for the thread to end. */
  async close(): Promise<void> {
    if (!this.#closing && !this.#end) {
      const closing = this.call('close')
      this.#closing = true
      await closing
    }
    await this.#exited
  }

  #settle({ id, result }: Response): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (!waiting) return
    // The worker answers each name with its own type: `CacheCalls` holds for both sides.
    const answer = result as Result<never>
    if (answer.ok) waiting.resolve(answer.value)
    else waiting.reject(new PacklightError(answer.error))
  }

  #died(details: string): void {
    if (this.#end) return
    this.#end = this.#closing ? closed() : new PacklightError({ code: 'cache.failed', details })
    for (const { reject } of this.#waiting.values()) reject(this.#end)
    this.#waiting.clear()
    if (this.#closing) return
    for (const listener of this.#failureListeners) listener(this.#end.toAppError())
  }
}

const closed = () => new PacklightError({ code: 'cache.failed', details: 'the cache is closed' })
