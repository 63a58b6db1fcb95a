import type { ItemKeys, ProductKeys } from '../item-keys.ts'
import type { HitSources } from './search-hits.ts'
import { Engine } from './engine.ts'

export interface KeysSource {
  items(): Generator<ItemKeys[]>
  products(): Generator<ProductKeys[]>
}

/** Fills the engine piece by piece while nobody asks, or at once when somebody does. */
export class EngineLoader {
  readonly #keys: KeysSource
  readonly #sources: HitSources
  #loading: { engine: Engine; pieces: Generator<void> } | null = null
  #loaded: Engine | null = null

  constructor(keys: KeysSource, sources: HitSources) {
    this.#keys = keys
    this.#sources = sources
  }

  /** The engine, if it is filled. */
  get ready(): Engine | null {
    return this.#loaded
  }

  /** The next piece; true when there is none left. */
  advance(): boolean {
    if (this.#loaded) return true
    this.#loading ??= this.#begin()
    if (this.#loading.pieces.next().done) {
      this.#loaded = this.#loading.engine
      this.#loading = null
    }
    return this.#loaded !== null
  }

  /** The engine, filled. */
  load(): Engine {
    while (!this.#loaded) this.advance()
    return this.#loaded
  }

  /** Before something is written: a half-filled engine would miss it, an unfilled one reads it later. */
  settle(): Engine | null {
    return this.#loading ? this.load() : this.#loaded
  }

  /** Another connection wrote: everything is read again when it is next needed. */
  forget(): void {
    this.#loaded = null
    this.#loading = null
  }

  #begin(): { engine: Engine; pieces: Generator<void> } {
    const engine = new Engine(this.#sources)
    return { engine, pieces: fill(engine, this.#keys) }
  }
}

function* fill(engine: Engine, keys: KeysSource): Generator<void> {
  for (const piece of keys.products()) {
    for (const product of piece) engine.putProduct(product)
    yield
  }
  for (const piece of keys.items()) {
    for (const item of piece) engine.putItem(item)
    yield
  }
}
