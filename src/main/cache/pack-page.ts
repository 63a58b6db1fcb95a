/** A page on its way to the worker: what its items have in common goes once, what the worker already has not at all. */
import type { ItemList, OrderItem, OrderState, Product, SimpleOrderItem } from '../../shared/order-item.ts'
import { PacklightError } from '../../shared/result.ts'
import { sameContent } from '../../shared/same-content.ts'
import type { CommitPage, PageToStore, ProductText } from './protocol.ts'

/** What sells at the same time is on the same pages. The OMS client remembers about as many. */
const mostKnown = 4_000

export interface PackedPage {
  page: PageToStore
  /** Memory that moves to the worker: it is empty here afterwards. */
  moved: ArrayBuffer[]
}

export class PagePacker {
  /** What the worker was sent of each product, as far as it is remembered; first the one sent longest ago. */
  readonly #known = new Map<number, Product>()

  /** @throws where an answer was packed and sent before */
  pack({ answers, ...rest }: CommitPage): PackedPage {
    const states = new Parts<OrderState>()
    const priceLists = new Parts<ItemList>()
    const stockLists = new Parts<ItemList>()
    const products: ProductText[] = []
    const lean = (item: OrderItem): SimpleOrderItem => {
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
      return simple
    }
    const page: PageToStore = {
      ...rest,
      answers: answers.map((answer) => ({ ...answer, items: answer.items.map(lean) })),
      states: states.toSend,
      products,
    }
    return { page, moved: [...new Set(answers.flatMap(({ source }) => memoryOf(source)))] }
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

/** Only what is all of its memory moves: the rest of it may be somebody else's. */
function memoryOf({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  if (!(buffer instanceof ArrayBuffer)) return []
  if (buffer.detached) throw new PacklightError({ code: 'internal', details: 'a page sent twice' })
  return byteLength > 0 && byteLength === buffer.byteLength ? [buffer] : []
}
