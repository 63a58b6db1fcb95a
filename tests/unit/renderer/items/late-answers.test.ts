// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import ItemGrid from '../../../../src/renderer/src/components/items/grid/ItemGrid.vue'
import { useFacets } from '../../../../src/renderer/src/stores/facets.ts'
import { useItems } from '../../../../src/renderer/src/stores/items.ts'
import { useViews } from '../../../../src/renderer/src/stores/views.ts'
import { createFakeItems } from '../../../fakes/fake-items.ts'
import { worldOf } from '../../../fakes/fake-scenarios.ts'
import { loadStores, mountInApp, useFakeBridge } from '../../../support/mount-app.ts'

async function openShop(count = 50) {
  const fake = useFakeBridge({ ...worldOf('online'), items: createFakeItems(count) })
  await loadStores()
  const items = useItems()
  items.open()
  await vi.waitFor(() => expect(items.answer).not.toBeNull())
  return { fake, items }
}

async function showGrid(count: number) {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(560)
  const { items } = await openShop(count)
  useViews().open()
  const view = mountInApp(ItemGrid)
  await flushPromises()
  return { items, view, rows: () => view.findAll('[role=row][aria-selected]') }
}

describe('another store', () => {
  it('does not show what was counted of the one before', async () => {
    const { fake } = await openShop()
    const facets = useFacets()
    facets.follow()
    await vi.waitFor(() => expect(facets.facets).not.toBeNull())
    const [shop] = fake.world.stores.stores
    const other = { ...shop!, key: 'other.akinon.net', origin: 'https://other.akinon.net' }
    fake.world.failures['items.query'] = { code: 'cache.failed' }
    fake.emit('stores.changed', { stores: [shop!, other], active: other.key })
    await flushPromises()
    expect(facets.facets).toBeNull()
  })

  it('that is none shows no answer that comes late', async () => {
    const { fake, items } = await openShop()
    const late = items.refresh()
    fake.emit('stores.changed', { stores: [], active: null })
    await late
    await flushPromises()
    expect(items.answer).toBeNull()
  })
})

it('views that could not be read are read before one is saved', async () => {
  const { fake } = await openShop()
  fake.world.views['shop.akinon.net'] = { columns: [{ id: 'sku', width: null }], views: [] }
  fake.world.failures['views.get'] = { code: 'cache.failed' }
  const views = useViews()
  views.open()
  await flushPromises()
  fake.world.failures = {}
  await views.saveAs('Mine')
  expect(views.views.map(({ name }) => name)).toEqual(['Mine'])
  expect(fake.world.views['shop.akinon.net'].columns).toEqual([{ id: 'sku', width: null }])
})

describe('the grid', () => {
  it('draws the rows of a search at once, also right after the thumb was dragged', async () => {
    const { items, view, rows } = await showGrid(5000)
    const scroller = view.find('.scroller')
    for (const row of [1000, 3000]) {
      scroller.element.scrollTop = 56 * row
      await scroller.trigger('scroll')
      await nextTick()
    }
    await items.setSearch('kemer')
    await flushPromises()
    expect(items.total).toBeGreaterThan(0)
    expect(rows()[0]?.attributes('aria-rowindex')).toBe('2')
    view.unmount()
  })

  it('shows in each box what its row is, also where a press left the row as it was', async () => {
    const { items, view, rows } = await showGrid(500)
    const box = (at: number) => rows()[at]!.find<HTMLInputElement>('input').element
    const press = async (at: number, shiftKey = false) => {
      box(at).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }))
      await flushPromises()
    }
    await press(1)
    await press(4, true)
    await press(3, true)
    const chosen = [0, 1, 2, 3, 4, 5].map((at) => items.rowAt(at)?.selected)
    expect(chosen).toEqual([false, true, true, true, true, false])
    expect([0, 1, 2, 3, 4, 5].map((at) => box(at).checked)).toEqual(chosen)
    view.unmount()
  })
})
