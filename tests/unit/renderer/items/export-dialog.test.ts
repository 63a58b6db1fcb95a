// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import ExportDialog from '../../../../src/renderer/src/components/export/ExportDialog.vue'
import { useExporting } from '../../../../src/renderer/src/stores/exporting.ts'
import type { ExportOutcome } from '../../../../src/shared/export-job.ts'
import { allItems } from '../../../../src/shared/item-query.ts'
import type { SortColumn } from '../../../../src/shared/item-query.ts'
import type { Result } from '../../../../src/shared/result.ts'
import type { FakeBridge } from '../../../fakes/fake-bridge.ts'
import { worldOf } from '../../../fakes/fake-scenarios.ts'
import { loadStores, mountInApp, useFakeBridge } from '../../../support/mount-app.ts'

const shown: SortColumn[] = ['product', 'sku', 'netAmount', 'barcode']

describe('export dialog', () => {
  let fake: FakeBridge
  let dialog: VueWrapper
  let finish: (result: Result<ExportOutcome>) => void
  const button = (text: string) => dialog.findAll('button').find((one) => one.text() === text)!
  const asked = (name: string) => fake.world.asked.filter((one) => one.name === name)

  beforeEach(async () => {
    fake = useFakeBridge(worldOf('online'))
    await loadStores()
    dialog = mountInApp(ExportDialog)
    await useExporting().open({ ...allItems, search: 'keten' }, shown)
    await flushPromises()
  })
  afterEach(() => dialog.unmount())

  /** Lets a test end the writing when it wants to. */
  async function startWriting() {
    Object.assign(fake.bridge.export, {
      start: () => new Promise<Result<ExportOutcome>>((give) => (finish = give)),
    })
    await dialog.find('form').trigger('submit')
    await flushPromises()
  }

  it('says what will be written before it starts, of the query that is shown', () => {
    const { length } = fake.world.items.matching({ ...allItems, search: 'keten' })
    expect(length).toBeLessThan(60)
    // An amount takes its currency along.
    expect(dialog.text()).toContain(`${length} rows, 5 columns`)
    expect(dialog.text()).toContain('Barcode')
    expect(asked('export.plan')[0]?.input).toEqual({
      query: { ...allItems, search: 'keten' },
      shownColumns: shown,
    })
    expect(dialog.find<HTMLInputElement>('input[value=excel-tr]').element.checked).toBe(true)
  })

  it('warns of Excel only where Excel will read it', async () => {
    await dialog.find('input[value=data]').setValue()
    expect(dialog.text()).not.toContain('leading zeros')
  })

  it('writes what was chosen, and says where it is', async () => {
    await dialog.find('input[value=data]').setValue()
    await dialog.find('input[value=all]').setValue()
    await dialog.find('input[value=api]').setValue()
    await dialog.find('form').trigger('submit')
    await flushPromises()
    expect(asked('export.start')[0]?.input).toMatchObject({
      ...{ preset: 'data', columns: 'all', headers: 'api', shownColumns: shown },
    })
    expect(dialog.text()).toContain('packlight-items.csv')
    await button('Show in folder').trigger('click')
    expect(asked('export.reveal')).toHaveLength(1)
  })

  it('shows how far it is, and stays open until a cancel has come through', async () => {
    await startWriting()
    expect(dialog.text()).toContain('Waiting for you to choose a place')
    fake.emit('export.progressed', { done: 1200, total: 5000 })
    await flushPromises()
    expect(dialog.text()).toMatch(/1.200 of 5.000 rows/)
    await button('Cancel').trigger('click')
    await flushPromises()
    expect(asked('export.cancel')).toHaveLength(1)
    expect(useExporting().step).toMatchObject({ kind: 'writing', isCancelling: true })
    finish({ ok: true, value: { kind: 'cancelled' } })
    await flushPromises()
    expect(dialog.find('form').exists()).toBe(true)
  })

  it('says a failure in words and offers the same choices again', async () => {
    await dialog.find('input[value=excel-en]').setValue()
    await startWriting()
    finish({ ok: false, error: { code: 'export.target-busy' } })
    await flushPromises()
    expect(dialog.find('[role=alert]').exists()).toBe(true)
    await button('Try again').trigger('click')
    await flushPromises()
    expect(dialog.find<HTMLInputElement>('input[value=excel-en]').element.checked).toBe(true)
  })

  it('asks for the plan again when that was what failed', async () => {
    const exporting = useExporting()
    fake.world.failures['export.plan'] = { code: 'cache.failed' }
    exporting.close()
    await exporting.open(allItems, shown)
    await flushPromises()
    expect(exporting.step).toMatchObject({ kind: 'failed', during: 'plan' })
    fake.world.failures = {}
    await button('Try again').trigger('click')
    await flushPromises()
    expect(exporting.step.kind).toBe('choosing')
  })
})
