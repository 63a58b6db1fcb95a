import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ExportOutcome, ExportPlan, ExportProgress, ExportStart } from '../../../shared/export-job.ts'
import type { ItemQuery, SortColumn } from '../../../shared/item-query.ts'
import { toAppError } from '../../../shared/result.ts'
import type { AppError } from '../../../shared/result.ts'
import { ask, listen } from '../bridge.ts'

export type ExportChoices = Pick<ExportStart, 'preset' | 'columns' | 'headers'>

export type ExportStep =
  | { kind: 'closed' }
  | { kind: 'planning' }
  | { kind: 'choosing' }
  /** `progress` is null while the person chooses a place. */
  | { kind: 'writing'; progress: ExportProgress | null; isCancelling: boolean }
  | { kind: 'saved'; outcome: Extract<ExportOutcome, { kind: 'saved' }> }
  | { kind: 'failed'; error: AppError; during: 'plan' | 'write' }

/** An export from the question to the file, one step at a time. */
export const useExporting = defineStore('exporting', () => {
  const step = shallowRef<ExportStep>({ kind: 'closed' })
  const plan = shallowRef<ExportPlan | null>(null)
  /** What was chosen last, to begin with the next time. */
  const choices = shallowRef<ExportChoices | null>(null)
  let what: { query: ItemQuery; shownColumns: SortColumn[] } | null = null
  let newest = 0
  let isListening = false

  function follow(): void {
    if (isListening) return
    isListening = true
    listen('export.progressed', (progress) => {
      if (step.value.kind === 'writing') step.value = { ...step.value, progress }
    })
  }

  /** Opens the dialog for what is shown: the items, and the columns of the grid. */
  async function open(query: ItemQuery, shownColumns: SortColumn[]): Promise<void> {
    if (step.value.kind === 'writing') return
    follow()
    const turn = ++newest
    what = { query, shownColumns }
    step.value = { kind: 'planning' }
    try {
      const made = await ask('export.plan', what)
      if (turn !== newest) return
      plan.value = made
      step.value = { kind: 'choosing' }
    } catch (thrown) {
      if (turn === newest) step.value = { kind: 'failed', error: toAppError(thrown), during: 'plan' }
    }
  }

  /** Asks for a place and writes. A person who closes the save dialog is back at the choices. */
  async function start(chosen: ExportChoices): Promise<void> {
    if (what === null || step.value.kind === 'writing') return
    step.value = { kind: 'writing', progress: null, isCancelling: false }
    choices.value = chosen
    try {
      const outcome = await ask('export.start', { ...what, ...chosen })
      step.value = outcome.kind === 'saved' ? { kind: 'saved', outcome } : { kind: 'choosing' }
    } catch (thrown) {
      step.value = { kind: 'failed', error: toAppError(thrown), during: 'write' }
    }
  }

  async function cancel(): Promise<void> {
    if (step.value.kind !== 'writing') return
    step.value = { ...step.value, isCancelling: true }
    await ask('export.cancel')
  }

  /** After a failure: the plan again, or back to the choices. */
  async function tryAgain(): Promise<void> {
    if (step.value.kind !== 'failed') return
    if (step.value.during === 'plan' && what !== null) await open(what.query, what.shownColumns)
    else step.value = { kind: 'choosing' }
  }

  async function reveal(): Promise<void> {
    await ask('export.reveal')
  }

  /** Closes the dialog; what is being written must be cancelled first. */
  function close(): void {
    if (step.value.kind === 'writing') return
    newest++
    step.value = { kind: 'closed' }
  }

  return { step, plan, choices, open, start, cancel, tryAgain, reveal, close }
})
