/** What a column of the API is called by people: on screen, and in the header of a translated export. */
import type { Language } from './settings.ts'

/** Column id of `itemColumns` to [English, Turkish]. */
const labels: Record<string, readonly [en: string, tr: string]> = {
  id: ['Order item', 'Sipariş kalemi'],
  order: ['Order ID', 'Sipariş ID'],
  order_number: ['Order number', 'Sipariş numarası'],
  omnitron_id: ['Omnitron ID', 'Omnitron ID'],
  parent_omnitron_id: ['Bundle (Omnitron ID)', 'Paket (Omnitron ID)'],
  'state.name': ['State', 'Durum'],
  'state.key': ['State code', 'Durum kodu'],
  'product.name': ['Product', 'Ürün'],
  'product.sku': ['SKU', 'SKU'],
  'product.barcode': ['Barcode', 'Barkod'],
  'product.base_code': ['Base code', 'Ana ürün kodu'],
  'product.id': ['Product ID', 'Ürün ID'],
  'product.omnitron_id': ['Product Omnitron ID', 'Ürünün Omnitron ID’si'],
  'product.attributes': ['Product attributes', 'Ürün özellikleri'],
  'product.attributes_kwargs': ['Product attributes with labels', 'Etiketli ürün özellikleri'],
  'product.extra_attributes': ['Extra product attributes', 'Ek ürün özellikleri'],
  'product.productimage_set': ['Product pictures', 'Ürün görselleri'],
  'product.created_date': ['Product created', 'Ürünün oluşturulma tarihi'],
  'product.modified_date': ['Product changed', 'Ürünün değişme tarihi'],
  'product.remote_modified_date': ['Product changed at source', 'Ürünün kaynakta değişme tarihi'],
  net_amount: ['Net amount', 'Net tutar'],
  price: ['Price', 'Fiyat'],
  price_currency: ['Currency', 'Para birimi'],
  retail_price: ['Retail price', 'Liste fiyatı'],
  tax_rate: ['Tax rate (%)', 'Vergi oranı (%)'],
  tax_amount: ['Tax amount', 'Vergi tutarı'],
  discount_amount: ['Discount', 'İndirim'],
  without_net_amount: ['Amount before tax', 'Vergi hariç tutar'],
  installment_interest_amount: ['Instalment interest', 'Vade farkı'],
  attributes: ['Item attributes', 'Kalem özellikleri'],
  attributes_kwargs: ['Item attributes with labels', 'Etiketli kalem özellikleri'],
  image: ['Item picture', 'Kalem görseli'],
  'price_list.name': ['Price list', 'Fiyat listesi'],
  'price_list.code': ['Price list code', 'Fiyat listesi kodu'],
  'price_list.pk': ['Price list ID', 'Fiyat listesi ID'],
  'price_list.is_auto_sync': ['Price list syncs by itself', 'Fiyat listesi otomatik eşitleniyor'],
  'stock_list.name': ['Stock list', 'Stok listesi'],
  'stock_list.code': ['Stock list code', 'Stok listesi kodu'],
  'stock_list.pk': ['Stock list ID', 'Stok listesi ID'],
  'stock_list.is_auto_sync': ['Stock list syncs by itself', 'Stok listesi otomatik eşitleniyor'],
  extra_field: ['Extra fields', 'Ek alanlar'],
  created_date: ['Created', 'Oluşturulma'],
  modified_date: ['Changed', 'Değişme'],
}

/** The label of a column in a language; the API's own name where there is none. */
export function columnLabel(columnId: string, language: Language): string {
  const pair = labels[columnId]
  if (pair) return language === 'tr' ? pair[1] : pair[0]
  const attribute = /^(product\.)?attributes\.(.+)$/s.exec(columnId)
  if (!attribute?.[2]) return columnId
  const name = attributeName(attribute[2])
  if (attribute[1]) return name
  return language === 'tr' ? `${name} (kalem)` : `${name} (item)`
}

/** "parca_sayisi" as "Parca sayisi": the API has no words for the keys of attributes, and they are Turkish. */
function attributeName(key: string): string {
  const words = key.replaceAll('_', ' ')
  return words.charAt(0).toLocaleUpperCase('tr') + words.slice(1)
}
