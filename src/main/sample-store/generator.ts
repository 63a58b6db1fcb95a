import type { JsonObject, JsonValue } from '../../shared/json.ts'
import { createAmounts, type Amounts } from './amounts.ts'
import { catalogueData, type ListKind, type StateKind } from './catalogue-data.ts'
import { day, microsecondDate } from './dates.ts'
import { createDie, createWeightedPick, pick } from './dice.ts'
import { createItemParts } from './item-parts.ts'
import { createItemTimes } from './item-times.ts'
import { createOrderLayout } from './order-layout.ts'
import { picturePath } from './picture-paths.ts'
import { createProductJson } from './product-json.ts'
import { createProductRange, type SampleProduct } from './product-range.ts'

export interface SampleCatalogueOptions {
  items: number
  /** Default: 1,800 for 5,000 items, and in that proportion. */
  orders?: number
  /** Default 1,000. */
  products?: number
  seed?: number
  /** Where pictures are served, e.g. "http://127.0.0.1:8123"; null: products have none. */
  imageOrigin: string | null
  /** The moment that all dates end at, in milliseconds. */
  now?: number
}

/**
 * An OMS's whole stock of order items, computed item by item: pure, repeatable, nothing held in memory, so that
 * a million of them are as good as ten. Items count from 0, the oldest, to `itemCount - 1`, the newest.
 */
export interface SampleCatalogue {
  readonly itemCount: number
  readonly orderCount: number
  readonly productCount: number
  /** An item as `order_items/` and `order_items/{id}/` send it. */
  itemJson: (index: number) => JsonObject
  /** The same item as `list-simple/` sends it. */
  simpleItemJson: (index: number) => JsonObject
  /** The item's `id` and `omnitron_id`; also for items that are still to come. */
  itemIdOf: (index: number) => number
  omnitronIdOf: (index: number) => number
  /** The number that people know the item's order by. It is not in the item's JSON. */
  orderNumberOf(index: number): string
  /** The items of an order, oldest first; none for a number that is not one. */
  itemsOfOrder(orderNumber: string): number[]
  /** The order (0-based) with a number, also one that is still to come; null for what is no order number. */
  orderAt(orderNumber: string): number | null
  /** An item's `order`: the order's id. */
  orderIdAt(order: number): number
  /** A product, for drawing it. */
  product: (index: number) => SampleProduct
}

/** When nothing else is said, it is always this moment. */
export const referenceTime = Date.UTC(2026, 10, 23, 9, 30)

const { states, priceLists, stockLists, giftNotes } = catalogueData
const pickPriceList = createWeightedPick(priceLists, (list) => list.weight)
const pickStockList = createWeightedPick(stockLists, (list) => list.weight)

/** Price and stock lists as the OMS nests them into items. */
const listJson = new Map<ListKind, JsonObject>(
  [...priceLists, ...stockLists].map((list) => [list, toListJson(list)]),
)

const firstItemId = 85_300
const firstOmnitronId = 700_400
const firstOrderId = 1_040_972
const firstOrderNumber = 4_510_260_000
const orderNumberStep = 7

const itemIdOf = (index: number) => firstItemId + index
const omnitronIdOf = (index: number) => firstOmnitronId + index
/** Lower than that of any item: an item that nobody lists. */
const lostParentOf = (order: number) => firstOmnitronId - 1 - (order % 100_000)
const orderIdAt = (order: number) => firstOrderId + order

function orderAt(orderNumber: string): number | null {
  const order = (Number(orderNumber) - firstOrderNumber) / orderNumberStep
  return /^\d{1,15}$/.test(orderNumber) && Number.isInteger(order) && order >= 0 ? order : null
}

