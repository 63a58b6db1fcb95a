import type { ColumnContext, ItemColumn } from '../../shared/item-columns.ts'
import type { OrderItem } from '../../shared/order-item.ts'
import { csvCell } from './csv-cell.ts'
import type { CsvDialect } from './csv-dialect.ts'

const lineEnd = '\r\n'

export interface CsvTable {
  columns: readonly ItemColumn[]
  dialect: CsvDialect
  language: string
}

export function csvHead(headers: readonly string[], { dialect }: CsvTable): string {
  const cells = headers.map((header) => csvCell(header, 'text', dialect))
  return (dialect.byteOrderMark ? '\uFEFF' : '') + cells.join(dialect.delimiter) + lineEnd
}

/** The lines of some items, each with its line end. */
export function csvLines(
  items: readonly { item: OrderItem; orderNumber: string | null }[],
  { columns, dialect, language }: CsvTable,
): string {
  let lines = ''
  for (const { item, orderNumber } of items) {
    const context: ColumnContext = { language, orderNumber }
    const cells = columns.map((column) => csvCell(column.value(item, context), column.kind, dialect))
    lines += cells.join(dialect.delimiter) + lineEnd
  }
  return lines
}
