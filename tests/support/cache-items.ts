/** Small items to fill a cache with; every call may override what it is about. */
import type { ReadAnswer } from '../../src/main/cache/protocol.ts'
import type { JsonObject, JsonValue } from '../../src/shared/json.ts'
import type { AttributeValue, OrderItem, OrderState, Product } from '../../src/shared/order-item.ts'
import type { SyncProgress } from '../../src/shared/sync-status.ts'

export const dropdown = (label: string, value = label): AttributeValue => ({
  label,
  value,
  dataType: 'dropdown',
})

export function makeState(code: string, name: string, id = Number(code)): OrderState {
  return {
    id,
    name,
    translations: { 'en-us': name },
    enumClass: 'OrderStatus',
    enumValue: code,
    contentType: 3,
    config: {},
    createdDate: '2021-06-30T14:43:26.801262Z',
    modifiedDate: '2022-10-14T10:39:33.568211Z',
  }
}

export const preparing = makeState('450', 'Preparing')
export const shipped = makeState('500', 'Shipped')

export function makeProduct(id: number, over: Partial<Product> = {}): Product {
  return {
    id,
    omnitronId: 90_000 + id,
    name: `Product ${id}`,
    baseCode: `BASE-${id}`,
    sku: `SKU-${id}`,
    barcode: null,
    attributes: {},
    attributesKwargs: {},
    extraAttributes: {},
    images: [{ id, order: 1, url: `https://cdn.example/products/${id}.jpg` }],
    createdDate: '2021-07-07T08:17:49.890983Z',
    modifiedDate: '2022-02-09T08:14:57.425198Z',
    remoteModifiedDate: null,
    ...over,
  }
}

export function makeItem(id: number, over: Partial<OrderItem> = {}): OrderItem {
  const list = {
    pk: 1,
    code: null,
    name: 'list',
    isAutoSync: false,
    createdDate: '2021-02-25T13:41:08.252536Z',
    modifiedDate: null,
  }
  return {
    id,
    order: 700_000 + Math.ceil(id / 3),
    omnitronId: 500_000 + id,
    parentOmnitronId: null,
    state: preparing,
    product: makeProduct(id),
    createdDate: '2021-07-07T08:17:49.927569Z',
    modifiedDate: new Date(Date.UTC(2022, 0, 1) + id * 1000).toISOString(),
    priceCurrency: 'TRY',
    netAmount: '599.99',
    price: '599.99',
    retailPrice: '1000.00',
    taxRate: '8.00',
    taxAmount: null,
    discountAmount: '0.00',
    withoutNetAmount: null,
    installmentInterestAmount: null,
    attributes: {},
    attributesKwargs: {},
    image: null,
    priceList: list,
    stockList: list,
    extraField: { price_extra_field: {}, stock_extra_field: {} },
    ...over,
  }
}

const rawOf = ({ id, product }: OrderItem): JsonObject => ({ id, product: { name: product?.name ?? null } })

/** Items as if a page of the list had brought them. */
export const pageOf = (items: OrderItem[], results: JsonValue[] = items.map(rawOf)): ReadAnswer => ({
  kind: 'page',
  source: new TextEncoder().encode(JSON.stringify({ count: results.length, next: null, results })),
  items,
})

export function makeProgress(over: Partial<SyncProgress> = {}): SyncProgress {
  return {
    kind: 'full',
    startedAt: '2026-01-01T00:00:00.000Z',
    done: 0,
    expected: null,
    added: 0,
    changed: 0,
    requests: 1,
    bytes: 1,
    secondsLeft: null,
    rejected: 0,
    ...over,
  }
}
