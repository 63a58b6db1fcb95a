// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import ItemGrid from '../../../../src/renderer/src/components/items/grid/ItemGrid.vue'
import { useItems } from '../../../../src/renderer/src/stores/items.ts'
import { useNotices } from '../../../../src/renderer/src/stores/notices.ts'
import { useSelection } from '../../../../src/renderer/src/stores/selection.ts'
import { useViews } from '../../../../src/renderer/src/stores/views.ts'
import { createFakeItems } from '../../../fakes/fake-items.ts'
import type { FakeBridge } from '../../../fakes/fake-bridge.ts'
import { worldOf } from '../../../fakes/fake-scenarios.ts'
import { loadStores, mountInApp, useFakeBridge } from '../../../support/mount-app.ts'

/** Which rows were drawn anew, by their number: what costs time while one scrolls. */
let drawn: number[] = []
const counting = {
  updated(this: { $options: { __name?: string }; $props: { index?: number } }) {
    if (this.$options.__name === 'GridRow') drawn.push(this.$props.index ?? -1)
  },
}

describe('the grid', () => {
  let view: VueWrapper
  let fake: FakeBridge
  const grid = () => view.find('[role=grid]')
  const rows = () => view.findAll('[role=row][aria-selected]')
  const press = (key: string, parts: object = {}) => grid().trigger('keydown', { key, ...parts })
  const activeText = () => {
    const id = grid().attributes('aria-activedescendant') ?? 'none'
    return { id, text: view.find(`[id="${id}"]`).text() }
  }
  async function scrollTo(top: number): Promise<void> {
    const scroller = view.find('.scroller')
    scroller.element.scrollTop = top
    await scroller.trigger('scroll')
    await nextTick()
  }

  beforeEach(async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(560)
    fake = useFakeBridge({ ...worldOf('online'), items: createFakeItems(5000) })
    await loadStores()
    view = mountInApp(ItemGrid, {}, [counting])
    useItems().open()
    useViews().open()
    await vi.waitFor(() => expect(useItems().answer).not.toBeNull())
    await flushPromises()
    drawn = []
  })
  afterEach(() => view.unmount())

  it('draws a row anew only where another one takes its place', async () => {
    await scrollTo(56 * 40)
    const elements = new Map(rows().map((row) => [row.attributes('aria-rowindex'), row.element]))
    drawn = []
    await scrollTo(56 * 40 + 20)
    expect(drawn.length).toBeLessThanOrEqual(1)
    drawn = []
    await scrollTo(56 * 43 + 20)
    // Three rows went out above, three others came in below in their pieces.
    expect(drawn).toHaveLength(3)
    const kept = rows().filter((row) => elements.has(row.attributes('aria-rowindex')))
    expect(kept.length).toBeGreaterThan(15)
    for (const row of kept) expect(row.element).toBe(elements.get(row.attributes('aria-rowindex')))
    const numbers = rows().map((row) => Number(row.attributes('aria-rowindex')))
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  })

  it('draws the two rows anew between which the eye moves', async () => {
    await press('ArrowDown')
    expect(drawn.sort()).toEqual([0, 1])
  })

  it('puts each row where it belongs, the last one at the very end', async () => {
    await press('End')
    await flushPromises()
    const last = rows().at(-1)!
    expect(last.attributes('aria-rowindex')).toBe('5001')
    expect((last.element as HTMLElement).style.top).toBe(`${4999 * 56}px`)
    expect(view.find('.scroller').element.scrollTop).toBe(5000 * 56 - 560)
    await press('PageUp')
    expect(useItems().activeIndex).toBe(4999 - 9)
  })

  it('names the cell that is looked at, and the row before the first', async () => {
    expect(activeText().id).toBe('items-row-0')
    await press('ArrowRight')
    await press('ArrowRight')
    await press('ArrowRight')
    expect(activeText().text).toContain(useItems().rowAt(0)?.productName)
    expect(view.find('.here').attributes('aria-colindex')).toBe('3')
    await press('ArrowDown')
    expect(activeText().id).toBe('items-row-1-cell')
    for (let step = 0; step < 20; step++) await press('ArrowRight')
    expect(view.find('.here').attributes('aria-colindex')).toBe('8')
    for (let step = 0; step < 8; step++) await press('ArrowLeft')
    expect(activeText().id).toBe('items-row-1')
  })

  it('counts and names its columns as they are shown', async () => {
    await useViews().setColumns([
      { id: 'barcode', width: 200 },
      { id: 'retailPrice', width: null },
    ])
    await nextTick()
    expect(grid().attributes('aria-colcount')).toBe('4')
    const heads = view.findAll('[data-column]')
    expect(heads.map((head) => head.find('button').text())).toEqual(['Barcode', 'Retail price'])
    expect(heads.map((head) => head.attributes('aria-colindex'))).toEqual(['3', '4'])
    const [, , barcode, price] = rows()[0]!.findAll('[role=gridcell]')
    expect(barcode!.text()).toBe(useItems().rowAt(0)?.barcode)
    expect(price!.text()).toMatch(/^₺1[.,]000[.,]00$/)
  })

  it('copies the cell, without a selection', async () => {
    for (let step = 0; step < 5; step++) await press('ArrowRight')
    await press('c', { ctrlKey: true })
    await flushPromises()
    const sku = useItems().rowAt(0)!.sku
    expect(fake.world.copied).toEqual([sku])
    expect(useNotices().toasts.at(-1)?.text).toBe(`Copied: ${sku ?? ''}`)
  })

  it('copies the chosen rows with the columns that are shown', async () => {
    await useViews().setColumns([
      { id: 'sku', width: null },
      { id: 'netAmount', width: null },
    ])
    await press(' ', { shiftKey: true })
    await press('ArrowDown', { shiftKey: true })
    await vi.waitFor(() => expect(useSelection().count).toBe(2))
    await press('c', { metaKey: true })
    await vi.waitFor(() => expect(fake.world.copied).toHaveLength(1))
    const [first, second] = [useItems().rowAt(0)!, useItems().rowAt(1)!]
    expect(fake.world.copied[0]).toBe(
      [
        'SKU\tNet amount\tCurrency',
        `${first.sku ?? ''}\t${first.netAmount ?? ''}\tTRY`,
        `${second.sku ?? ''}\t${second.netAmount ?? ''}\tTRY`,
      ].join('\n'),
    )
    expect(useNotices().toasts.at(-1)?.text).toBe('2 rows copied')
  })

  it('says so where too many rows are chosen to be copied', async () => {
    Object.assign(fake.bridge.selection, {
      chooseRows: () => Promise.resolve({ ok: true, value: { all: 5001, shown: 5000 } }),
    })
    await press('a', { ctrlKey: true })
    await flushPromises()
    await press('c', { ctrlKey: true })
    await flushPromises()
    expect(fake.world.copied).toEqual([])
    expect(useNotices().toasts.at(-1)?.text).toMatch(/^Up to 5.000 rows can be copied/)
  })

  it('chooses by the box, and all between with Shift', async () => {
    const boxOf = (at: number) => rows()[at]!.find('input')
    await boxOf(1).trigger('click')
    await boxOf(4).trigger('click', { shiftKey: true })
    await vi.waitFor(() => expect(useSelection().count).toBe(4))
    expect(view.findAll('[aria-selected=true]')).toHaveLength(4)
    // The row that is looked at stays.
    expect(useItems().activeIndex).toBe(0)
    await press('Escape')
    await vi.waitFor(() => expect(view.findAll('[aria-selected=true]')).toHaveLength(0))
    expect(boxOf(1).element.checked).toBe(false)
  })

  it('chooses with Space only where the box is looked at', async () => {
    await press(' ')
    expect(view.emitted('zoom')).toHaveLength(1)
    await press('ArrowRight')
    await press(' ')
    expect(useItems().rowAt(0)?.selected).toBe(true)
    expect(view.emitted('zoom')).toHaveLength(1)
  })

  it('sorts by any column, and keeps every key of its header to one tab stop', async () => {
    await view.get('[data-column=sku] button').trigger('click')
    await vi.waitFor(() => expect(useItems().shownQuery.sort.column).toBe('sku'))
    expect(view.get('[data-column=sku]').attributes('aria-sort')).toBe('ascending')
    const stops = () => view.findAll('[data-column] [tabindex="0"]')
    expect(stops()).toHaveLength(2)
    await stops()[0]!.trigger('keydown', { key: 'ArrowRight' })
    await nextTick()
    expect(document.activeElement?.closest('[data-column]')?.getAttribute('data-column')).toBe('order')
    expect(stops()).toHaveLength(2)
  })

  it('resizes by keys and by dragging the edge, and keeps it', async () => {
    const edge = () => view.get('[data-column=sku] [role=separator]')
    expect(edge().attributes('aria-valuenow')).toBe('124')
    await edge().trigger('keydown', { key: 'ArrowRight' })
    await flushPromises()
    expect(edge().attributes('aria-valuenow')).toBe('132')
    await edge().trigger('pointerdown', { button: 0, clientX: 500 })
    window.dispatchEvent(new MouseEvent('pointermove', { clientX: 560 }))
    expect(useViews().columns.find(({ id }) => id === 'sku')?.width).toBe(192)
    window.dispatchEvent(new MouseEvent('pointerup', { clientX: 560 }))
    await flushPromises()
    const kept = () => fake.world.views['shop.akinon.net']!.columns.find(({ id }) => id === 'sku')?.width
    expect(kept()).toBe(192)
    await edge().trigger('dblclick')
    await flushPromises()
    expect(kept()).toBeNull()
    // Dragging an edge is no press of the header.
    expect(useItems().query.sort.column).toBe('modifiedDate')
  })

  it('moves a column that is dragged by its header, which is then no press of it', async () => {
    const order = () => useViews().columns.map(({ id }) => id)
    view.findAll('[data-column]').forEach((head, at) => {
      vi.spyOn(head.element, 'getBoundingClientRect').mockReturnValue(new DOMRect(at * 100, 0, 90, 36))
    })
    const head = view.get('[data-column=state]')
    await head.trigger('pointerdown', { button: 0, clientX: 330 })
    window.dispatchEvent(new MouseEvent('pointermove', { clientX: 120 }))
    await nextTick()
    expect(view.find('.after').attributes('data-column')).toBe('product')
    window.dispatchEvent(new MouseEvent('pointerup', { clientX: 120 }))
    await head.find('button').trigger('click')
    await flushPromises()
    expect(order()).toEqual(['product', 'state', 'order', 'sku', 'netAmount', 'modifiedDate'])
    expect(useNotices().announcement).toBe('State: place 2 of 6')
    expect(useItems().query.sort.column).toBe('modifiedDate')
    // The next press sorts, also one by a key, which no pointer came before.
    await new Promise((resolve) => setTimeout(resolve))
    await head.find('button').trigger('click')
    expect(useItems().query.sort).toEqual({ column: 'state', direction: 'ascending' })
    await head.find('button').trigger('pointerdown', { button: 0, clientX: 130 })
    window.dispatchEvent(new MouseEvent('pointerup', { clientX: 132 }))
    await head.find('button').trigger('click')
    expect(useItems().query.sort).toEqual({ column: 'state', direction: 'descending' })
  })
})
