// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ViewTabs from '../../../../src/renderer/src/components/items/views/ViewTabs.vue'
import { useItems } from '../../../../src/renderer/src/stores/items.ts'
import { useNotices } from '../../../../src/renderer/src/stores/notices.ts'
import { useViews } from '../../../../src/renderer/src/stores/views.ts'
import { standardColumns } from '../../../../src/shared/grid-columns.ts'
import { createFakeItems } from '../../../fakes/fake-items.ts'
import type { FakeItems } from '../../../fakes/fake-items.ts'
import type { FakeBridge } from '../../../fakes/fake-bridge.ts'
import { worldOf } from '../../../fakes/fake-scenarios.ts'
import { loadStores, mountInApp, useFakeBridge } from '../../../support/mount-app.ts'

describe('saved views', () => {
  let fake: FakeBridge
  let fakeItems: FakeItems
  let tabs: VueWrapper
  const items = () => useItems()
  const views = () => useViews()
  const kept = () => fake.world.views['shop.akinon.net']!
  const tab = (text: string) => tabs.findAll('nav button.view').find((one) => one.text().startsWith(text))!
  const current = () => tabs.find('[aria-current]').text().replace(/\s+/g, ' ')
  const button = (text: string) => tabs.findAll('button').find((one) => one.text() === text)!

  beforeEach(async () => {
    fakeItems = createFakeItems(600)
    fake = useFakeBridge({ ...worldOf('online'), items: fakeItems })
    await loadStores()
    tabs = mountInApp(ViewTabs)
    items().open()
    views().open()
    await vi.waitFor(() => expect(items().answer).not.toBeNull())
    await flushPromises()
  })
  afterEach(() => tabs.unmount())

  async function saveAs(name: string) {
    await button('Save view').trigger('click')
    await flushPromises()
    await tabs.find('dialog input').setValue(name)
    await tabs.find('dialog form').trigger('submit')
    await flushPromises()
  }
  async function menu(text: string) {
    await tabs.find('.opener[aria-label^=View]').trigger('click')
    await button(text).trigger('click')
    await flushPromises()
  }

  it('keep search, filters, order and columns under a name, and count what they find', async () => {
    await items().setSearch('keten')
    await items().setFilter('priceCurrency', ['EUR'])
    await views().setColumns([{ id: 'sku', width: 200 }])
    const { total } = items()
    await saveAs(' Euro ')
    expect(kept().views).toMatchObject([
      { name: 'Euro', query: { search: 'keten' }, columns: [{ id: 'sku', width: 200 }] },
    ])
    expect(current()).toBe(`Euro ${total}`)
    await tab('All items').trigger('click')
    await flushPromises()
    // What the view asked for is not left behind.
    expect(items().query.search).toBe('')
    expect(items().total).toBe(600)
    await tab('Euro').trigger('click')
    await flushPromises()
    expect(items().total).toBe(total)
  })

  it('say that they were changed, keep the change or drop it', async () => {
    await saveAs('Mine')
    expect(tabs.find('.changed').exists()).toBe(false)
    await items().setFilter('kind', ['part'])
    expect(tabs.find('.changed').text()).toBe('changed')
    await menu('Discard changes')
    expect(items().query.filters.kind).toEqual([])
    expect(tabs.find('.changed').exists()).toBe(false)
    await views().setColumns([{ id: 'state', width: null }])
    expect(views().isChanged).toBe(true)
    expect(kept().views[0]!.columns).toHaveLength(6)
    await menu('Save changes')
    expect(kept().views[0]!.columns).toEqual([{ id: 'state', width: null }])
    expect(views().isChanged).toBe(false)
    // The store's own columns are another matter.
    await tab('All items').trigger('click')
    expect(views().columns).toEqual(standardColumns)
  })

  it('are renamed, moved and deleted, each name once', async () => {
    await saveAs('One')
    await saveAs('Two')
    await menu('Move left')
    expect(kept().views.map(({ name }) => name)).toEqual(['Two', 'One'])
    expect(useNotices().announcement).toBe('Two: place 1 of 2')
    // The menu stays open for another step.
    await button('Rename…').trigger('click')
    await flushPromises()
    const field = () => tabs.findAll('dialog input').at(-1)!
    await field().setValue('ONE')
    await tabs.findAll('dialog form').at(-1)!.trigger('submit')
    expect(tabs.text()).toContain('There is already a view by this name.')
    await field().setValue('Three')
    await tabs.findAll('dialog form').at(-1)!.trigger('submit')
    await flushPromises()
    expect(kept().views.map(({ name }) => name)).toEqual(['Three', 'One'])
    await menu('Delete…')
    expect(kept().views).toHaveLength(2)
    await button('Delete view').trigger('click')
    await flushPromises()
    expect(kept().views.map(({ name }) => name)).toEqual(['One'])
    expect(views().openView).toBeNull()
    expect(current()).toMatch(/^All items/)
  })

  it('count anew when a sync brings something, once for many pages', async () => {
    vi.useFakeTimers()
    try {
      await views().saveAs('All')
      await vi.advanceTimersByTimeAsync(2000)
      const asked = () => fake.world.asked.filter(({ name }) => name === 'items.count').length
      const before = asked()
      for (let page = 0; page < 5; page++) {
        fakeItems.addOnTop(10)
        fake.emit('items.changed', { storeKey: 'shop.akinon.net', revision: fakeItems.revision })
        await vi.advanceTimersByTimeAsync(100)
      }
      await vi.advanceTimersByTimeAsync(3000)
      expect(current()).toBe('All 650')
      expect(asked() - before).toBeLessThanOrEqual(2)
    } finally {
      vi.useRealTimers()
    }
  })

  it('go back when they cannot be kept, and say so', async () => {
    fake.world.failures['views.save'] = { code: 'settings.unwritable' }
    await saveAs('Mine')
    expect(views().views).toEqual([])
    expect(useNotices().toasts.at(-1)?.error?.code).toBe('settings.unwritable')
  })

  it('belong to their store', async () => {
    await saveAs('Mine')
    await views().setColumns([{ id: 'sku', width: null }])
    const { stores } = fake.world.stores
    fake.world.stores = { stores, active: 'outlet.akinon.net' }
    fake.emit('stores.changed', fake.world.stores)
    await flushPromises()
    expect(views().views).toEqual([])
    expect(views().columns).toEqual(standardColumns)
    fake.world.stores = { stores, active: 'shop.akinon.net' }
    fake.emit('stores.changed', fake.world.stores)
    await flushPromises()
    expect(views().views.map(({ name }) => name)).toEqual(['Mine'])
  })

  it('never write over what was not read yet', async () => {
    tabs.unmount()
    fake = useFakeBridge({ ...worldOf('online'), items: fakeItems })
    await loadStores()
    fake.world.failures['views.get'] = { code: 'internal' }
    views().open()
    await expect(views().setColumns([{ id: 'sku', width: null }])).rejects.toMatchObject({ code: 'internal' })
    expect(fake.world.asked.some(({ name }) => name === 'views.save')).toBe(false)
    tabs = mountInApp(ViewTabs)
  })
})

