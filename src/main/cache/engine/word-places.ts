import type { ProductTable } from './product-table.ts'

/** The full-text indexes. */
export interface WordSources {
  /** Ids of products that have a word that begins with this one. */
  products(word: string): number[]
  /** Ids of item texts that have a word that begins with this one. */
  texts(word: string): number[]
}

/** Words up to this length have many hits, and are typed over and over: their hits are remembered. */
const shortWord = 3
/** Hits remembered in all, of 4 bytes each. */
const mostRemembered = 2_000_000

/** Where the words of a search are: places of products, ids of texts. */
export class WordPlaces {
  readonly #sources: WordSources
  readonly #products: ProductTable
  readonly #ofProducts = new Map<string, Uint32Array>()
  readonly #ofTexts = new Map<string, Uint32Array>()
  #remembered = 0

  constructor(sources: WordSources, products: ProductTable) {
    this.#sources = sources
    this.#products = products
  }

  products(word: string): Uint32Array {
    return this.#recall(this.#ofProducts, word, () => this.#placesOf(this.#sources.products(word)))
  }

  texts(word: string): Uint32Array {
    return this.#recall(this.#ofTexts, word, () => Uint32Array.from(this.#sources.texts(word)))
  }

  /** Something was written: other words may be there now. */
  forget(): void {
    this.#ofProducts.clear()
    this.#ofTexts.clear()
    this.#remembered = 0
  }

  #placesOf(ids: readonly number[]): Uint32Array {
    const places = new Uint32Array(ids.length)
    let end = 0
    for (const id of ids) {
      const place = this.#products.places.find(id)
      if (place !== undefined) places[end++] = place
    }
    return places.subarray(0, end)
  }

  #recall(known: Map<string, Uint32Array>, word: string, look: () => Uint32Array): Uint32Array {
    const before = known.get(word)
    if (before) return before
    const found = look()
    if (word.length > shortWord) return found
    if (this.#remembered + found.length > mostRemembered) this.forget()
    this.#remembered += found.length
    known.set(word, found)
    return found
  }
}
