import { catalogueData } from './catalogue-data.ts'
import { createDie } from './dice.ts'
import type { OrderLayout } from './order-layout.ts'
import type { ProductRange } from './product-range.ts'

/** What an item is in its order. */
export interface ItemPart {
  product: number
  /** Index of the bundle's own item, for a part; "lost": a part whose bundle is not in the store. */
  parent: number | 'lost' | null
  /** Indices of the parts that follow a bundle's own item. */
  parts: number[]
}

export interface ItemParts {
  partOf: (item: number) => ItemPart
}

const { bundles } = catalogueData

/**
 * Deals products to items. About every eighth order that has room begins with a bundle: its own item first, its
 * parts behind it. Some bundles lack a part, and in a few orders the bundle's own item is the one that lacks.
 */
export function createItemParts(range: ProductRange, layout: OrderLayout, seed: number): ItemParts {
  const hasBundle = createDie(seed, 'order has a bundle')
  const whichBundle = createDie(seed, 'which bundle')
  const whichProduct = createDie(seed, 'which product')
  const lack = createDie(seed, 'what lacks in the bundle')
  const repeats = createDie(seed, 'look-alike of the item before')

  function single(item: number, first: number): ItemPart {
    const roll = whichProduct(item)
    // People order the same model in two colours or sizes, and the same thing twice.
    if (item > first && repeats(item) < 0.18) {
      const before = range.anySingle(whichProduct(item - 1))
      return { product: lookAlike(before, roll), parent: null, parts: [] }
    }
    return { product: range.anySingle(roll), parent: null, parts: [] }
  }

  function lookAlike(product: number, roll: number): number {
    const model = product - (product % 12)
    const other = model + Math.floor(roll * 12)
    return other < range.count && range.product(other).family ? other : product
  }

  return {
    partOf(item) {
      const order = layout.orderOf(item)
      const first = layout.firstItemOf(order)
      const size = layout.firstItemOf(order + 1) - first
      const number = Math.floor(whichBundle(order) * bundles.length)
      const families = bundles[number]?.parts ?? []
      if (hasBundle(order) > 0.13 || size < families.length + 1) return single(item, first)

      const place = item - first
      const isLost = lack(order) > 0.93
      const present = isLost || lack(order) > 0.12 ? families.length : families.length - 1
      const firstPart = isLost ? first : first + 1
      const family = families[item - firstPart]
      if (place === 0 && !isLost) {
        const parts = Array.from({ length: present }, (_, part) => firstPart + part)
        return { product: range.ofBundle(number, whichProduct(item)), parent: null, parts }
      }
      if (family === undefined || item - firstPart >= present) return single(item, first)
      const product = range.ofFamily(family, whichProduct(item))
      return { product, parent: isLost ? 'lost' : first, parts: [] }
    },
  }
}
