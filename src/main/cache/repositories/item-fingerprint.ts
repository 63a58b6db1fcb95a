import type { JsonObject } from '../../../shared/json.ts'
import { moneyFields } from '../../../shared/order-item.ts'
import type { AttributeValue, OrderItem, SimpleOrderItem } from '../../../shared/order-item.ts'
import { remembering } from '../remembering.ts'
import { canonicalJson, fingerprintOf } from './values.ts'

/** Extra fields and attributes of items: mostly empty, or the same few. */
const canonicalTexts = remembering<string>(1_000)

function canonicalText(data: JsonObject | Record<string, AttributeValue>): string {
  const text = JSON.stringify(data)
  return text === '{}' ? text : canonicalTexts(text, () => canonicalJson(data))
}

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
    canonicalText(item.attributes),
    canonicalText(item.attributesKwargs),
    canonicalText(item.extraField),
  ])
}
