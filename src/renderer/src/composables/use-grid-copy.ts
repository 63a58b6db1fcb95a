import { useI18n } from 'vue-i18n'
import { columnLabel } from '../../../shared/column-labels.ts'
import type { OrderItemRow, SortColumn } from '../../../shared/item-query.ts'
import { useItems } from '../stores/items.ts'
import { useNotices } from '../stores/notices.ts'
import { mostCopied, useSelection } from '../stores/selection.ts'
import { useSettings } from '../stores/settings.ts'
import { useViews } from '../stores/views.ts'
import { copiedRows } from './copied-rows.ts'
import { copyText } from './copy-text.ts'
import { useCellText } from './use-cell-text.ts'
import { useFormat } from './use-format.ts'
import { useTold } from './use-told.ts'

export interface GridCopy {
  /** The chosen rows; too many are refused in words. */
  copyChosen: () => Promise<void>
  copyRow: (row: OrderItemRow) => Promise<void>
  copyCell: (row: OrderItemRow, column: SortColumn) => Promise<void>
}

/** Puts rows and cells on the clipboard and says what was copied. */
export function useGridCopy(): GridCopy {
  const { t } = useI18n()
  const items = useItems()
  const notices = useNotices()
  const selection = useSelection()
  const settings = useSettings()
  const views = useViews()
  const format = useFormat()
  const cellText = useCellText()
  const told = useTold()

  async function copyRows(rows: readonly OrderItemRow[]): Promise<void> {
    const text = copiedRows(
      rows,
      views.columns.map(({ id }) => id),
      {
        headerOf: (id) => columnLabel(id, settings.language),
        stateOf: (row) => (items.stateOf(row.stateId) ? cellText('state', row) : null),
        date: format.value.date,
        decimal: (amount) => (settings.language === 'tr' ? amount.replace('.', ',') : amount),
      },
    )
    await copyText(text)
    notices.say(t('items.copy.rows', { number: format.value.number(rows.length) }, rows.length))
  }

  async function copyChosen(): Promise<void> {
    if (selection.count > mostCopied)
      notices.warn(t('items.copy.tooMany', { number: format.value.number(mostCopied) }))
    else await told(async () => copyRows(await selection.rows()))
  }

  async function copyCell(row: OrderItemRow, column: SortColumn): Promise<void> {
    const text = cellText(column, row)
    await told(async () => {
      await copyText(text)
      notices.say(text === '' ? t('items.copy.empty') : t('items.copy.cell', { text }))
    })
  }

  async function copyRow(row: OrderItemRow): Promise<void> {
    await told(() => copyRows([row]))
  }

  return { copyChosen, copyRow, copyCell }
}
