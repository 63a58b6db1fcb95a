/** What the fake store sells: enough variety to look like a real one, the same at every start. */
import type { OrderItemRow } from '../../src/shared/item-query.ts'
import type { ItemList, OrderState } from '../../src/shared/order-item.ts'

const state = (id: number, enumValue: string, tr: string, en: string): OrderState => ({
  id,
  name: en,
  translations: { 'tr-tr': tr, 'en-us': en },
  enumClass: 'OrderStatus',
  enumValue,
  contentType: 1,
  config: {},
  createdDate: '2021-06-30T14:43:26.801262Z',
  modifiedDate: '2022-10-14T10:39:33.568211Z',
})

export const fakeStates: readonly OrderState[] = [
  state(1, '450', 'Hazırlanıyor', 'Preparing'),
  state(2, '520', 'Teslime Hazır', 'Ready for pick-up'),
  state(3, '500', 'Kargoya Verildi', 'Shipped'),
  state(4, '100', 'İptal Edildi', 'Cancelled'),
  state(5, '350', 'Onay Bekliyor', 'Confirmation waiting'),
  state(6, '550', 'Teslim Edildi', 'Delivered'),
  { ...state(7, '9020', '', ''), name: null, translations: {} },
]
/** Drawn from by a spread index: most items are in few states. */
const stateDeal = [1, 1, 1, 2, 3, 3, 4, 1, 3, 6, 6, 6, 5, 1, 2, 6, 3, 7]

const list = (pk: number, code: string, name: string | null): ItemList => ({
  pk,
  code,
  name,
  isAutoSync: false,
  createdDate: '2021-02-25T13:41:08.252536Z',
  modifiedDate: '2021-02-25T13:41:08.252562Z',
})
export const fakeStockLists: readonly ItemList[] = [
  list(34, 'IST', 'İstanbul Depo'),
  list(35, 'ANK', 'Ankara Depo'),
  list(36, 'IZM-02', null),
]
export const fakePriceLists: readonly ItemList[] = [list(1, 'TRY', 'test_fiyat_list'), list(2, 'EUR', 'EUR')]

interface Product {
  name: string
  code: string
  price: number
  sizes: readonly string[]
}
const clothes = ['Small', 'Medium', 'Large', 'XL']
const products: readonly Product[] = [
  { name: 'Keten Gömlek — Slim Fit', code: 'KTN-GML-04', price: 59_999, sizes: clothes },
  { name: 'Keten Gömlek — Regular', code: 'KTN-GML-05', price: 59_990, sizes: clothes },
  { name: 'Keten Gömlek — Oversize', code: 'KTN-GML-06', price: 54_999, sizes: clothes },
  { name: 'Keten Gömlek Elbise', code: 'KTN-ELB-00', price: 74_950, sizes: ['36', '38', '40'] },
  { name: 'Deri Kemer', code: 'KMR-DRI-00', price: 30_000, sizes: ['95', '105', '115'] },
  { name: 'Çocuk Keten Gömlek', code: 'KTN-CCK-00', price: 29_900, sizes: ['6 yaş', '8 yaş', '10 yaş'] },
  { name: 'İnce Triko Hırka', code: 'TRK-HRK-11', price: 89_900, sizes: clothes },
  { name: 'Yüksek Bel Kumaş Pantolon', code: 'PNT-KMS-21', price: 79_900, sizes: ['36', '38', '40', '42'] },
  { name: 'Süet Bot', code: 'BOT-SUE-03', price: 249_900, sizes: ['37', '38', '39', '41'] },
  { name: 'Pamuklu Basic Tişört', code: 'TSR-PMK-01', price: 19_999, sizes: clothes },
]
export const fakeColours = [
  ['SİYAH', '#2a313d'],
  ['BEYAZ', '#d9dde5'],
  ['MAVİ', '#3b6ea8'],
  ['KAHVE', '#7b5c3f'],
  ['HAKİ', '#6a7045'],
  ['EKRU', '#eadfca'],
  ['LACİVERT', '#212f5c'],
  ['GRİ', '#8a919c'],
  ['BORDO', '#6d2436'],
] as const

/** Well spread numbers out of a running one. */
const spread = (index: number, salt: number): number => {
  const mixed = Math.imul(index + salt * 7919 + 1, 2_654_435_761) >>> 0
  return (mixed ^ (mixed >>> 13)) >>> 0
}
const lira = (kurus: number): string => `${Math.floor(kurus / 100)}.${String(kurus % 100).padStart(2, '0')}`

const nameOf = ({ name, code }: ItemList): string | null => name ?? code

/** How many pictures an item has; one in 23 has none. */
export const pictureCount = (row: OrderItemRow): number => (row.imageId === null ? 0 : 1 + (row.id % 4))

/** The fake store's item at a place, newest first; every 29th place begins a bundle of two. */
export function fakeRow(index: number, now: number): OrderItemRow {
  const inBundle = index % 29
  const isBundle = inBundle === 2
  const isPart = inBundle === 3 || inBundle === 4
  const bundleIndex = isPart ? index - (inBundle - 2) : index
  const product = products[spread(index, 1) % (index < 12 ? 5 : products.length)]!
  const colour = spread(index, 2) % fakeColours.length
  const size = product.sizes[spread(index, 3) % product.sizes.length]!
  const when = new Date(now - (2 + (bundleIndex * bundleIndex) / 9 + bundleIndex * 2) * 60_000).toISOString()
  const isEuro = index % 17 === 9
  const net = isEuro ? 2490 : isBundle ? 89_990 : product.price
  const sku = `${product.code}${10 + colour}-${size.slice(0, 2).trim().toUpperCase()}`
  return {
    id: 90_214 - index + (index > 90_000 ? 2_000_000 : 0),
    order: 1_042_771 - Math.floor(bundleIndex / 3) * (1 + (spread(bundleIndex, 5) % 2)),
    orderNumber: null,
    omnitronId: 8_841_000 - index,
    parentOmnitronId: isPart ? 8_841_000 - bundleIndex : null,
    stateId: stateDeal[spread(bundleIndex, 4) % stateDeal.length]!,
    productName: isBundle ? 'Gömlek & Kemer Seti' : product.name,
    sku: isBundle ? `SET-00${93 + (index % 7)}` : sku,
    barcode: `0868${String(spread(index, 6) % 1_000_000_000).padStart(9, '0')}`,
    baseCode: product.code,
    attributeLabels: isBundle ? [] : [fakeColours[colour]![0], size],
    netAmount: lira(net),
    price: lira(net),
    retailPrice: lira(net + 40_001),
    taxRate: '8.00',
    taxAmount: lira(Math.round(net * 0.074)),
    discountAmount: '400.01',
    withoutNetAmount: null,
    installmentInterestAmount: null,
    priceCurrency: isEuro ? 'EUR' : 'TRY',
    stockList: index % 53 === 7 ? null : nameOf(fakeStockLists[spread(index, 8) % 3]!),
    priceList: nameOf(fakePriceLists[isEuro ? 1 : 0]!),
    createdDate: new Date(Date.parse(when) - (index % 60) * 3_600_000).toISOString(),
    modifiedDate: when,
    imageId: index % 23 === 13 ? null : (spread(index, 7) % 90_000) * 1000 + colour * 10,
    bundlePartCount: isBundle ? 2 : 0,
    gone: index % 41 === 11,
    change: index % 13 === 4 ? 'changed' : index % 19 === 6 ? 'new' : 'same',
    matchedField: null,
    selected: false,
  }
}
