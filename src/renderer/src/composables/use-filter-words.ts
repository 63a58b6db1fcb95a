import { useI18n } from 'vue-i18n'
import { noValue } from '../../../shared/item-filters.ts'
import type { AmountFilter, DateFilter, FacetName, FacetValue } from '../../../shared/item-filters.ts'
import type { ItemFilters } from '../../../shared/item-filters.ts'
import type { ItemList } from '../../../shared/order-item.ts'
import { stateName } from '../../../shared/order-state.ts'
import { useItems } from '../stores/items.ts'
import { isFacet } from './filters.ts'
import type { FilterName } from './filters.ts'
import { useFormat } from './use-format.ts'

export interface FilterWords {
  /** "Stock list" */
  nameOf: (name: FilterName) => string
  /** "İstanbul Depo" */
  valueWords: (name: FacetName, value: FacetValue) => string
  /** What a filter is set to: "İstanbul Depo, None", "last 7 days", "from 100". */
  settingOf: (name: FilterName, filters: ItemFilters) => string
  lastDays: (days: number) => string
}

/** Filters and their values in the language shown. */
export function useFilterWords(): FilterWords {
  const { t, locale } = useI18n()
  const items = useItems()
  const format = useFormat()

  const nameOf = (name: FilterName): string => t(`filters.names.${name}`)

  function listName(lists: readonly ItemList[] | undefined, pk: FacetValue): string {
    const list = lists?.find((one) => String(one.pk) === pk)
    return list?.name ?? list?.code ?? `#${pk}`
  }

  function valueWords(name: FacetName, value: FacetValue): string {
    if (value === noValue) return t('filters.none')
    switch (name) {
      case 'state': {
        const found = items.summary?.states.find(({ key }) => key === value)
        return found ? stateName(found.state, locale.value) : value
      }
      case 'stockList':
        return listName(items.summary?.stockLists, value)
      case 'priceList':
        return listName(items.summary?.priceLists, value)
      case 'priceCurrency':
        return value
      default:
        return t(`filters.values.${name}.${value}`)
    }
  }

  const lastDays = (days: number): string =>
    days === 1 ? t('filters.dates.today') : t('filters.dates.days', { number: format.value.number(days) })

  function dateWords(filter: DateFilter): string {
    if ('days' in filter) return lastDays(filter.days)
    const [from, to] = [filter.from, filter.to].map((day) => (day === null ? '' : format.value.day(day)))
    if (!to) return t('filters.dates.since', { day: from ?? '' })
    if (!from) return t('filters.dates.until', { day: to })
    return from === to ? from : t('filters.range', { from, to })
  }

  function amountWords({ from, to }: AmountFilter): string {
    if (to === null) return t('filters.amount.atLeast', { amount: format.value.decimal(from) })
    if (from === null) return t('filters.amount.atMost', { amount: format.value.decimal(to) })
    return t('filters.range', { from: format.value.decimal(from), to: format.value.decimal(to) })
  }

  function settingOf(name: FilterName, filters: ItemFilters): string {
    if (isFacet(name)) return filters[name].map((value) => valueWords(name, value)).join(', ')
    if (name === 'netAmount') return filters.netAmount === null ? '' : amountWords(filters.netAmount)
    const dates = filters[name]
    return dates === null ? '' : dateWords(dates)
  }

  return { nameOf, valueWords, settingOf, lastDays }
}
