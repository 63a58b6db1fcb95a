import { moneyFields } from '../../../shared/order-item.ts'
import type { OrderItem, SimpleOrderItem } from '../../../shared/order-item.ts'
import { canonicalJson, fingerprintOf } from './values.ts'

/** A full item as `list-simple/` would show it. */
export function toSimple({ state, product, ...rest }: OrderItem): SimpleOrderItem {
  return { ...rest, stateId: state?.id ?? null, productId: product?.id ?? null }
}

/**
 * The same for a full item and for its form in `list-simple/` as long as nothing of it changed. Of price and
 * stock lists only the key counts: their own fields come whole in both and are kept up to date by themselves.
 */
export function itemFingerprint(item: SimpleOrderItem): string {
  return fingerprintOf([
    item.order,
    item.omnitronId,
    item.parentOmnitronId,
    item.stateId,
    item.productId,
    item.priceList?.pk ?? null,
    item.stockList?.pk ?? null,
    item.createdDate,
    item.modifiedDate,
    item.priceCurrency,
    item.image,
    ...moneyFields.map((field) => item[field]),
    canonicalJson(item.attributes),
    canonicalJson(item.attributesKwargs),
    canonicalJson(item.extraField),
  ])
}
