// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import ConnectionStatus from '../../../src/renderer/src/components/ConnectionStatus.vue'
import { useNotices } from '../../../src/renderer/src/stores/notices.ts'
import type { Scenario } from '../../fakes/fake-scenarios.ts'
import { worldOf } from '../../fakes/fake-scenarios.ts'
import { idleStatus, someProgress } from '../../fakes/fake-sync.ts'
import { loadStores, mountInApp, useFakeBridge } from '../../support/mount-app.ts'

// Ages are counted from now: the clock stands still.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

async function shown(scenario: Scenario, language: 'en' | 'tr') {
  const fake = useFakeBridge(worldOf(scenario, { language }))
  await loadStores()
  return { ...fake, chip: mountInApp(ConnectionStatus) }
}

describe('the status chip', () => {
  it.each<[Scenario, RegExp, RegExp]>([
    ['online', /^Online · synced 2 min ago$/, /^Çevrimiçi · son eşitleme 2 dk\. önce$/],
    ['syncing', /^Syncing 1,200 of 5,000 · synced/, /^Eşitleniyor: 1\.200 \/ 5\.000 · son/],
    ['paused', /^Paused at 1,200 of 5,000 · synced/, /^Duraklatıldı: 1\.200 \/ 5\.000 · son/],
    ['waiting', /^Waiting until \d\d:\d\d · synced/, /^\d\d:\d\d saatine kadar bekleniyor · son/],
    ['offline', /^Offline since \d\d:\d\d · synced/, /^\d\d:\d\d saatinden beri çevrimdışı · son/],
    ['signed-out', /^Signed out · synced/, /^Oturum kapalı · son/],
    ['never-synced', /^Not checked yet · never synced$/, /^Henüz denenmedi · hiç eşitlenmedi$/],
  ])('says %s, and how old the data is', async (scenario, english, turkish) => {
    expect((await shown(scenario, 'en')).chip.text()).toMatch(english)
    expect((await shown(scenario, 'tr')).chip.text()).toMatch(turkish)
  })

  it('tells screen readers of a new situation, not of every figure', async () => {
    const { emit } = await shown('online', 'en')
    const running = { ...idleStatus('shop.akinon.net'), phase: 'running' as const }
    emit('sync.changed', { ...running, progress: someProgress })
    await nextTick()
    expect(useNotices().announcement).toMatch(/^Syncing 1,200 of/)
    emit('sync.changed', { ...running, progress: { ...someProgress, done: 1300 } })
    await nextTick()
    expect(useNotices().announcement).toMatch(/^Syncing 1,200 of/)
  })
})
