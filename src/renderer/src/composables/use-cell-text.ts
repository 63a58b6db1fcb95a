import { useI18n } from 'vue-i18n'
import type { OrderItemRow, SortColumn } from '../../../shared/item-query.ts'
import { stateName } from '../../../shared/order-state.ts'
import { useItems } from '../stores/items.ts'
import { cellKinds } from './grid-cells.ts'
import { useFormat } from './use-format.ts'

/** What stands in a cell, as text that can be taken elsewhere: no ages, no grouped digits. Empty for nothing. */
export function useCellText(): (column: SortColumn, row: OrderItemRow) => string {
  const { locale } = useI18n()
  const items = useItems()
  const format = useFormat()

  function stateWords(id: number | null): string {
    const state = items.stateOf(id)
    return state ? stateName(state, locale.value) : id === null ? '' : `#${id}`
  }

  return (column, row) => {
    if (column === 'product') return row.productName ?? ''
    if (column === 'order') return row.orderNumber ?? String(row.order ?? '')
    if (column === 'state') return stateWords(row.stateId)
    const value = row[column]
    if (value === null) return ''
    switch (cellKinds[column]) {
      case 'amount':
        return format.value.money(String(value), row.priceCurrency)
      case 'rate':
        return format.value.percent(String(value))
      case 'date':
        return format.value.date(String(value))
      default:
        return String(value)
    }
  }
}
