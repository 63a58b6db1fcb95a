import type { ItemAmounts, ItemKeys, ProductKeys } from '../item-keys.ts'
import { Engine } from './engine.ts'
import type { EngineSources } from './engine.ts'
import type { Names } from './item-orders.ts'

export interface KeysSource {
  /** How many items there are, at least nearly. */
  count(): number
  /** Both tell of all there are, with a pause now and then. */
  items(tell: (keys: ItemKeys, amounts: ItemAmounts) => void): Generator<void>
  products(tell: (keys: ProductKeys) => void): Generator<void>
  names(): Names
}

/** Fills the engine piece by piece while nobody asks, or at once when somebody does. */
export class EngineLoader {
  readonly #keys: KeysSource
  readonly #sources: EngineSources
  #engine: Engine | null = null
  #isFilled = false
  #pieces: Generator<void> | null = null
  /** What was written while the engine was being filled. */
  #missed: ((engine: Engine) => void)[] = []

  constructor(keys: KeysSource, sources: EngineSources) {
    this.#keys = keys
    this.#sources = sources
  }

  /** The engine, if it is filled. */
  get ready(): Engine | null {
    return this.#isFilled ? this.#engine : null
  }

  /** The next piece; true when there is none left. */
  advance(): boolean {
    if (!this.#engine) {
      this.#engine = new Engine(this.#sources)
      this.#pieces = this.#work(this.#engine)
    }
    if (this.#pieces?.next().done) this.#pieces = null
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

  *#work(engine: Engine): Generator<void> {
    engine.reserve(this.#keys.count())
    yield* this.#keys.products((keys) => engine.putProduct(keys))
    yield* this.#keys.items((keys, amounts) => engine.putItem(keys, amounts))
    for (const change of this.#missed) change(engine)
    this.#missed = []
    this.#isFilled = true
    yield
    yield* engine.prepare(() => this.#keys.names())
  }
}
