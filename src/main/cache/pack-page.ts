/**
 * A page on its way to the worker: what its items have in common goes once, what the worker already has not at all. What
 * needs no database is done here, because the worker has more to do.
 */
import type { ItemList, OrderItem, OrderState, Product } from '../../shared/order-item.ts'
import { sameContent } from '../../shared/same-content.ts'
import type { CommitPage, LeanItem, PageToStore, ProductText } from './protocol.ts'
import { packBody } from './raw-form.ts'
import { itemFingerprint } from './repositories/item-fingerprint.ts'

/** What sells at the same time is on the same pages. The OMS client remembers about as many. */
const mostKnown = 6_000

export class PagePacker {
  /** What the worker was sent of each product, as far as it is remembered; first the one sent longest ago. */
  readonly #known = new Map<number, Product>()

  pack({ answers, ...rest }: CommitPage): PageToStore {
    const states = new Parts<OrderState>()
    const priceLists = new Parts<ItemList>()
    const stockLists = new Parts<ItemList>()
    const products: ProductText[] = []
    const lean = (item: OrderItem): LeanItem => {
      const { state, product, priceList, stockList } = item
      if (product && this.#isNew(product)) products.push({ id: product.id, json: JSON.stringify(product) })
      const simple = {
        ...item,
        // Copying all and taking away is several times quicker than copying all but these.
        state: null,
        product: null,
        stateId: state && states.put(state.id, state).id,
        productId: product && product.id,
        priceList: priceList && priceLists.put(priceList.pk, priceList),
        stockList: stockList && stockLists.put(stockList.pk, stockList),
      }
      return { ...simple, fingerprint: itemFingerprint(simple) }
    }
    return {
      ...rest,
      answers: answers
        .filter(({ items }) => items.length > 0)
        .map(({ source, kind, items }) => ({ ...packBody(source, kind), items: items.map(lean) })),
      states: states.toSend,
      products,
    }
  }

  /** To be told when a page was not stored: then its products are not there either. */
  forget(): void {
    this.#known.clear()
  }

  /** Whether the worker was sent something else of this product last, or nothing. */
  #isNew(product: Product): boolean {
    // The client gives out the same object as long as it stays the same.
    if (this.#known.get(product.id) === product) return false
    this.#known.delete(product.id)
    this.#known.set(product.id, product)
    for (const id of this.#known.keys()) {
      if (this.#known.size <= mostKnown) break
      this.#known.delete(id)
    }
    return true
  }
}

/** The states or lists of a page. Where one comes with two contents both are sent, so that the last one stays. */
class Parts<T> {
  readonly toSend: T[] = []
  readonly #latest = new Map<number, T>()

  /** The one object of this page with that content: sent once, however many items refer to it. */
  put(id: number, part: T): T {
    const before = this.#latest.get(id)
    if (before !== undefined && sameContent(before, part)) return before
    this.#latest.set(id, part)
    this.toSend.push(part)
    return part
  }
}
