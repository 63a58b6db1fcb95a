import type { OrderItemDetail, OrderItemRow } from '../../src/shared/item-query.ts'
import type { JsonObject } from '../../src/shared/json.ts'
import type { AttributeValue, OrderItem } from '../../src/shared/order-item.ts'
import { fakePriceLists, fakeStates, fakeStockLists, pictureCount } from './fake-catalogue.ts'

const kwargs = (values: Record<string, string>): Record<string, AttributeValue> =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { label: value, value, dataType: 'dropdown' }]),
  )

function itemOf(row: OrderItemRow): OrderItem {
  const [renk = '', beden = ''] = row.attributeLabels
  const attributes: Record<string, string> = renk === '' ? {} : { renk, beden }
  return {
    id: row.id,
    order: row.order,
    omnitronId: row.omnitronId,
    parentOmnitronId: row.parentOmnitronId,
    state: fakeStates.find(({ id }) => id === row.stateId) ?? null,
    product: {
      id: row.id % 1000,
      omnitronId: 8841,
      name: row.productName,
      baseCode: row.baseCode,
      sku: row.sku,
      barcode: row.barcode,
      attributes: { ...attributes, integration_color: renk },
      attributesKwargs: kwargs({ ...attributes, integration_color: renk }),
      extraAttributes: {},
      images: [],
      createdDate: row.createdDate,
      modifiedDate: row.modifiedDate,
      remoteModifiedDate: row.modifiedDate,
    },
    createdDate: row.createdDate,
    modifiedDate: row.modifiedDate,
    priceCurrency: row.priceCurrency,
    netAmount: row.netAmount,
    price: row.netAmount,
    retailPrice: '1000.00',
    taxRate: '8.00',
    taxAmount: '44.44',
    discountAmount: '400.01',
    withoutNetAmount: null,
    installmentInterestAmount: null,
    attributes: {},
    attributesKwargs: {},
    image: null,
    priceList: fakePriceLists[0]!,
    stockList: fakeStockLists[0]!,
    extraField: { price_extra_field: {}, stock_extra_field: {} },
  }
}

/** Everything about a fake row, the other rows of its order and bundle among `rows`. */
export function fakeDetail(row: OrderItemRow, rows: readonly OrderItemRow[]): OrderItemDetail {
  return {
    item: itemOf(row),
    orderNumber: row.orderNumber,
    pictures: Array.from({ length: pictureCount(row) }, (_none, at) => ({
      imageId: (row.imageId ?? 0) + at,
      source: 'product' as const,
      url: `https://cdn.example/${row.id}/${at}.jpg`,
    })),
    orderItemCount: rows.filter(({ order }) => order === row.order).length,
    bundleParent: rows.find(({ omnitronId }) => omnitronId === row.parentOmnitronId) ?? null,
    bundleParts:
      row.bundlePartCount > 0
        ? rows.filter(({ parentOmnitronId }) => parentOmnitronId === row.omnitronId)
        : [],
    fetchedAt: row.modifiedDate ?? '2026-01-01T00:00:00Z',
    goneSince: row.gone ? row.modifiedDate : null,
  }
}

/** What the OMS might have sent for it. */
export const fakeRaw = (row: OrderItemRow): JsonObject => ({
  id: row.id,
  order: row.order,
  state: { id: row.stateId },
  product: { name: row.productName, sku: row.sku, barcode: row.barcode },
  net_amount: row.netAmount,
  price_currency: row.priceCurrency?.toLowerCase() ?? null,
})
