import type { ItemAmounts, ItemKeys, ProductKeys } from '../item-keys.ts'
import { AmountColumns } from './amount-columns.ts'
import type { ReadAmounts } from './amount-columns.ts'
import { BundleParents } from './bundle-parents.ts'
import { takeColumn, takeNumber } from './engine-parts.ts'
import type { Column, EngineParts } from './engine-parts.ts'
import { ProductTable } from './product-table.ts'
import { closedFacets, Profiles } from './profiles.ts'
import { SlotIndex } from './slot-index.ts'

const numberOr = (value: number | null): number => value ?? NaN
const { kind: kinds, change: changes } = closedFacets
const [single, bundle, part] = [kinds.indexOf('single'), kinds.indexOf('bundle'), kinds.indexOf('part')]
const same = changes.indexOf('same')

/**
 * The items' keys in columns: an item has a slot for as long as the app runs. About 60 bytes an item, so that a
 * million fits in memory and is looked through in some milliseconds.
 */
export class ItemTable {
  /** Slots in use. */
  count = 0
  id: Float64Array = new Float64Array(0)
  order: Float64Array = new Float64Array(0)
  omnitronId: Float64Array = new Float64Array(0)
  createdUs: Float64Array = new Float64Array(0)
  modifiedUs: Float64Array = new Float64Array(0)
  /** Numbers in `profiles`. */
  profile: Uint32Array = new Uint32Array(0)
  /** Places in `products`; 0 for none. */
  product: Uint32Array = new Uint32Array(0)
  /** Ids of `item_texts`; 0 for none. */
  text: Uint32Array = new Uint32Array(0)
  /** 1 where the item has a picture of its own. */
  ownPicture: Uint8Array = new Uint8Array(0)
  mostTextId = 0

  readonly profiles = new Profiles()
  readonly products = new ProductTable()
  readonly amounts: AmountColumns
  readonly #slots = new SlotIndex(() => this.id)
  readonly #parents = new BundleParents()
  /** Places of products whose pictures came or went: their items' profiles follow at the next look. */
  readonly #repictured = new Set<number>()

  constructor(readAmounts: ReadAmounts = () => undefined) {
    this.amounts = new AmountColumns(readAmounts, (id) => this.slotOf(id))
  }

  slotOf(id: number): number | undefined {
    return this.#slots.get(id)
  }

  /** The `omnitronId` of the bundle that the item is a part of. */
  parentOf(slot: number): number | undefined {
    return this.#parents.of(slot)
  }

  /** Makes room at once for as many as will come. */
  reserve(count: number): void {
    if (count > this.id.length) this.#grow(count)
    this.#slots.reserve(count)
  }

  /** Writes an item's keys, and answers with its slot. */
  put(keys: ItemKeys, amounts: ItemAmounts): number {
    const slot = this.slotOf(keys.id) ?? this.#addSlot(keys.id)
    this.order[slot] = numberOr(keys.order)
    this.omnitronId[slot] = numberOr(keys.omnitronId)
    this.createdUs[slot] = numberOr(keys.createdUs)
    this.modifiedUs[slot] = numberOr(keys.modifiedUs)
    this.product[slot] = this.products.placeOf(keys.productId)
    this.text[slot] = keys.textId ?? 0
    if (keys.textId !== null && keys.textId > this.mostTextId) this.mostTextId = keys.textId
    this.ownPicture[slot] = keys.hasPicture ? 1 : 0
    this.amounts.put(slot, amounts)
    this.#parents.put(slot, keys.parentOmnitronId)
    this.profile[slot] = this.#profileOf(slot, keys)
    return slot
  }

  putProduct(keys: ProductKeys): boolean {
    const { texts, picture } = this.products.put(keys)
    if (picture) this.#repictured.add(this.products.placeOf(keys.id))
    return texts
  }

  setListed(slot: number, isListed: boolean): void {
    this.#setCode(slot, 'listing', isListed ? 0 : 1)
  }

  setChange(slot: number, change: ItemKeys['change']): void {
    this.#setCode(slot, 'change', changes.indexOf(change))
  }

  /** A new sync begins: nothing is new or changed any more. */
  forgetChanges(): void {
    const { codes } = this.profiles
    for (let slot = 0; slot < this.count; slot++) {
      if (codes.change[this.profile[slot] ?? 0] !== same) this.#setCode(slot, 'change', same)
    }
  }

  /** Before a look: what other items and products say of an item reaches its profile. */
  settle(): void {
    this.#settleBundles()
    this.#settlePictures()
  }

