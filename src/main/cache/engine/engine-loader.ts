import type { ItemAmounts, ItemKeys, ProductKeys } from '../item-keys.ts'
import { Engine } from './engine.ts'
import type { EngineSources } from './engine.ts'
import type { Names } from './item-orders.ts'
import type { SnapshotFile } from './snapshot-file.ts'

export interface KeysSource {
  /** How many items there are, at least nearly. */
  count(): number
  /** Both tell of all there are, with a pause now and then. */
  items(tell: (keys: ItemKeys, amounts: ItemAmounts) => void): Generator<void>
  products(tell: (keys: ProductKeys) => void): Generator<void>
  names(): Names
}

export interface EngineSnapshot {
  file: SnapshotFile
  /** Names the state of the database that an engine is of. */
  stamp(): string
  /** Whether it may be written now: not while a sync changes something every moment. */
  mayWrite(): boolean
  /** Makes the stamp another one: should commits be lost with the power, what was written after them is not trusted. */
  renew(): void
}

/** Fills the engine piece by piece while nobody asks, or at once when somebody does. */
export class EngineLoader {
  readonly #keys: KeysSource
  readonly #sources: EngineSources
  readonly #snapshot: EngineSnapshot
  #engine: Engine | null = null
  #isFilled = false
  #pieces: Generator<void> | null = null
  /** What was written while the engine was being filled. */
  #missed: ((engine: Engine) => void)[] = []
  /** The stamp of the snapshot on the disk, as far as is known. */
  #written: string | null = null

  constructor(keys: KeysSource, sources: EngineSources, snapshot: EngineSnapshot) {
    this.#keys = keys
    this.#sources = sources
    this.#snapshot = snapshot
  }

  /** The engine, if it is filled. */
  get ready(): Engine | null {
    return this.#isFilled ? this.#engine : null
  }

  /** The next piece; true when there is none left. */
  advance(): boolean {
    this.#pieces ??= this.#engine ? this.#writeIfStale(this.#engine) : this.#work()
    try {
      if (this.#pieces?.next().done) this.#pieces = null
    } catch (thrown) {
      this.#pieces = null
      // Half filled it would find half of what there is.
      if (!this.#isFilled) this.forget()
      throw thrown
    }
    return this.#pieces === null
  }

  /** The engine, filled. */
  load(): Engine {
    while (!this.#isFilled || !this.#engine) this.advance()
    return this.#engine
  }

  /** Tells the engine of something that was just written. One that is not begun yet will read it by itself. */
  tell(change: (engine: Engine) => void): void {
    if (!this.#engine) return
    if (this.#isFilled) change(this.#engine)
    else this.#missed.push(change)
  }

  /** Another connection wrote: everything is read again when it is next needed. */
  forget(): void {
    this.#engine = null
    this.#isFilled = false
    this.#pieces = null
    this.#missed = []
  }

  /** The last chance to spare the next start its reading. */
  finish(): void {
    this.#pieces?.return(undefined)
    this.#pieces = null
    const writing = this.ready && this.#writeIfStale(this.ready)
    while (writing && !writing.next().done) continue
  }

  *#work(): Generator<void> {
    const engine = this.#takeUp()
    this.#engine = engine
    if (!this.#isFilled) yield* this.#fill(engine)
    yield
    yield* engine.prepare(() => this.#keys.names())
    yield* this.#writeIfStale(engine) ?? []
  }

  *#fill(engine: Engine): Generator<void> {
    engine.reserve(this.#keys.count())
    yield* this.#keys.products((keys) => engine.putProduct(keys))
    yield* this.#keys.items((keys, amounts) => engine.putItem(keys, amounts))
    for (const change of this.#missed) change(engine)
    this.#missed = []
    this.#isFilled = true
  }

  /** An engine filled from the snapshot where there is one of just this state, else an empty one. */
  #takeUp(): Engine {
    const stamp = this.#snapshot.stamp()
    const parts = this.#snapshot.file.read(stamp)
    if (parts) {
      try {
        const engine = new Engine(this.#sources)
        engine.restore(parts, this.#keys.names())
        this.#written = stamp
        this.#isFilled = true
        return engine
      } catch {
        // Half taken up is worse than not at all.
      }
    }
    return new Engine(this.#sources)
  }

  #writeIfStale(engine: Engine): Generator<void> | null {
    const stamp = this.#snapshot.stamp()
    return stamp === this.#written || !this.#snapshot.mayWrite() ? null : this.#write(engine)
  }

  *#write(engine: Engine): Generator<void> {
    this.#snapshot.renew()
    const stamp = this.#snapshot.stamp()
    const writing = this.#snapshot.file.write(stamp, engine.save(this.#keys.names()))
    try {
      while (!writing.next().done) {
        yield
        // Something was written in between: what is half on the disk is of two states.
        if (this.#snapshot.stamp() !== stamp) return
      }
      this.#written = stamp
    } finally {
      writing.return()
    }
  }
}
