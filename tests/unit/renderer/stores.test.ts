// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { useNotices } from '../../../src/renderer/src/stores/notices.ts'
import { useSettings } from '../../../src/renderer/src/stores/settings.ts'
import { useStores } from '../../../src/renderer/src/stores/stores.ts'
import { useSync } from '../../../src/renderer/src/stores/sync.ts'
import { defaultSettings } from '../../../src/shared/settings.ts'
import { worldOf } from '../../fakes/fake-scenarios.ts'
import { idleStatus } from '../../fakes/fake-sync.ts'
import { loadStores, useFakeBridge } from '../../support/mount-app.ts'

describe('settings', () => {
  it('begin with main’s own defaults', () => {
    useFakeBridge()
    expect(useSettings().settings).toEqual(defaultSettings)
  })

  it('show the chosen language, else the system’s', async () => {
    const { world } = useFakeBridge(worldOf('online'))
    world.info = { ...world.info, language: 'tr' }
    await loadStores()
    const settings = useSettings()
    expect(settings.language).toBe('tr')
    await settings.update({ language: 'en' })
    expect(settings.language).toBe('en')
    await settings.update({ language: null })
    expect(settings.language).toBe('tr')
  })

  it('go back when main cannot keep them', async () => {
    const { world } = useFakeBridge(worldOf('online', { theme: 'light' }))
    await loadStores()
    world.failures['settings.update'] = { code: 'settings.unwritable' }
    const settings = useSettings()
    const update = settings.update({ theme: 'dark' })
    expect(settings.settings.theme).toBe('dark')
    await expect(update).rejects.toMatchObject({ code: 'settings.unwritable' })
    expect(settings.settings.theme).toBe('light')
  })
})

describe('stores', () => {
  it('follow main', async () => {
    const { emit, world } = useFakeBridge(worldOf('online'))
    await loadStores()
    const stores = useStores()
    expect(stores.active?.key).toBe('shop.akinon.net')
    emit('stores.changed', { ...world.stores, active: 'outlet.akinon.net' })
    expect(stores.active?.key).toBe('outlet.akinon.net')
    emit('stores.changed', { stores: [], active: null })
    expect(stores.active).toBeNull()
  })

  it('keep a signed-out store, and drop one whose copy is deleted', async () => {
    useFakeBridge(worldOf('online'))
    await loadStores()
    const stores = useStores()
    await stores.signOut('shop.akinon.net', false)
    expect(stores.active).toMatchObject({ key: 'shop.akinon.net', token: 'nowhere' })
    await stores.signOut('shop.akinon.net', true)
    expect(stores.all.map(({ key }) => key)).toEqual(['outlet.akinon.net'])
  })
})

describe('sync', () => {
  it('asks anew when another store is shown', async () => {
    useFakeBridge(worldOf('online'))
    await loadStores()
    await useStores().activate('outlet.akinon.net')
    await flushPromises()
    expect(useSync().status?.storeKey).toBe('outlet.akinon.net')
  })

  it('does not show what another store reports', async () => {
    const { emit } = useFakeBridge(worldOf('online'))
    await loadStores()
    emit('sync.changed', { ...idleStatus('outlet.akinon.net'), phase: 'running' })
    expect(useSync().status).toMatchObject({ storeKey: 'shop.akinon.net', phase: 'idle' })
  })

  it.each([
    ['syncing', true],
    ['waiting', true],
    ['paused', false],
    ['online', false],
  ] as const)('is busy: %s %s', async (scenario, isBusy) => {
    useFakeBridge(worldOf(scenario))
    await loadStores()
    expect(useSync().isBusy).toBe(isBusy)
  })

  it('passes on what main refuses', async () => {
    useFakeBridge(worldOf('syncing'))
    await loadStores()
    await expect(useSync().start()).rejects.toMatchObject({ code: 'sync.busy' })
  })
})

describe('notices', () => {
  it('keep the newest three', () => {
    useFakeBridge()
    const notices = useNotices()
    for (const text of ['one', 'two', 'three', 'four']) notices.say(text)
    expect(notices.toasts.map(({ text }) => text)).toEqual(['two', 'three', 'four'])
    notices.dismiss(notices.toasts[0]!.id)
    expect(notices.toasts).toHaveLength(2)
  })

  it('are a change for the screen reader even when the words are the same', () => {
    useFakeBridge()
    const notices = useNotices()
    notices.announce('3 items')
    const first = notices.announcement
    notices.announce('3 items')
    expect(notices.announcement).not.toBe(first)
    expect(notices.announcement.trim()).toBe('3 items')
  })
})
