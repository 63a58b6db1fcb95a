/** Every field of the API that can stand in a column: of the grid, the detail pane and an export. */
import type { OrderItem } from './order-item.ts'
import { stateKey, stateName } from './order-state.ts'

export type ColumnKind = 'text' | 'code' | 'integer' | 'decimal' | 'date' | 'boolean' | 'json'

export interface ItemColumn {
  /** The API's own path, and the key of its label: "net_amount", "product.sku". */
  id: string
  /** `code` is text that a spreadsheet would damage: SKU, barcode. `json` is text too. */
  kind: ColumnKind
  /** The value as text (dates ISO UTC, decimals as sent), or null. */
  value: (item: OrderItem, context: ColumnContext) => string | null
}

export interface ColumnContext {
  language: string
  orderNumber: string | null
}

const text = (value: string | number | boolean | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)
const json = (value: unknown): string | null =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)
    ? null
    : JSON.stringify(value)

const column = (id: string, kind: ColumnKind, value: ItemColumn['value']): ItemColumn => ({ id, kind, value })

export const itemColumns: readonly ItemColumn[] = [
  column('id', 'integer', (item) => text(item.id)),
  column('order', 'integer', (item) => text(item.order)),
  column('order_number', 'code', (_item, { orderNumber }) => orderNumber),
  column('omnitron_id', 'integer', (item) => text(item.omnitronId)),
  column('parent_omnitron_id', 'integer', (item) => text(item.parentOmnitronId)),
  column('state.name', 'text', (item, { language }) => item.state && stateName(item.state, language)),
  column('state.key', 'text', (item) => item.state && stateKey(item.state)),
  column('product.name', 'text', (item) => text(item.product?.name)),
  column('product.sku', 'code', (item) => text(item.product?.sku)),
  column('product.barcode', 'code', (item) => text(item.product?.barcode)),
  column('product.base_code', 'code', (item) => text(item.product?.baseCode)),
  column('product.id', 'integer', (item) => text(item.product?.id)),
  column('product.omnitron_id', 'integer', (item) => text(item.product?.omnitronId)),
  column('product.attributes', 'json', (item) => json(item.product?.attributes)),
  column('product.attributes_kwargs', 'json', (item) => json(item.product?.attributesKwargs)),
  column('product.extra_attributes', 'json', (item) => json(item.product?.extraAttributes)),
  column('product.productimage_set', 'json', (item) => json(item.product?.images.map((image) => image.url))),
  column('product.created_date', 'date', (item) => text(item.product?.createdDate)),
  column('product.modified_date', 'date', (item) => text(item.product?.modifiedDate)),
  column('product.remote_modified_date', 'date', (item) => text(item.product?.remoteModifiedDate)),
  column('net_amount', 'decimal', (item) => item.netAmount),
  column('price', 'decimal', (item) => item.price),
  column('price_currency', 'text', (item) => item.priceCurrency),
  column('retail_price', 'decimal', (item) => item.retailPrice),
  column('tax_rate', 'decimal', (item) => item.taxRate),
  column('tax_amount', 'decimal', (item) => item.taxAmount),
  column('discount_amount', 'decimal', (item) => item.discountAmount),
  column('without_net_amount', 'decimal', (item) => item.withoutNetAmount),
  column('installment_interest_amount', 'decimal', (item) => item.installmentInterestAmount),
  column('attributes', 'json', (item) => json(item.attributes)),
  column('attributes_kwargs', 'json', (item) => json(item.attributesKwargs)),
  column('image', 'text', (item) => item.image),
  column('price_list.name', 'text', (item) => text(item.priceList?.name)),
  column('price_list.code', 'code', (item) => text(item.priceList?.code)),
  column('price_list.pk', 'integer', (item) => text(item.priceList?.pk)),
  column('price_list.is_auto_sync', 'boolean', (item) => text(item.priceList?.isAutoSync)),
  column('stock_list.name', 'text', (item) => text(item.stockList?.name)),
  column('stock_list.code', 'code', (item) => text(item.stockList?.code)),
  column('stock_list.pk', 'integer', (item) => text(item.stockList?.pk)),
  column('stock_list.is_auto_sync', 'boolean', (item) => text(item.stockList?.isAutoSync)),
  column('extra_field', 'json', (item) => json(item.extraField)),
  column('created_date', 'date', (item) => item.createdDate),
  column('modified_date', 'date', (item) => item.modifiedDate),
]

/** One attribute as a column of its own: what a person reads (the label), else the bare value. */
export function attributeColumn(of: 'product' | 'item', key: string): ItemColumn {
  const id = `${of === 'product' ? 'product.' : ''}attributes.${key}`
  return column(id, 'text', (item) => {
    const source = of === 'product' ? item.product : item
    const value = source?.attributesKwargs[key]?.label ?? source?.attributes[key]
    return typeof value === 'object' ? json(value) : text(value)
  })
}
