import type { DatabaseSync } from 'node:sqlite'
import { Statement } from '../statement.ts'
import { itemTextExpression, productExpression, wholeCodeExpression } from './search-words.ts'
import type { SearchTerms } from './search-words.ts'

export type CodeField = 'sku' | 'barcode' | 'baseCode'

interface Ids {
  ids: string
}

/** Ids come as one JSON text: that is several times quicker than as rows. */
const read = (row: Ids | undefined): number[] => JSON.parse(row?.ids ?? '[]') as number[]

/** The full-text indexes of products and of item texts. */
export class SearchIndex {
  readonly #products
  readonly #texts
  readonly #exact

  constructor(db: DatabaseSync) {
    this.#products = new Statement<[string], Ids>(
      db,
      'SELECT json_group_array(rowid) AS ids FROM product_search WHERE product_search MATCH ?',
    )
    this.#texts = new Statement<[string], Ids>(
      db,
      'SELECT json_group_array(rowid) AS ids FROM item_text_search WHERE item_text_search MATCH ?',
    )
    this.#exact = new Statement<[string], { product_id: number; field: CodeField }>(
      db,
      'SELECT product_id, field FROM product_codes WHERE code_key = ?',
    )
  }

  /** Ids of products that have a word that begins with this one. */
  products(word: string): number[] {
    return read(this.#products.get(productExpression(word)))
  }

  /** Ids of products with a code that begins with all that was typed, as one code. */
  productsByWholeCode(terms: SearchTerms): number[] {
    return read(this.#products.get(wholeCodeExpression(terms)))
  }

  /** Ids of item texts that have a word that begins with this one. */
  texts(word: string): number[] {
    return read(this.#texts.get(itemTextExpression(word)))
  }

  /** Products with a code that is all that was typed. */
  productsByExactCode(key: string): { productId: number; field: CodeField }[] {
    return this.#exact.all(key).map((row) => ({ productId: row.product_id, field: row.field }))
  }
}
