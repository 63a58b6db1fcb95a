/**
 * The same searches in SQL: words in full-text indexes of products and item texts, numbers by ranges, in the order of
 * the standard view. The command-line tool of the system may be too old for the cache's own indexes, so it gets
 * indexes of the same words in a file beside.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Images } from '../../src/main/cache/repositories/images.ts'
import { Products } from '../../src/main/cache/repositories/products.ts'
import { codeWords, productWords } from '../../src/main/cache/search/search-text.ts'
import { parseSearch } from '../../src/main/cache/search/search-words.ts'

const index = (name: string) =>
  `CREATE VIRTUAL TABLE ${name} USING fts5 (
     codes, words, content = '', prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 0")`

/** Makes the file of indexes for the cache in `cacheFile`. */
export function indexWords(cacheFile: string, file: string): void {
  rmSync(file, { force: true })
  mkdirSync(dirname(file), { recursive: true })
  const cache = new DatabaseSync(cacheFile, { readOnly: true })
  const words = new DatabaseSync(file)
  try {
    words.exec(`${index('products')}; ${index('texts')}; BEGIN`)
    const put = words.prepare('INSERT INTO products (rowid, codes, words) VALUES (?, ?, ?)')
    const ids = cache.prepare('SELECT id FROM products').all() as unknown as { id: number }[]
    const products = new Products(cache, new Images(cache)).byIds(ids.map(({ id }) => id))
    for (const [id, product] of products)
      put.run(id, codeWords([product.sku, product.barcode, product.baseCode]), productWords(product))
    const putText = words.prepare(`INSERT INTO texts (rowid, codes, words) VALUES (?, '', ?)`)
    const texts = cache.prepare('SELECT id, text FROM item_texts').all()
    for (const { id, text } of texts as unknown as { id: number; text: string }[]) putText.run(id, text)
    words.exec('COMMIT')
  } finally {
    cache.close()
    words.close()
  }
}

/** All ids that a search finds, newest first. */
export const searchSql = (search: string): string =>
  `SELECT id FROM cache.items WHERE ${conditionOf(search)} ORDER BY modified_us DESC, id DESC`

export const searchCountSql = (search: string): string =>
  `SELECT count(*) FROM cache.items WHERE ${conditionOf(search)}`

function conditionOf(search: string): string {
  const terms = parseSearch(search)
  if (!terms) return 'true'
  const all = terms.words.map((word) => `(${wordCondition(word)})`).join(' AND ')
  if (terms.words.length === 1) return all
  // As one code too: who types "869 0123" means "8690123".
  const codes = `product_id IN (SELECT rowid FROM products WHERE products MATCH '{codes} : ${quoted(terms.compact)}')`
  return `(${all}) OR ${codes}`
}

function wordCondition(word: string): string {
  const found = (table: string) => `(SELECT rowid FROM ${table} WHERE ${table} MATCH '${quoted(word)}')`
  const conditions = [`product_id IN ${found('products')}`, `text_id IN ${found('texts')}`]
  if (/^\d{1,15}$/.test(word))
    for (const column of ['id', 'omnitron_id', 'order_id']) conditions.push(...rangesOf(column, Number(word)))
  return conditions.join(' OR ')
}

const quoted = (word: string): string => `"${word}"*`

/** Numbers that begin with this one. */
function rangesOf(column: string, number: number): string[] {
  const ranges: string[] = [`${column} = ${number}`]
  for (let unit = 10; number > 0 && number * unit < 1e13; unit *= 10)
    ranges.push(`${column} BETWEEN ${number * unit} AND ${(number + 1) * unit - 1}`)
  return ranges
}
