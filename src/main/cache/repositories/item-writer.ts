import type { DatabaseSync } from 'node:sqlite'
import type { SimpleOrderItem } from '../../../shared/order-item.ts'
import type { ItemKeys } from '../item-keys.ts'
import type { LeanItem } from '../protocol.ts'
import { remembering } from '../remembering.ts'
import { itemWords } from '../search/search-text.ts'
import { Statement } from '../statement.ts'
import type { Images } from './images.ts'
import type { ItemTexts } from './item-texts.ts'
import { microseconds, storedText } from './values.ts'

type Text = string | null
type Integer = number | null

interface Before {
  fingerprint: string
  state_id: Integer
  order_id: Integer
  gone_since: Text
  raw_page_id: Integer
}

/** What is written beside the item itself. */
export interface ItemOrigin {
  fetchedAt: string
  /** The answer it came in. */
  rawPageId: number
}

/** What writing an item did. */
export interface ItemWritten {
  kind: 'added' | 'changed' | 'same'
  cameBack: boolean
  stateBefore: Integer
  /** How many more orders there are now; fewer where an item went over to another order. */
  moreOrders: number
  rawPageBefore: Integer
  keys: ItemKeys
}

const columns = [
  'id',
  'order_id',
  'omnitron_id',
  'parent_omnitron_id',
  'state_id',
  'product_id',
  'price_list_pk',
  'stock_list_pk',
  'image_id',
  'text_id',
  'created_us',
  'modified_us',
  'created_date',
  'modified_date',
  'price_currency',
  'net_amount',
  'price',
  'retail_price',
  'tax_rate',
  'tax_amount',
  'discount_amount',
  'without_net_amount',
  'installment_interest_amount',
  'attributes',
  'attributes_kwargs',
  'extra_field',
  'fetched_at',
  'gone_since',
  'fingerprint',
  'raw_page_id',
] as const

/** Writes items alone: their states, products and lists are written before. */
export class ItemWriter {
  readonly #images
  readonly #texts
  readonly #words = remembering<string>(1_000)
  readonly #before
  readonly #put
  readonly #fingerprints
  readonly #ofOrder

  constructor(db: DatabaseSync, images: Images, texts: ItemTexts) {
    this.#images = images
    this.#texts = texts
    this.#before = new Statement<[number], Before>(
      db,
      'SELECT fingerprint, state_id, order_id, gone_since, raw_page_id FROM items WHERE id = ?',
    )
    this.#ofOrder = new Statement<[number], { id: number }>(
      db,
      'SELECT id FROM items WHERE order_id = ? LIMIT 1',
    )
    this.#fingerprints = new Statement<[string], { id: number; fingerprint: string }>(
      db,
      `SELECT id, fingerprint FROM items
       WHERE id IN (SELECT value FROM json_each(?)) AND gone_since IS NULL`,
    )
    const others = columns.slice(1).map((name) => `${name} = excluded.${name}`)
    this.#put = new Statement<(Text | Integer)[]>(
      db,
      `INSERT INTO items (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (id) DO UPDATE SET ${others.join(', ')}`,
    )
  }

  /** By id; without those marked as gone, which are to be read anew. */
  fingerprints(ids: readonly number[]): Map<number, string> {
    return new Map(this.#fingerprints.all(JSON.stringify(ids)).map((row) => [row.id, row.fingerprint]))
  }

  put(item: LeanItem, { fetchedAt, rawPageId }: ItemOrigin): ItemWritten {
    const before = this.#before.get(item.id)
    const { fingerprint } = item
    const attributes = JSON.stringify(item.attributes)
    const attributesKwargs = JSON.stringify(item.attributesKwargs)
    const words = this.#words(attributes + attributesKwargs, () => itemWords(item))
    const keys = this.#keysOf(item, words)
    const values: Record<(typeof columns)[number], Text | Integer> = {
      id: item.id,
      order_id: item.order,
      omnitron_id: item.omnitronId,
      parent_omnitron_id: item.parentOmnitronId,
      state_id: keys.stateId,
      product_id: keys.productId,
      price_list_pk: item.priceList?.pk ?? null,
      stock_list_pk: item.stockList?.pk ?? null,
      image_id: item.image === null ? null : this.#images.idOf(item.image),
      text_id: keys.textId,
      created_us: keys.createdUs,
      modified_us: keys.modifiedUs,
      created_date: storedText(item.createdDate),
      modified_date: storedText(item.modifiedDate),
      price_currency: storedText(item.priceCurrency),
      net_amount: storedText(item.netAmount),
      price: storedText(item.price),
      retail_price: storedText(item.retailPrice),
      tax_rate: storedText(item.taxRate),
      tax_amount: storedText(item.taxAmount),
      discount_amount: storedText(item.discountAmount),
      without_net_amount: storedText(item.withoutNetAmount),
      installment_interest_amount: storedText(item.installmentInterestAmount),
      attributes,
      attributes_kwargs: attributesKwargs,
      extra_field: JSON.stringify(item.extraField),
      fetched_at: fetchedAt,
      gone_since: null,
      fingerprint,
      raw_page_id: rawPageId,
    }
    const orderBefore = before?.order_id ?? null
    const isMoved = orderBefore !== item.order
    const ordersBegun = isMoved && this.#isEmpty(item.order) ? 1 : 0
    this.#put.run(...columns.map((name) => values[name]))
    const ordersEnded = isMoved && this.#isEmpty(orderBefore) ? 1 : 0
    return {
      kind: before === undefined ? 'added' : before.fingerprint === fingerprint ? 'same' : 'changed',
      cameBack: before !== undefined && before.gone_since !== null,
      stateBefore: before?.state_id ?? null,
      moreOrders: ordersBegun - ordersEnded,
      rawPageBefore: before?.raw_page_id ?? null,
      keys,
    }
  }

  /** An order that no item is in; "no order" is none. */
  #isEmpty(order: Integer): boolean {
    return order !== null && this.#ofOrder.get(order) === undefined
  }

  #keysOf(item: SimpleOrderItem, words: string): ItemKeys {
    return {
      id: item.id,
      order: item.order,
      omnitronId: item.omnitronId,
      parentOmnitronId: item.parentOmnitronId,
      stateId: item.stateId,
      stockListPk: item.stockList?.pk ?? null,
      priceListPk: item.priceList?.pk ?? null,
      priceCurrency: storedText(item.priceCurrency),
      productId: item.productId,
      textId: words === '' ? null : this.#texts.idOf(words),
      hasPicture: item.image !== null,
      gone: false,
      change: 'same',
      createdUs: microseconds(item.createdDate),
      modifiedUs: microseconds(item.modifiedDate),
    }
  }
}
