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
    'export.plan': ({ query }) => exports.plan(query),
    'export.start': async (input) => {
      const outcome = await exports.start(input)
      if (outcome.kind === 'saved') await rememberPreset(input.preset)
      return outcome
    },
    'export.cancel': () => {
      exports.cancel()
      return null
    },
    'export.reveal': () => {
      const file = exports.lastFile()
      if (file !== null) revealInFolder(file)
      return null
    },
  }
}
