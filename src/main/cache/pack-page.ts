/** A page on its way to the worker: what its items have in common goes once, what the worker already has not at all. */
import type { ItemList, OrderItem, OrderState, Product, SimpleOrderItem } from '../../shared/order-item.ts'
import { PacklightError } from '../../shared/result.ts'
import type { CommitPage, PageToStore, ProductText } from './protocol.ts'
import { sameContent } from './same-content.ts'

/** Of about 1 kB each: enough that what sells at the same time is sent once. */
const mostKnown = 5_000

export interface PackedPage {
  page: PageToStore
  /** Memory that moves to the worker: it is empty here afterwards. */
  moved: ArrayBuffer[]
}

export class PagePacker {
  /** What the worker was sent of each product, as far as it is remembered; first the one sent longest ago. */
  readonly #known = new Map<number, string>()

  /** @throws where an answer was packed and sent before */
  pack({ answers, ...rest }: CommitPage): PackedPage {
    const states = new Parts<OrderState>()
    const priceLists = new Parts<ItemList>()
    const stockLists = new Parts<ItemList>()
    const products = new ProductTexts(this.#known)
    const lean = ({ state, product, priceList, stockList, ...own }: OrderItem): SimpleOrderItem => ({
      ...own,
      stateId: state && states.put(state.id, state).id,
      productId: product && products.put(product).id,
      priceList: priceList && priceLists.put(priceList.pk, priceList),
      stockList: stockList && stockLists.put(stockList.pk, stockList),
    })
    const page: PageToStore = {
      ...rest,
      answers: answers.map((answer) => ({ ...answer, items: answer.items.map(lean) })),
      states: states.toSend,
      products: products.toSend,
    }
    this.#remember(page.products)
    return { page, moved: [...new Set(answers.flatMap(({ source }) => memoryOf(source)))] }
  }

  /** To be told when a page was not stored: then its products are not there either. */
  forget(): void {
    this.#known.clear()
  }

  #remember(products: readonly ProductText[]): void {
    for (const { id, json } of products) {
      this.#known.delete(id)
      this.#known.set(id, json)
    }
    for (const id of this.#known.keys()) {
      if (this.#known.size <= mostKnown) break
      this.#known.delete(id)
    }
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

/** The same for products, which the worker mostly has. */
class ProductTexts {
  readonly toSend: ProductText[] = []
  readonly #latest = new Map<number, string>()
  readonly #known: ReadonlyMap<number, string>

  constructor(known: ReadonlyMap<number, string>) {
    this.#known = known
  }

  put(product: Product): Product {
    const { id } = product
    const json = JSON.stringify(product)
    if ((this.#latest.get(id) ?? this.#known.get(id)) === json) return product
    this.#latest.set(id, json)
    this.toSend.push({ id, json })
    return product
  }
}

/** Only what is all of its memory moves: the rest of it may be somebody else's. */
function memoryOf({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  if (!(buffer instanceof ArrayBuffer)) return []
  if (buffer.detached) throw new PacklightError({ code: 'internal', details: 'a page sent twice' })
  return byteLength > 0 && byteLength === buffer.byteLength ? [buffer] : []
}
