/** One value as a CSV field: RFC 4180 quoting, exact decimals, and no formula that a spreadsheet would run. */
import type { ColumnKind } from '../../shared/item-columns.ts'
import { isDecimal } from '../../shared/money.ts'
import type { CsvDialect } from './csv-dialect.ts'

/** What a spreadsheet takes for the beginning of a formula, or drops to get at one. */
const formulaStart = /^[=+\-@\t\r\u0000]/

const integer = /^-?\d+$/

export function csvCell(value: string | null, kind: ColumnKind, dialect: CsvDialect): string {
  if (value === null) return ''
  return quoted(formatted(value, kind, dialect), dialect.delimiter)
}

function formatted(value: string, kind: ColumnKind, dialect: CsvDialect): string {
  if (kind === 'decimal' && isDecimal(value)) {
    return dialect.decimalMark === ',' ? value.replace('.', ',') : value
  }
  if (kind === 'integer' && integer.test(value)) return value
  if (kind === 'date') {
    const moment = new Date(value)
    if (!Number.isNaN(moment.getTime()))
      return dialect.dates === 'local' ? localTime(moment) : utcTime(value, moment)
  }
  return formulaStart.test(value) ? `'${value}` : value
}

const two = (part: number) => String(part).padStart(2, '0')

function localTime(moment: Date): string {
  const date = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${date} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** As sent, with its microseconds, where it is UTC already. */
function utcTime(sent: string, moment: Date): string {
  return sent.endsWith('Z') ? sent : moment.toISOString()
}

function quoted(text: string, delimiter: string): string {
  const needsQuotes =
    text.includes(delimiter) || text.includes('"') || text.includes('\n') || text.includes('\r')
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text
}
