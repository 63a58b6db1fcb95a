import type { OrderItemRow } from '../../src/shared/item-query.ts'
import { stateKey } from '../../src/shared/order-state.ts'
import type { OrderState } from '../../src/shared/order-item.ts'
import type { FakeHandlers } from './fake-bridge.ts'

export interface FakeItems {
  count: number
  handlers: FakeHandlers<'items'>
}

const state = (id: number, enumValue: string, tr: string, en: string): OrderState => ({
  id,
  name: en,
  translations: { 'tr-tr': tr, 'en-us': en },
  enumClass: 'OrderStatus',
  enumValue,
  contentType: 1,
  config: {},
  createdDate: null,
  modifiedDate: null,
})
const states = [
  state(1, '450', 'Hazırlanıyor', 'Preparing'),
  state(2, '520', 'Teslimata Hazır', 'Ready for pick-up'),
  state(3, '500', 'Kargoya Verildi', 'Shipped'),
  state(4, '100', 'İptal Edildi', 'Cancelled'),
]
const products = ['Keten Gömlek', 'Deri Kemer', 'Keten Elbise', 'Çocuk Gömleği']
const colours = ['SİYAH', 'BEYAZ', 'MAVİ', 'HAKİ', 'EKRU']

function row(index: number): OrderItemRow {
  const when = new Date(Date.now() - index * 120_000).toISOString()
  return {
    id: 90_000 + index,
    order: 1_042_771 - Math.floor(index / 3),
    orderNumber: null,
    omnitronId: 8000 + index,
    parentOmnitronId: null,
    stateId: states[index % states.length]?.id ?? null,
    productName: products[index % products.length] ?? null,
    sku: `KTN-${String(index).padStart(4, '0')}`,
    barcode: `0868004${String(index).padStart(6, '0')}`,
    baseCode: `KTN-${String(index % 40).padStart(4, '0')}`,
    attributeLabels: [colours[index % colours.length] ?? '', 'Large'],
    netAmount: '599.99',
    priceCurrency: 'TRY',
    createdDate: when,
    modifiedDate: when,
    imageId: index + 1,
    bundlePartCount: 0,
    gone: false,
    matchedField: null,
  }
}

/** A few rows, enough for the frame. */
export function createFakeItems(count = 60): FakeItems {
  const rows = Array.from({ length: count }, (_empty, index) => row(index))
  const counts = states.map((one) => ({
    key: stateKey(one),
    state: one,
    count: rows.filter(({ stateId }) => stateId === one.id).length,
  }))
  return {
    count,
    handlers: {
      'items.summary': () => ({
        items: count,
        orders: Math.ceil(count / 3),
        products: products.length,
        gone: 0,
        states: counts,
        revision: 1,
        asOf: new Date(Date.now() - 120_000).toISOString(),
      }),
      'items.query': () => ({
        queryId: 1,
        revision: 1,
        total: count,
        cached: count,
        tookMs: 4,
        firstRows: rows.slice(0, 100),
        stateCounts: Object.fromEntries(counts.map((one) => [one.key, one.count])),
        exactItemId: null,
      }),
      'items.window': (wanted) => rows.slice(wanted.from, wanted.from + wanted.count),
      'items.position': ({ itemId }) => {
        const position = rows.findIndex(({ id }) => id === itemId)
        return position < 0 ? null : position
      },
      'items.detail': () => null,
      'items.raw': () => null,
      'items.ofOrder': (order) => rows.filter((one) => one.order === order),
    },
  }
}
