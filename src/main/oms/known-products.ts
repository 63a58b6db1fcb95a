import type { JsonValue } from '../../shared/json.ts'
import type { Product } from '../../shared/order-item.ts'
import { sameContent } from '../../shared/same-content.ts'

/** Some kB each. What sells at the same time is on the same pages, and that is less than all there is. */
const mostKnown = 4_000

/**
 * Reads a product that looks as it did the last time no second time: comparing takes a third of that, and whoever
 * gets the very same object need not look at it either.
 */
export function rememberingProducts(
  read: (wire: JsonValue | undefined) => Product | null,
): (wire: JsonValue | undefined) => Product | null {
  /** First the one that was read longest ago. */
  const known = new Map<JsonValue | undefined, { wire: JsonValue; product: Product }>()
  return (wire) => {
    if (typeof wire !== 'object' || wire === null || Array.isArray(wire)) return read(wire)
    const id = wire['id']
    const before = known.get(id)
    if (before && sameContent(before.wire, wire)) return before.product
    const product = read(wire)
    known.delete(id)
    if (product) known.set(id, { wire, product })
    for (const oldest of known.keys()) {
      if (known.size <= mostKnown) break
      known.delete(oldest)
    }
    return product
  }
}
