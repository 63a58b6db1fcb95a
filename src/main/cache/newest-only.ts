import { PacklightError } from '../../shared/result.ts'

/**
 * Runs one piece of work at a time and keeps only the newest of those that wait: who types does not wait for
 * answers to the letters before. The others reject with `cache.superseded`.
 */
export class NewestOnly {
  #running = false
  #next: { start: () => void; drop: () => void } | null = null

  run<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const start = () => {
        this.#running = true
        void work()
          .then(resolve, reject)
          .finally(() => this.#startNext())
      }
      if (!this.#running) {
        start()
        return
      }
      this.#next?.drop()
      this.#next = { start, drop: () => reject(new PacklightError({ code: 'cache.superseded' })) }
    })
  }

  #startNext(): void {
    const next = this.#next
    this.#running = false
    this.#next = null
    next?.start()
  }
}
