import { useI18n } from 'vue-i18n'
import { columnLabel } from '../../../shared/column-labels.ts'
import { gridColumn } from '../../../shared/grid-columns.ts'
import type { SortColumn } from '../../../shared/item-query.ts'
import { useSettings } from '../stores/settings.ts'

/** What the grid calls a column: as a file does, but shorter where the column says more than its first field. */
export function useColumnLabel(): (id: SortColumn) => string {
  const { t } = useI18n()
  const settings = useSettings()
  return (id) =>
    id === 'order' ? t('columns.order') : columnLabel(gridColumn(id).exported[0], settings.language)
}
