import type { DatabaseSync } from 'node:sqlite'
import type { Product, ProductImage } from '../../../shared/order-item.ts'
import type { ProductText } from '../protocol.ts'
import { codeKey, codeWords, productWords } from '../search/search-text.ts'
import { Statement } from '../statement.ts'
import { attributeLabels } from './attribute-labels.ts'
import type { Images } from './images.ts'
import { digest, readAttributes, readObject, storedText } from './values.ts'

type Text = string | null
type Integer = number | null

interface ProductRow {
  id: number
  omnitron_id: Integer
  name: Text
  base_code: Text
  sku: Text
  barcode: Text
  attributes: string
  attributes_kwargs: string
  extra_attributes: string
  created_date: Text
  modified_date: Text
  remote_modified_date: Text
}

type CodesRow = Pick<ProductRow, 'sku' | 'barcode' | 'base_code'>

interface ImageRow {
  product_id: number
  image_id: number
  api_id: Integer
  api_order: Integer
  url: string
}

/** A picture of a product with the cache's own id for it. */
export interface StoredImage extends ProductImage {
  imageId: number
}

export class Products {
  readonly #images
  readonly #fingerprint
  readonly #put
  readonly #index
  readonly #forgetWords
  readonly #forgetCodes
  readonly #addCode
  readonly #forgetImages
  readonly #addImage
  readonly #byIds
  readonly #imagesOf
  readonly #codes

  constructor(db: DatabaseSync, images: Images) {
    this.#images = images
    this.#fingerprint = new Statement<[number], { fingerprint: string }>(
      db,
      'SELECT fingerprint FROM products WHERE id = ?',
    )
    this.#put = new Statement<
      [number, Integer, Text, Text, Text, Text, string, string, string, Text, Text, Text, string, string]
    >(
      db,
      `INSERT INTO products (id, omnitron_id, name, base_code, sku, barcode, attributes, attributes_kwargs,
         extra_attributes, created_date, modified_date, remote_modified_date, attribute_labels, fingerprint)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET omnitron_id = excluded.omnitron_id, name = excluded.name,
         base_code = excluded.base_code, sku = excluded.sku, barcode = excluded.barcode,
         attributes = excluded.attributes, attributes_kwargs = excluded.attributes_kwargs,
         extra_attributes = excluded.extra_attributes, created_date = excluded.created_date,
         modified_date = excluded.modified_date, remote_modified_date = excluded.remote_modified_date,
         attribute_labels = excluded.attribute_labels, fingerprint = excluded.fingerprint`,
    )
    this.#index = new Statement<[number, string, string]>(
      db,
      'INSERT INTO product_search (rowid, codes, words) VALUES (?, ?, ?)',
    )
    this.#forgetWords = new Statement<[number]>(db, 'DELETE FROM product_search WHERE rowid = ?')
    this.#forgetCodes = new Statement<[number]>(db, 'DELETE FROM product_codes WHERE product_id = ?')
    this.#addCode = new Statement<[string, number, string]>(
      db,
      'INSERT OR IGNORE INTO product_codes (code_key, product_id, field) VALUES (?, ?, ?)',
    )
    this.#forgetImages = new Statement<[number]>(db, 'DELETE FROM product_images WHERE product_id = ?')
    this.#addImage = new Statement<[number, number, number, Integer, Integer]>(
      db,
      'INSERT INTO product_images (product_id, position, image_id, api_id, api_order) VALUES (?, ?, ?, ?, ?)',
    )
    this.#byIds = new Statement<[string], ProductRow>(
      db,
      'SELECT * FROM products WHERE id IN (SELECT value FROM json_each(?))',
    )
    this.#imagesOf = new Statement<[string], ImageRow>(
      db,
      `SELECT product_images.*, images.url FROM product_images JOIN images ON images.id = image_id
       WHERE product_id IN (SELECT value FROM json_each(?)) ORDER BY product_id, position`,
    )
    this.#codes = new Statement<[string], CodesRow>(
      db,
      'SELECT sku, barcode, base_code FROM products WHERE id IN (SELECT value FROM json_each(?))',
    )
  }

  /** Writes the product where it is new or differs; null where it is as it was. */
  put({ id, json }: ProductText): { product: Product; isNew: boolean } | null {
    // In whatever order its keys come: a product that only looks different is written once more, no harm done.
    const fingerprint = digest(json)
    const before = this.#fingerprint.get(id)?.fingerprint
    if (before === fingerprint) return null
    const product = JSON.parse(json) as Product
    this.#put.run(
      product.id,
      product.omnitronId,
      storedText(product.name),
      storedText(product.baseCode),
      storedText(product.sku),
      storedText(product.barcode),
      JSON.stringify(product.attributes),
      JSON.stringify(product.attributesKwargs),
      JSON.stringify(product.extraAttributes),
      storedText(product.createdDate),
      storedText(product.modifiedDate),
      storedText(product.remoteModifiedDate),
      JSON.stringify(attributeLabels(product.attributesKwargs)),
      fingerprint,
    )
    if (before !== undefined) this.#forget(id)
    this.#putSearch(product)
    product.images.forEach((image, position) =>
      this.#addImage.run(product.id, position, this.#images.idOf(image.url), image.id, image.order),
    )
    return { product, isNew: before === undefined }
  }

  /** Its words, codes and pictures. For a product that is new even looking for them would take long. */
  #forget(id: number): void {
    this.#forgetWords.run(id)
    this.#forgetCodes.run(id)
    this.#forgetImages.run(id)
  }

  #putSearch(product: Product): void {
    const codes = codeWords([product.sku, product.barcode, product.baseCode])
    this.#index.run(product.id, codes, productWords(product))
    for (const field of ['sku', 'barcode', 'baseCode'] as const) {
      const key = codeKey(product[field] ?? '')
      if (key !== '') this.#addCode.run(key, product.id, field)
    }
  }

  byIds(ids: readonly number[]): Map<number, Product> {
    const images = Map.groupBy(this.#imageRows(ids), (row) => row.product_id)
    return new Map(
      this.#byIds.all(JSON.stringify(ids)).map((row) => [row.id, toProduct(row, images.get(row.id) ?? [])]),
    )
  }

  imagesOf(id: number): StoredImage[] {
    return this.#imageRows([id]).map((row) => ({ ...toImage(row), imageId: row.image_id }))
  }

  codes(ids: readonly number[]): Pick<Product, 'sku' | 'barcode' | 'baseCode'>[] {
    return this.#codes
      .all(JSON.stringify(ids))
      .map((row) => ({ sku: row.sku, barcode: row.barcode, baseCode: row.base_code }))
  }

  #imageRows(ids: readonly number[]): ImageRow[] {
    return this.#imagesOf.all(JSON.stringify(ids))
  }
}

const toImage = (row: ImageRow): ProductImage => ({ id: row.api_id, order: row.api_order, url: row.url })

const toProduct = (row: ProductRow, images: ImageRow[]): Product => ({
  id: row.id,
  omnitronId: row.omnitron_id,
  name: row.name,
  baseCode: row.base_code,
  sku: row.sku,
  barcode: row.barcode,
  attributes: readObject(row.attributes),
  attributesKwargs: readAttributes(row.attributes_kwargs),
  extraAttributes: readObject(row.extra_attributes),
  images: images.map(toImage),
  createdDate: row.created_date,
  modifiedDate: row.modified_date,
  remoteModifiedDate: row.remote_modified_date,
})