describe('the columns menu', () => {
  let tabs: VueWrapper
  afterEach(() => tabs.unmount())

  it('shows, hides, moves and resets by keyboard, and says what happened', async () => {
    const fake = useFakeBridge({ ...worldOf('online'), items: createFakeItems(20) })
    await loadStores()
    tabs = mountInApp(ViewTabs)
    useItems().open()
    useViews().open()
    await flushPromises()
    const shown = () => useViews().columns.map(({ id }) => id)
    await tabs
      .findAll('button')
      .find((one) => one.text() === 'Columns')!
      .trigger('click')
    await tabs.get('[data-column=barcode] input').setValue(true)
    await flushPromises()
    expect(shown().at(-1)).toBe('barcode')
    expect(document.activeElement?.closest('[data-column]')?.getAttribute('data-column')).toBe('barcode')
    await tabs.get('[aria-label="Move Barcode up"]').trigger('click')
    await flushPromises()
    expect(shown().slice(-2)).toEqual(['barcode', 'modifiedDate'])
    expect(useNotices().announcement).toBe('Barcode: place 6 of 7')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Barcode up')
    await tabs.get('[data-column=sku] input').setValue(false)
    await flushPromises()
    expect(shown()).not.toContain('sku')
    expect(fake.world.views['shop.akinon.net']!.columns.map(({ id }) => id)).toEqual(shown())
    await tabs
      .findAll('button')
      .find((one) => one.text() === 'Reset columns')!
      .trigger('click')
    await flushPromises()
    expect(useViews().columns).toEqual(standardColumns)
  })

  it('lets the last column stay', async () => {
    useFakeBridge({ ...worldOf('online'), items: createFakeItems(20) })
    await loadStores()
    tabs = mountInApp(ViewTabs)
    useViews().open()
    await useViews().setColumns([{ id: 'sku', width: null }])
    await tabs
      .findAll('button')
      .find((one) => one.text() === 'Columns')!
      .trigger('click')
    expect(tabs.get('[data-column=sku] input').attributes('disabled')).toBeDefined()
  })
})