  /** What is not settled yet would be lost: to be called after `settle`. */
  save(parts: EngineParts): void {
    const { count } = this
    parts.values.set('table.count', count)
    parts.values.set('table.mostTextId', this.mostTextId)
    for (const [name, column] of Object.entries(this.#columns))
      parts.columns.set(`table.${name}`, column.subarray(0, count))
    parts.columns.set('table.slots', this.#slots.saved)
    this.profiles.save(parts)
    this.products.save(parts)
    this.amounts.save(parts, count)
    this.#parents.save(parts)
  }

  /** Takes up what was saved; only where nothing is held yet. @throws BrokenParts */
  restore(parts: EngineParts): void {
    this.count = takeNumber(parts, 'table.count')
    this.mostTextId = takeNumber(parts, 'table.mostTextId')
    this.id = takeColumn(parts, 'table.id', 'float64')
    this.order = takeColumn(parts, 'table.order', 'float64')
    this.omnitronId = takeColumn(parts, 'table.omnitronId', 'float64')
    this.createdUs = takeColumn(parts, 'table.createdUs', 'float64')
    this.modifiedUs = takeColumn(parts, 'table.modifiedUs', 'float64')
    this.profile = takeColumn(parts, 'table.profile', 'uint32')
    this.product = takeColumn(parts, 'table.product', 'uint32')
    this.text = takeColumn(parts, 'table.text', 'uint32')
    this.ownPicture = takeColumn(parts, 'table.ownPicture', 'uint8')
    this.#slots.restore(takeColumn(parts, 'table.slots', 'int32'), this.count)
    this.profiles.restore(parts)
    this.products.restore(parts)
    this.amounts.restore(parts, this.count)
    this.#parents.restore(parts)
  }

  get #columns() {
    const { id, order, omnitronId, createdUs, modifiedUs, profile, product, text, ownPicture } = this
    return { id, order, omnitronId, createdUs, modifiedUs, profile, product, text, ownPicture }
  }

  #profileOf(slot: number, keys: ItemKeys): number {
    const { profiles } = this
    return profiles.of({
      state: profiles.states.of(keys.stateId),
      stockList: profiles.stockLists.of(keys.stockListPk),
      priceList: profiles.priceLists.of(keys.priceListPk),
      priceCurrency: profiles.currencies.of(keys.priceCurrency),
      kind: this.#kindOf(slot),
      picture: this.#pictureOf(slot),
      listing: keys.gone ? 1 : 0,
      change: changes.indexOf(keys.change),
    })
  }

  #kindOf(slot: number): number {
    if (this.#parents.of(slot) !== undefined) return part
    return this.#parents.has(this.omnitronId[slot] ?? NaN) ? bundle : single
  }

  #pictureOf(slot: number): number {
    const has = this.ownPicture[slot] === 1 || this.products.hasPicture[this.product[slot] ?? 0] === true
    return has ? 0 : 1
  }

  #settleBundles(): void {
    const changed = this.#parents.takeChanged()
    if (!changed) return
    const { omnitronId, count } = this
    // A page's bundles are neighbours: nearly all items are ruled out by the bounds alone.
    for (let slot = 0; slot < count; slot++) {
      const id = omnitronId[slot] ?? NaN
      if (id >= changed.least && id <= changed.most && changed.ids.has(id))
        this.#setCode(slot, 'kind', this.#kindOf(slot))
    }
  }

  #settlePictures(): void {
    if (this.#repictured.size === 0) return
    const changed = new Uint8Array(this.products.size)
    for (const place of this.#repictured) changed[place] = 1
    this.#repictured.clear()
    for (let slot = 0; slot < this.count; slot++) {
      if (changed[this.product[slot] ?? 0] === 1) this.#setCode(slot, 'picture', this.#pictureOf(slot))
    }
  }

  #setCode(slot: number, facet: 'kind' | 'picture' | 'listing' | 'change', code: number): void {
    this.profile[slot] = this.profiles.with(this.profile[slot] ?? 0, facet, code)
  }

  #addSlot(id: number): number {
    const slot = this.count++
    if (slot >= this.id.length) this.#grow(Math.max(1024, Math.ceil(slot * 1.25)))
    this.id[slot] = id
    this.#slots.add(id, slot)
    return slot
  }

  #grow(size: number): void {
    const longer = <T extends Column>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.id = longer(this.id, new Float64Array(size))
    this.order = longer(this.order, new Float64Array(size))
    this.omnitronId = longer(this.omnitronId, new Float64Array(size))
    this.createdUs = longer(this.createdUs, new Float64Array(size))
    this.modifiedUs = longer(this.modifiedUs, new Float64Array(size))
    this.profile = longer(this.profile, new Uint32Array(size))
    this.product = longer(this.product, new Uint32Array(size))
    this.text = longer(this.text, new Uint32Array(size))
    this.ownPicture = longer(this.ownPicture, new Uint8Array(size))
    this.amounts.grow(size)
  }
}
