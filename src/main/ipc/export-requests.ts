import type { ExportService } from '../export/export-service.ts'
import { revealInFolder } from '../security/open-external.ts'
import type { Handlers } from './answer-request.ts'

export interface ExportRequestsOptions {
  exports: ExportService
  /** Told of the preset that was used, to offer it first the next time. */
  rememberPreset: (preset: Parameters<ExportService['start']>[0]['preset']) => Promise<unknown>
}

export function exportRequests({
  exports,
  rememberPreset,
}: ExportRequestsOptions): Pick<Handlers, `export.${string}` & keyof Handlers> {
  return {
    'export.plan': (input) => exports.plan(input),
    'export.start': async (input) => {
      const outcome = await exports.start(input)
      // The file is written: that its preset could not be noted is no failure of the export.
      if (outcome.kind === 'saved') await rememberPreset(input.preset).catch(() => undefined)
      return outcome
    },
    'export.cancel': async () => {
      await exports.cancel()
      return null
    },
    'export.reveal': () => {
      const file = exports.lastFile()
      if (file !== null) revealInFolder(file)
      return null
    },
  }
}
