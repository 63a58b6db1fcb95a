import type { OrderItemRow, SortColumn } from '../../../shared/item-query.ts'
import { markHits } from '../../../shared/text-folding.ts'

export interface HiddenHit {
  field: 'barcode' | 'baseCode' | 'id' | 'omnitronId' | 'sku' | 'attribute'
  /** With the part to mark; empty where the line has no value to show. */
  value: string
}

/**
 * Where a search hit a row, if neither its name nor a column on screen shows it marked. The cache names the field;
 * what is on screen only the grid knows.
 */
export function hiddenHit(
  row: OrderItemRow,
  words: readonly string[],
  isShown: (column: SortColumn) => boolean,
): HiddenHit | null {
  const isHit = (text: string | null): boolean => markHits(text ?? '', words).some((part) => part.hit)
  switch (row.matchedField) {
    case 'barcode':
    case 'baseCode':
    case 'id':
    case 'omnitronId':
      if (isShown(row.matchedField)) return null
      return { field: row.matchedField, value: String(row[row.matchedField] ?? '') }
    case 'attribute':
      // The labels below the name show it themselves; those of a bundle are not shown.
      return row.bundlePartCount === 0 && row.attributeLabels.some(isHit)
        ? null
        : { field: 'attribute', value: '' }
    default:
      return !isShown('sku') && isHit(row.sku) && !isHit(row.productName)
        ? { field: 'sku', value: row.sku ?? '' }
        : null
  }
}
