// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ErrorNotice from '../../../src/renderer/src/components/base/ErrorNotice.vue'
import { errorCodes } from '../../../src/shared/result.ts'
import { worldOf } from '../../fakes/fake-scenarios.ts'
import { loadStores, mountInApp, useFakeBridge } from '../../support/mount-app.ts'

const everyValue = { message: 'bad', seconds: 30, status: 503, host: 'shop.example', megabytes: 64 }
const params = { ...everyValue, found: 9, known: 4, held: 1200, expected: 5000 }

describe('an error notice', () => {
  it.each(['en', 'tr'] as const)('has whole sentences for every code (%s)', async (language) => {
    useFakeBridge(worldOf('online', { language }))
    await loadStores()
    for (const code of errorCodes) {
      const notice = mountInApp(ErrorNotice, { error: { code, params } })
      const paragraphs = notice.findAll('p').map((paragraph) => paragraph.text())
      expect(paragraphs).toHaveLength(3)
      for (const text of paragraphs) {
        expect(text, code).not.toMatch(/errors\.|\{|\}/)
        expect(text.length, code).toBeGreaterThan(8)
      }
      notice.unmount()
    }
  })

  it('writes numbers as the language does, and a status as it is', async () => {
    useFakeBridge(worldOf('online', { language: 'tr' }))
    await loadStores()
    const gap = mountInApp(ErrorNotice, { error: { code: 'sync.incomplete', params } })
    expect(gap.text()).toContain('5.000 kalemden 1.200 tanesi')
    const down = mountInApp(ErrorNotice, { error: { code: 'oms.server-error', params: { status: 1503 } } })
    expect(down.text()).toContain('1503')
  })

  it('is announced, and copies the details for support', async () => {
    const { world } = useFakeBridge(worldOf('online', { language: 'en' }))
    await loadStores()
    const notice = mountInApp(ErrorNotice, {
      error: { code: 'oms.dns', params: { host: 'shop.example' }, details: 'ENOTFOUND shop.example' },
    })
    expect(notice.attributes('role')).toBe('alert')
    await notice.get('button').trigger('click')
    await flushPromises()
    expect(world.copied).toEqual([
      'Packlight 0.1.0 (linux)\ncode: oms.dns\nhost: shop.example\ndetails: ENOTFOUND shop.example',
    ])
    expect(notice.get('button').text()).toBe('Copied')
  })
})
