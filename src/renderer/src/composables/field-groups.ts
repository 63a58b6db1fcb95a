import { itemColumns } from '../../../shared/item-columns.ts'
import type { ColumnKind, ItemColumn } from '../../../shared/item-columns.ts'
import type { OrderItemDetail } from '../../../shared/item-query.ts'

/** The groups of *All fields*, in the order they are shown. */
export const fieldGroupNames = ['item', 'state', 'money', 'product', 'lists', 'extra'] as const
export type FieldGroupName = (typeof fieldGroupNames)[number]

export interface Field {
  /** The API's path. */
  id: string
  kind: ColumnKind
  value: string | null
}

export interface FieldGroup {
  name: FieldGroupName
  fields: Field[]
}

const moneyIds = /^(net_amount|price|price_currency|retail_price|tax_|discount_|without_net_|installment_)/

function groupOf({ id }: ItemColumn): FieldGroupName {
  if (id.startsWith('product.')) return 'product'
  if (id.startsWith('state.')) return 'state'
  if (/^(price|stock)_list\./.test(id)) return 'lists'
  if (/^(attributes|extra_field|image)/.test(id)) return 'extra'
  return moneyIds.test(id) ? 'money' : 'item'
}

/** Every field that the API has for an item, also the empty ones: nothing is hidden here. */
export function fieldGroups(detail: OrderItemDetail, language: string): FieldGroup[] {
  const context = { language, orderNumber: detail.orderNumber }
  return fieldGroupNames.map((name) => ({
    name,
    fields: itemColumns
      .filter((column) => groupOf(column) === name)
      .map((column) => ({ id: column.id, kind: column.kind, value: column.value(detail.item, context) })),
  }))
}
