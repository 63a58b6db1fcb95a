// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useItemDetail } from '../../../../src/renderer/src/stores/item-detail.ts'
import { useItems } from '../../../../src/renderer/src/stores/items.ts'
import ItemsView from '../../../../src/renderer/src/views/ItemsView.vue'
import { createFakeItems } from '../../../fakes/fake-items.ts'
import { worldOf } from '../../../fakes/fake-scenarios.ts'
import type { Scenario } from '../../../fakes/fake-scenarios.ts'
import { loadStores, mountInApp, useFakeBridge } from '../../../support/mount-app.ts'

describe('items screen', () => {
  let view: VueWrapper
  afterEach(() => view.unmount())

  async function show(count: number, scenario: Scenario = 'online') {
    // A page without layout has no heights: the grid gets one to draw rows in.
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(560)
    const fake = useFakeBridge({ ...worldOf(scenario), items: createFakeItems(count) })
    await loadStores()
    view = mountInApp(ItemsView)
    await vi.waitFor(() => expect(useItems().answer).not.toBeNull())
    await flushPromises()
    return fake
  }
  const press = (key: string, parts: object = {}) =>
    view.find('[role=grid]').trigger('keydown', { key, ...parts })
  const search = (text: string) => view.find('input[type=search]').setValue(text)

  it('follows the grid pattern: all rows counted, those in view drawn, one active', async () => {
    await show(5000)
    const grid = view.find('[role=grid]')
    expect(grid.attributes('aria-rowcount')).toBe('5001')
    expect(grid.attributes('aria-colcount')).toBe('8')
    const rows = view.findAll('[role=row][aria-selected]')
    expect(rows.length).toBeGreaterThan(9)
    expect(rows.length).toBeLessThan(30)
    expect(rows[0]?.attributes('aria-rowindex')).toBe('2')
    expect(grid.attributes('aria-activedescendant')).toBe(rows[0]?.attributes('id'))
    expect(view.find('[aria-sort]').text()).toBe('Changed')
  })

  it('moves, chooses and steps back by keys', async () => {
    await show(500)
    await press('ArrowDown')
    await press('ArrowDown')
    expect(useItems().activeIndex).toBe(2)
    await press(' ', { shiftKey: true })
    expect(view.findAll('[role=row][aria-selected=true]')).toHaveLength(1)
    await vi.waitFor(() => expect(view.text()).toContain('1 item selected'))
    await press('Escape')
    await vi.waitFor(() => expect(view.text()).not.toContain('item selected'))
    await press('Escape')
    expect(document.activeElement).toBe(view.find('input[type=search]').element)
  })

  it('marks what was found and names the field that the row does not show', async () => {
    await show(500)
    const { barcode } = useItems().rowAt(7)!
    await search(barcode ?? '')
    await vi.waitFor(() => expect(view.find('[role=gridcell] mark').text()).toBe(barcode))
    expect(view.find('[role=gridcell] .hit').text()).toBe(`Barcode ${barcode ?? ''}`)
  })

  it('says which filter hides what is looked for, and takes it away', async () => {
    await show(500)
    await useItems().setFilter('state', ['OrderStatus:100'])
    await search('there is no such thing')
    await vi.waitFor(() => expect(view.text()).toContain('Only items that pass these filters were searched'))
    expect(view.find('.filters').text()).toBe('State: Cancelled')
    const clear = view.findAll('button').find((one) => one.text() === 'Clear filters')!
    await clear.trigger('click')
    await vi.waitFor(() => expect(useItems().query.filters.state).toEqual([]))
  })

  it.each([
    ['never-synced', 'No items yet'],
    ['syncing', 'The first items are on their way'],
    ['offline', 'the store cannot be reached'],
    ['signed-out', 'Sign in to fetch the items'],
  ] as const)('teaches what to do when there is nothing: %s', async (scenario, words) => {
    await show(0, scenario)
    expect(view.text()).toContain(words)
  })

  it('shows the item that is looked at, with its price and its codes to copy', async () => {
    const fake = await show(500)
    await vi.waitFor(() => expect(view.find('aside h2').exists()).toBe(true))
    const row = useItems().rowAt(0)!
    expect(view.find('aside h2').text()).toBe(row.productName)
    expect(view.find('aside').text()).toMatch(/Discount\u2212₺400[.,]01/)
    await view.find('aside button[aria-label="Copy SKU"]').trigger('click')
    expect(fake.world.copied).toEqual([row.sku])
  })

  it('lists the order within the pane and looks at another item of it', async () => {
    await show(500)
    await vi.waitFor(() => expect(view.find('aside .order').exists()).toBe(true))
    await view.find('aside .order').trigger('click')
    await vi.waitFor(() => expect(view.findAll('aside .rows li').length).toBeGreaterThan(1))
    await view.findAll('aside .rows button')[1]!.trigger('click')
    await flushPromises()
    expect(useItemDetail().detail?.item.id).toBe(useItems().rowAt(1)?.id)
    expect(useItems().activeIndex).toBe(0)
  })

  it('opens the dialogs by their keys, and one at a time', async () => {
    await show(50)
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '?' }))
    await flushPromises()
    expect(view.text()).toContain('Row by row')
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', ctrlKey: true }))
    await flushPromises()
    expect(view.text()).not.toContain('Choose a place')
  })
})
