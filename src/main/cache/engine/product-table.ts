import type { ProductKeys } from '../item-keys.ts'
import { takeColumn, takeList } from './engine-parts.ts'
import type { EngineParts } from './engine-parts.ts'
import { Places } from './places.ts'
import { compareTexts, RankedValues } from './ranked-values.ts'

/** The texts of a product that items can be sorted by. */
export const productTexts = ['name', 'sku', 'barcode', 'baseCode'] as const
export type ProductText = (typeof productTexts)[number]

const none = -1

/** What of a product another form of it changed. */
export interface ProductChange {
  texts: boolean
  picture: boolean
}

/** The products' keys by place; place 0 is that of items without a product. */
export class ProductTable {
  readonly places = new Places<number>()
  readonly texts: Readonly<Record<ProductText, RankedValues>> = {
    name: new RankedValues(compareTexts),
    sku: new RankedValues(compareTexts),
    barcode: new RankedValues(compareTexts),
    baseCode: new RankedValues(compareTexts),
  }
  /** By place: numbers in `texts`. */
  readonly numbers: Readonly<Record<ProductText, number[]>> = {
    name: [none],
    sku: [none],
    barcode: [none],
    baseCode: [none],
  }
  readonly hasPicture: boolean[] = [false]

  /** How many places there are, that of no product included. */
  get size(): number {
    return this.places.values.length
  }

  /** The place of a product, which may still have to come itself. */
  placeOf(id: number | null): number {
    const place = this.places.of(id)
    if (place === this.hasPicture.length) {
      for (const text of productTexts) this.numbers[text].push(none)
      this.hasPicture.push(false)
    }
    return place
  }

  put(keys: ProductKeys): ProductChange {
    const place = this.placeOf(keys.id)
    const change = { texts: false, picture: this.hasPicture[place] !== keys.hasPicture }
    this.hasPicture[place] = keys.hasPicture
    for (const text of productTexts) {
      const number = this.texts[text].numberOf(keys[text])
      if (this.numbers[text][place] !== number) change.texts = true
      this.numbers[text][place] = number
    }
    return change
  }

  save(parts: EngineParts): void {
    parts.values.set('products.ids', this.places.values)
    parts.columns.set(
      'products.hasPicture',
      Uint8Array.from(this.hasPicture, (has) => Number(has)),
    )
    for (const text of productTexts) {
      this.texts[text].save(parts, `products.${text}`)
      parts.columns.set(`products.${text}.numbers`, Int32Array.from(this.numbers[text]))
    }
  }

  /** @throws BrokenParts */
  restore(parts: EngineParts): void {
    for (const id of takeList<number | null>(parts, 'products.ids')) this.placeOf(id)
    const hasPicture = takeColumn(parts, 'products.hasPicture', 'uint8')
    for (let place = 1; place < this.size; place++) this.hasPicture[place] = hasPicture[place] === 1
    for (const text of productTexts) {
      this.texts[text].restore(parts, `products.${text}`)
      const numbers = takeColumn(parts, `products.${text}.numbers`, 'int32')
      for (let place = 1; place < this.size; place++) this.numbers[text][place] = numbers[place] ?? none
    }
  }
}