export function createSampleCatalogue(options: SampleCatalogueOptions): SampleCatalogue {
  const { items, imageOrigin, products = 1_000, seed = 1, now = referenceTime } = options
  const orders = Math.min(items, options.orders ?? Math.ceil(items * 0.36))
  if (!Number.isInteger(items) || items < 0 || (items > 0 && orders < 1)) {
    throw new RangeError(`no sample store has ${items} items in ${orders} orders`)
  }
  const range = createProductRange(products, seed)
  const { productJson } = createProductJson(range, seed, imageOrigin, now)
  const layout = createOrderLayout(items, orders, seed)
  const { partOf } = createItemParts(range, layout, seed)
  const times = createItemTimes(orders, seed, now)
  const amounts = createAmounts(seed)
  const priceListRoll = createDie(seed, 'price list')
  const stockListRoll = createDie(seed, 'stock list')
  const lacks = createDie(seed, 'what the item lacks')
  const extras = createDie(seed, 'what the item has besides')
  const micros = createDie(seed, 'microseconds')

  function amountsOf(index: number): Amounts {
    const { product, parts } = partOf(index)
    if (parts.length > 0) return amounts.ofBundle(parts.map(amountsOf))
    const { perUnit } = pickPriceList(priceListRoll(layout.orderOf(index)))
    // Prices end in ..90 in every currency.
    return amounts.ofSingle(index, Math.round(range.product(product).retail / perUnit / 100) * 100 - 10)
  }

  function itemJson(index: number, isSimple: boolean): JsonObject {
    if (!(index >= 0 && index < items)) throw new RangeError(`no item ${index}`)
    const order = layout.orderOf(index)
    const { product, parent } = partOf(index)
    const state = times.stateOf(index, order)
    const priceList = pickPriceList(priceListRoll(order))
    const tail = Math.floor(micros(index) * 1000)
    const rest: JsonObject = {
      created_date: microsecondDate(times.createdAt(order), (tail * 3) % 1000),
      modified_date: microsecondDate(times.modifiedAt(index, order), tail),
      omnitron_id: omnitronIdOf(index),
      ...amounts.json(
        index,
        amountsOf(index),
        priceList.currency,
        range.product(product).family?.taxRate ?? '20.00',
      ),
      ...extrasOf(index, extras(index)),
      image: ownImage(index, product),
      price_list: lacks(index) < 0.01 ? null : { ...listJson.get(priceList) },
      stock_list: lacks(index) > 0.985 ? null : { ...listJson.get(pickStockList(stockListRoll(order))) },
      extra_field: extraField(extras(index)),
      parent_omnitron_id:
        parent === 'lost' ? lostParentOf(order) : parent === null ? null : omnitronIdOf(parent),
    }
    const id = itemIdOf(index)
    const orderId = orderIdAt(order)
    return isSimple
      ? { id, ...rest, state: state.id, order: orderId, product: product + 1 }
      : { id, state: stateJson(state), product: productJson(product), ...rest, order: orderId }
  }

  /** The two shapes that are known of it: an object with a `url`, and a bare URL. */
  function ownImage(index: number, product: number): JsonValue {
    if (imageOrigin === null || extras(index) < 0.97) return null
    const url = imageOrigin + picturePath(product, 'worn')
    return index % 2 === 0 ? url : { url }
  }

  return {
    itemCount: items,
    orderCount: orders,
    productCount: range.count,
    itemJson: (index) => itemJson(index, false),
    simpleItemJson: (index) => itemJson(index, true),
    itemIdOf,
    omnitronIdOf,
    orderNumberOf: (index) => String(firstOrderNumber + layout.orderOf(index) * orderNumberStep),
    itemsOfOrder(orderNumber) {
      const order = orderAt(orderNumber)
      if (order === null || order >= orders) return []
      const first = layout.firstItemOf(order)
      return Array.from({ length: layout.firstItemOf(order + 1) - first }, (_, place) => first + place)
    },
    orderAt,
    orderIdAt,
    product: range.product,
  }
}

/** A state as the OMS nests it into items. */
export function stateJson(state: StateKind): JsonObject {
  return {
    id: state.id,
    created_date: '2021-06-30T14:43:26.801262Z',
    modified_date: '2022-10-14T10:39:33.568211Z',
    translations: Object.fromEntries(
      Object.entries(state.translations).map(([locale, name]) => [locale, { name: name ?? '' }]),
    ),
    name: state.name,
    config: {},
    enum_class: state.enumClass,
    enum_value: state.enumValue,
    content_type: state.contentType,
  }
}

/** The state of a code such as "450". Of order states alone: other classes reuse the numbers. */
export function orderStateOf(code: string): StateKind {
  const found = states.find((state) => state.enumClass === 'OrderStatus' && state.enumValue === code)
  if (!found) throw new RangeError(`the sample store has no state ${code}`)
  return found
}

function toListJson(list: ListKind): JsonObject {
  const made = Date.UTC(2021, 1, 25, 13, 41, 8) + list.pk * day
  return {
    pk: list.pk,
    code: list.code,
    name: list.name,
    created_date: microsecondDate(made, 252),
    is_auto_sync: list.isAutoSync,
    modified_date: microsecondDate(made, 278),
  }
}

function extrasOf(index: number, roll: number): JsonObject {
  if (roll > 0.15) return { attributes: {}, attributes_kwargs: {} }
  const note = pick(giftNotes, (index % giftNotes.length) / giftNotes.length)
  return {
    attributes: { gift_note: note, gift_box: roll < 0.05 },
    attributes_kwargs: {
      gift_note: { label: note, value: note, data_type: 'text' },
      gift_box: { label: roll < 0.05 ? 'Evet' : 'Hayır', value: roll < 0.05, data_type: 'boolean' },
    },
  }
}

function extraField(roll: number): JsonObject {
  return {
    price_extra_field: roll > 0.5 && roll < 0.54 ? { campaign: 'YAZ-26', coupon: 'HOŞGELDİN' } : {},
    stock_extra_field:
      roll > 0.52 && roll < 0.6 ? { shelf: `${'ABCDEF'.charAt(Math.floor(roll * 1e4) % 6)}-07-3` } : {},
  }
}
