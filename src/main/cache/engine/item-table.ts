import type { ItemKeys, ProductKeys } from '../item-keys.ts'
import { decimalOrder } from './decimal-order.ts'
import { compareCodeUnits, compareTexts, RankedValues } from './ranked-values.ts'

const nothing = -1
const numberOr = (value: number | null): number => value ?? NaN

/**
 * The items' keys in columns: an item has a slot for as long as the app runs. About 60 bytes an item, so that a
 * million fits in memory and is looked through in some milliseconds.
 */
export class ItemTable {
  /** Slots in use. */
  count = 0
  id = new Float64Array(0)
  order = new Float64Array(0)
  omnitronId = new Float64Array(0)
  createdUs = new Float64Array(0)
  modifiedUs = new Float64Array(0)
  /** Places in `stateIds`; 0 for none. */
  state = new Uint16Array(0)
  /** Places in `productIds`; -1 for none. */
  product = new Int32Array(0)
  /** Ids of `item_texts`; 0 for none. */
  text = new Uint32Array(0)
  /** Numbers in `amounts`; -1 for none. */
  amount = new Int32Array(0)

  readonly stateIds: (number | null)[] = [null]
  readonly productIds: number[] = []
  /** By place: numbers in `names` and `skus`. */
  readonly productName: number[] = []
  readonly productSku: number[] = []
  readonly names = new RankedValues(compareTexts)
  readonly skus = new RankedValues(compareTexts)
  readonly amounts = new RankedValues(compareCodeUnits)
  mostTextId = 0

  readonly #states = new Map<number, number>()
  readonly #products = new Map<number, number>()
  /** Slots of items that came in the order of their ids are found by halving, the others here. */
  #ascending = 0
  readonly #others = new Map<number, number>()

  slotOf(id: number): number | undefined {
    let low = 0
    let high = this.#ascending
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.id[middle] ?? 0) < id) low = middle + 1
      else high = middle
    }
    return low < this.#ascending && this.id[low] === id ? low : this.#others.get(id)
  }

  placeOfProduct(id: number): number | undefined {
    return this.#products.get(id)
  }

  /** Writes an item's keys, and answers with its slot. */
  put(keys: ItemKeys): number {
    const slot = this.slotOf(keys.id) ?? this.#addSlot(keys.id)
    this.order[slot] = numberOr(keys.order)
    this.omnitronId[slot] = numberOr(keys.omnitronId)
    this.createdUs[slot] = numberOr(keys.createdUs)
    this.modifiedUs[slot] = numberOr(keys.modifiedUs)
    this.state[slot] = keys.stateId === null ? 0 : this.#placeOfState(keys.stateId)
    this.product[slot] = keys.productId === null ? nothing : this.#addProduct(keys.productId)
    this.text[slot] = keys.textId ?? 0
    if (keys.textId !== null && keys.textId > this.mostTextId) this.mostTextId = keys.textId
    this.amount[slot] = this.amounts.numberOf(keys.netAmount === null ? null : decimalOrder(keys.netAmount))
    return slot
  }

  /** Writes a product's keys, and tells whether one that was known is another now. */
  putProduct({ id, name, sku }: ProductKeys): boolean {
    const isNew = !this.#products.has(id)
    const place = this.#addProduct(id)
    const [nameNumber, skuNumber] = [this.names.numberOf(name), this.skus.numberOf(sku)]
    const differs = this.productName[place] !== nameNumber || this.productSku[place] !== skuNumber
    this.productName[place] = nameNumber
    this.productSku[place] = skuNumber
    return differs && !isNew
  }

  #addSlot(id: number): number {
    const slot = this.count++
    if (slot >= this.id.length) this.#grow(Math.max(1024, Math.ceil(slot * 1.5)))
    this.id[slot] = id
    if (slot === this.#ascending && (slot === 0 || (this.id[slot - 1] ?? 0) < id)) this.#ascending = slot + 1
    else this.#others.set(id, slot)
    return slot
  }

  #placeOfState(id: number): number {
    const known = this.#states.get(id)
    if (known !== undefined) return known
    const place = this.stateIds.push(id) - 1
    this.#states.set(id, place)
    return place
  }

  #addProduct(id: number): number {
    const known = this.#products.get(id)
    if (known !== undefined) return known
    const place = this.productIds.push(id) - 1
    this.productName.push(nothing)
    this.productSku.push(nothing)
    this.#products.set(id, place)
    return place
  }

  #grow(size: number): void {
    const longer = <T extends Float64Array | Int32Array | Uint16Array | Uint32Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.id = longer(this.id, new Float64Array(size))
    this.order = longer(this.order, new Float64Array(size))
    this.omnitronId = longer(this.omnitronId, new Float64Array(size))
    this.createdUs = longer(this.createdUs, new Float64Array(size))
    this.modifiedUs = longer(this.modifiedUs, new Float64Array(size))
    this.state = longer(this.state, new Uint16Array(size))
    this.product = longer(this.product, new Int32Array(size))
    this.text = longer(this.text, new Uint32Array(size))
    this.amount = longer(this.amount, new Int32Array(size))
  }
}
