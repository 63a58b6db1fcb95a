/** What happened, for support: JSON lines in the app's own folder. Never a token, never a reason to fail. */
import { homedir } from 'node:os'
import type { JsonValue } from '../../shared/json.ts'
import { createRedactor } from './redact.ts'
import { openRotatingFile } from './rotating-file.ts'

export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

type WriteEvent = (event: string, data?: Record<string, JsonValue>) => void

export interface Log extends Record<LogLevel, WriteEvent> {
  /** Blanks this text in every line from now on. */
  redact(secret: string): void
  close(): void
}

export interface LogOptions {
  folder: string
  /** Of one file. */
  maxBytes?: number
  /** How many files are kept. */
  files?: number
  /** What is less than this is not written. */
  level?: LogLevel
  home?: string
}

/** A longer line tells of a mistake at the place that logs, and is written without its data. */
const longestLine = 16_000

/** Opens nothing yet: the folder and the file are made at the first line. */
export function createLog({
  folder,
  maxBytes = 1_000_000,
  files = 5,
  level = 'info',
  home = homedir(),
}: LogOptions): Log {
  const redactor = createRedactor({ home })
  const file = openRotatingFile({ folder, name: 'packlight', maxBytes, files })

  const write = (of: LogLevel, event: string, data?: Record<string, JsonValue>): void => {
    if (logLevels.indexOf(of) < logLevels.indexOf(level)) return
    try {
      const line = { time: new Date().toISOString(), level: of, event: redactor.text(event) }
      const full = data === undefined ? JSON.stringify(line) : lineWithData(line, () => redactor.value(data))
      file.append(full)
    } catch {
      // A full disk must not stop the work that is logged; there is no other place to say so.
    }
  }

  return {
    debug: (event, data) => write('debug', event, data),
    info: (event, data) => write('info', event, data),
    warn: (event, data) => write('warn', event, data),
    error: (event, data) => write('error', event, data),
    redact: (secret) => redactor.add(secret),
    close: () => file.close(),
  }
}

/** Data that cannot be written (circular, too long) is left out, so that the event itself is not lost. */
function lineWithData(line: Record<string, string>, data: () => JsonValue): string {
  try {
    const full = JSON.stringify({ ...line, data: data() })
    return full.length <= longestLine
      ? full
      : JSON.stringify({ ...line, left: `data of ${full.length} characters` })
  } catch {
    return JSON.stringify({ ...line, left: 'data that is not JSON' })
  }
}
