/**
 * Work in lanes: at most so many at a time in each, the newest first (what a person looks at now comes before
 * what has scrolled by), the same work asked for twice done once, and what nobody waits for any more not begun.
 */
interface Task<T> {
  readonly lane: string
  readonly work: () => Promise<T>
  readonly done: PromiseWithResolvers<T>
  watchers: number
  running: boolean
}

export interface Lanes<T> {
  /**
   * Does `work` when its turn comes, or joins the work of the same `key` that waits or runs. Rejects with what the
   * work throws, or with the signal's reason once that is aborted; work that has begun is finished all the same.
   */
  run(key: string, lane: string, signal: AbortSignal, work: () => Promise<T>): Promise<T>
  /** Settles when all that is running has ended; what waits is not begun. */
  close(): Promise<void>
}

/** @param width how many run at a time in one lane */
export function createLanes<T>(width: number): Lanes<T> {
  const tasks = new Map<string, Task<T>>()
  /** Waiting keys by lane, the newest last. */
  const waiting = new Map<string, Set<string>>()
  const running = new Map<string, number>()
  let closed = false

  function begin(lane: string): void {
    const queue = waiting.get(lane)
    while (!closed && queue && queue.size > 0 && (running.get(lane) ?? 0) < width) {
      const key = Array.from(queue).at(-1)
      const task = key === undefined ? undefined : tasks.get(key)
      if (key === undefined || !task) return
      queue.delete(key)
      running.set(lane, (running.get(lane) ?? 0) + 1)
      task.running = true
      void task
        .work()
        .then(task.done.resolve, task.done.reject)
        .finally(() => {
          tasks.delete(key)
          leave(lane)
          begin(lane)
        })
    }
    if (queue?.size === 0) waiting.delete(lane)
  }

  function leave(lane: string): void {
    const left = (running.get(lane) ?? 1) - 1
    if (left === 0) running.delete(lane)
    else running.set(lane, left)
  }

  function enter(key: string, lane: string, work: () => Promise<T>): Task<T> {
    const known = tasks.get(key)
    const task = known ?? { lane, work, done: Promise.withResolvers<T>(), watchers: 0, running: false }
    tasks.set(key, task)
    if (task.running) return task
    const queue = waiting.get(task.lane) ?? new Set()
    waiting.set(task.lane, queue)
    // Asked for again: to the front.
    queue.delete(key)
    queue.add(key)
    return task
  }

  function drop(key: string, task: Task<T>): void {
    tasks.delete(key)
    waiting.get(task.lane)?.delete(key)
  }

  return {
    async run(key, lane, signal, work) {
      signal.throwIfAborted()
      if (closed) throw new DOMException('Closed', 'AbortError')
      const task = enter(key, lane, work)
      task.watchers++
      const gone = Promise.withResolvers<never>()
      const onAbort = (): void => {
        task.watchers--
        if (task.watchers === 0 && !task.running) drop(key, task)
        gone.reject(signal.reason as Error)
      }
      signal.addEventListener('abort', onAbort, { once: true })
      begin(task.lane)
      try {
        return await Promise.race([task.done.promise, gone.promise])
      } finally {
        signal.removeEventListener('abort', onAbort)
      }
    },

    async close() {
      closed = true
      const begun = [...tasks.values()].filter((task) => task.running)
      for (const [key, task] of tasks) {
        if (task.running) continue
        drop(key, task)
        task.done.reject(new DOMException('Closed', 'AbortError'))
      }
      await Promise.allSettled(begun.map((task) => task.done.promise))
    },
  }
}
