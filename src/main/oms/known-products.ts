import { isJsonObject } from '../../shared/json.ts'
import type { Product } from '../../shared/order-item.ts'
import { toProduct } from './to-domain.ts'
import type { Field } from './wire-fields.ts'

/** Some kB each. What sells at the same time is on the same pages, and that is less than all there is. */
const mostKnown = 6_000
/** One that is hardly longer than what would stand in its place is not worth it. */
const shortest = 100

const key = '"product":'
/** How the OMS begins the product of an item. One that is written in another way is read as any other JSON. */
const opening = Buffer.from(`${key}{"id":`)
/** Stands for a product that was cut out; no OMS sends such a text. */
const mark = '\u0000known product '

interface Known {
  bytes: Buffer
  product: Product
}

export interface CutBody {
  source: Uint8Array
  /** How many products are not in it any more. */
  cut: number
}

/**
 * Products make up half of what the OMS sends, and most of them are as they were on a page before. One that is, byte by
 * byte, is cut out of the body before that is parsed and put back as the very object that was read then: what is not
 * parsed need not be read, checked, compared or sent to another thread either.
 */
export class KnownProducts {
  /** First the one that was read longest ago. */
  readonly #known = new Map<number, Known>()
  /** Those that were cut out of the last body. What stands on its page may replace them as the known ones. */
  #cut: Product[] = []
  #putBack = 0

  /** The body of a page without the known products in it. */
  cutOut(source: Uint8Array): CutBody {
    this.#cut = []
    this.#putBack = 0
    const body = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
    let at = this.#known.size === 0 ? -1 : body.indexOf(opening)
    if (at === -1) return { source, cut: 0 }
    const rest = Buffer.allocUnsafeSlow(body.length)
    let length = 0
    let done = 0
    while (at !== -1) {
      const start = at + key.length
      const known = this.#known.get(idAt(body, at + opening.length))
      const end = start + (known?.bytes.length ?? Infinity)
      if (known && end <= body.length && body.compare(known.bytes, 0, end - start, start, end) === 0) {
        length += body.copy(rest, length, done, start)
        length += rest.write(JSON.stringify(`${mark}${this.#cut.length}`), length, 'latin1')
        this.#cut.push(known.product)
        done = end
      }
      at = body.indexOf(opening, Math.max(start, done))
    }
    length += body.copy(rest, length, done)
    return { source: rest.subarray(0, length), cut: this.#cut.length }
  }

  /** How many were put back since the last body: another number than was cut out means that one stood elsewhere. */
  get putBack(): number {
    return this.#putBack
  }

  /** The product in an item's field of that name. */
  readonly read = (field: Field): Product | null => {
    if (typeof field === 'string' && field.startsWith(mark)) {
      this.#putBack++
      return this.#cut[Number(field.slice(mark.length))] ?? null
    }
    const product = toProduct(field)
    if (product && isJsonObject(field)) this.#remember(product, Buffer.from(JSON.stringify(field)))
    return product
  }

  #remember(product: Product, bytes: Buffer): void {
    this.#known.delete(product.id)
    if (bytes.length >= shortest) this.#known.set(product.id, { bytes, product })
    for (const id of this.#known.keys()) {
      if (this.#known.size <= mostKnown) break
      this.#known.delete(id)
    }
  }
}

/** The digits that begin there, as a number. */
function idAt(body: Buffer, start: number): number {
  let id = 0
  for (let at = start; ; at++) {
    const digit = (body[at] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return id
    id = id * 10 + digit
  }
}
