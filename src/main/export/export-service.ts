import type { ExportOutcome, ExportPlan, ExportProgress, ExportStart } from '../../shared/export-job.ts'
import type { ItemQuery } from '../../shared/item-query.ts'
import type { OrderItem } from '../../shared/order-item.ts'
import { PacklightError } from '../../shared/result.ts'
import type { ExportPreset, Language } from '../../shared/settings.ts'
import { dialects } from './csv-dialect.ts'
import { exportColumns } from './export-columns.ts'
import type { ExportColumns } from './export-columns.ts'
import { csvHead, csvLines } from './csv-lines.ts'
import type { CsvTable } from './csv-lines.ts'
import { replaceFile } from './replace-file.ts'

/** Rows formatted at a time: small enough to stop at once, large enough not to matter. */
const rowsAtATime = 500

/** A connection to the cache of its own, so that a search never waits for an export. */
export interface ExportReader {
  query(query: ItemQuery): Promise<{ queryId: number; total: number }>
  exportItems(
    queryId: number,
    from: number,
    count: number,
  ): Promise<{ item: OrderItem; orderNumber: string | null }[] | null>
  excelDamagedColumns(queryId: number): Promise<string[]>
  /** Keys of the attributes that an answer's products and items have, in the order of their first use. */
  attributeKeys(queryId: number): Promise<{ product: string[]; item: string[] }>
  summary(): Promise<{ asOf: string | null }>
  close(): Promise<void>
}

export interface ExportServiceOptions {
  openReader: () => Promise<ExportReader>
  /** Asks the user for a place; null: thought better of it. */
  chooseTarget: (suggestedName: string) => Promise<string | null>
  language: () => Language
  headerOf: (columnId: string, language: Language) => string
  defaultPreset: () => ExportPreset
  onProgress: (progress: ExportProgress) => void
  now?: () => Date
}

export interface ExportService {
  plan(input: Pick<ExportStart, 'query' | 'shownColumns'>): Promise<ExportPlan>
  start(input: ExportStart): Promise<ExportOutcome>
  /** Answers once what was being written is gone. */
  cancel(): Promise<void>
  /** The file written last, to be shown in its folder. */
  lastFile(): string | null
}

export function createExportService(options: ExportServiceOptions): ExportService {
  let running: AbortController | null = null
  let written: Promise<unknown> = Promise.resolve()
  let lastFile: string | null = null

  const withReader = async <T>(work: (reader: ExportReader) => Promise<T>): Promise<T> => {
    const reader = await options.openReader()
    try {
      return await work(reader)
    } finally {
      await reader.close()
    }
  }

  const plan: ExportService['plan'] = ({ query, shownColumns }) =>
    withReader(async (reader) => {
      const { queryId, total } = await reader.query(query)
      const [columns, damagedByExcel, { asOf }] = await Promise.all([
        columnsOf(reader, queryId, shownColumns),
        reader.excelDamagedColumns(queryId),
        reader.summary(),
      ])
      return {
        rows: total,
        shownColumns: columns.shown.map(({ id }) => id),
        allColumns: columns.all.map(({ id }) => id),
        damagedByExcel,
        preset: options.defaultPreset(),
        asOf,
      }
    })

  const write = (input: ExportStart, signal: AbortSignal): Promise<ExportOutcome> =>
    withReader(async (reader) => {
      const startedAt = performance.now()
      const { asOf } = await reader.summary()
      const target = await options.chooseTarget(suggestedName(asOf ?? (options.now ?? now)().toISOString()))
      if (target === null) return { kind: 'cancelled' }
      const { queryId, total } = await reader.query(input.query)
      const columns = (await columnsOf(reader, queryId, input.shownColumns))[input.columns]
      const language = options.language()
      const table: CsvTable = { columns, dialect: dialects[input.preset], language }
      const headers = columns.map(({ id }) => (input.headers === 'api' ? id : options.headerOf(id, language)))
      const text = csvText(reader, { queryId, total, table, headers, signal, onProgress: options.onProgress })
      const writing = replaceFile(target, text)
      written = writing.catch(() => undefined)
      const bytes = await writing
      lastFile = target
      const fileName = target.slice(Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\')) + 1)
      const milliseconds = Math.round(performance.now() - startedAt)
      return { kind: 'saved', fileName, rows: total, columns: columns.length, bytes, milliseconds }
    })

  return {
    plan,
    async start(input) {
      running?.abort()
      const mine = (running = new AbortController())
      try {
        return await write(input, mine.signal)
      } catch (thrown) {
        if (mine.signal.aborted) return { kind: 'cancelled' }
        throw thrown
      } finally {
        if (running === mine) running = null
      }
    },
    async cancel() {
      running?.abort()
      await written
    },
    lastFile: () => lastFile,
  }
}

const now = () => new Date()

/** "order-items 2026-11-23 14.05.csv": the age of the data is part of the name. */
function suggestedName(asOf: string): string {
  const moment = new Date(asOf)
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString()
  return `order-items ${local.slice(0, 10)} ${local.slice(11, 16).replace(':', '.')}.csv`
}

async function columnsOf(
  reader: ExportReader,
  queryId: number,
  shown: ExportStart['shownColumns'],
): Promise<ExportColumns> {
  return exportColumns(shown, await reader.attributeKeys(queryId))
}

interface CsvText {
  queryId: number
  total: number
  table: CsvTable
  headers: string[]
  signal: AbortSignal
  onProgress: (progress: ExportProgress) => void
}

async function* csvText(
  reader: ExportReader,
  { queryId, total, table, headers, signal, onProgress }: CsvText,
): AsyncGenerator<string, void> {
  yield csvHead(headers, table)
  onProgress({ done: 0, total })
  for (let from = 0; from < total; from += rowsAtATime) {
    signal.throwIfAborted()
    const items = await reader.exportItems(queryId, from, Math.min(rowsAtATime, total - from))
    if (items === null) throw new PacklightError({ code: 'export.failed', details: 'the answer was dropped' })
    yield csvLines(items, table)
    onProgress({ done: from + items.length, total })
  }
  signal.throwIfAborted()
}
