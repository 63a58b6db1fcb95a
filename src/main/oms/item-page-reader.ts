import type { OrderItem } from '../../shared/order-item.ts'
import { KnownProducts } from './known-products.ts'
import { parseJson } from './parse-json.ts'
import { orderItemReader, readOrderItem, readPage } from './read-page.ts'
import type { ReadPage } from './read-page.ts'
import { textOf } from './text-of.ts'

/**
 * Reads pages of full items one after the other. A product that comes again as it was is the very same object. Null
 * where the body is JSON but no page.
 *
 * Throws `oms.broken-answer`.
 */
export function itemPageReader(): (source: Uint8Array) => ReadPage<OrderItem> | null {
  const products = new KnownProducts()
  const readEntry = orderItemReader(products.read)
  return (source) => {
    const short = products.cutOut(source)
    const page = readPage(parseJson(textOf(short.source)), readEntry)
    if (products.putBack === short.cut) return page
    // What was cut out was not the product of an item: so nothing is.
    return readPage(parseJson(textOf(source)), readOrderItem)
  }
}
