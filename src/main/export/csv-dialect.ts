import type { ExportPreset } from '../../shared/settings.ts'

/** How a CSV is written for those who will read it. */
export interface CsvDialect {
  delimiter: ',' | ';'
  decimalMark: ',' | '.'
  /** Excel takes a file without it for the computer's old code page. */
  byteOrderMark: boolean
  /** `local`: yyyy-MM-dd HH:mm in the computer's time zone. `utc`: ISO 8601 as the OMS sent it. */
  dates: 'local' | 'utc'
}

export const dialects: Record<ExportPreset, CsvDialect> = {
  'excel-tr': { delimiter: ';', decimalMark: ',', byteOrderMark: true, dates: 'local' },
  'excel-en': { delimiter: ',', decimalMark: '.', byteOrderMark: true, dates: 'local' },
  data: { delimiter: ',', decimalMark: '.', byteOrderMark: false, dates: 'utc' },
}

/** The first preset to offer, by the computer's region ("tr-TR"), not by the app's language. */
export function presetForRegion(region: string): ExportPreset {
  return new Intl.Locale(region).maximize().region === 'TR' ? 'excel-tr' : 'excel-en'
}
