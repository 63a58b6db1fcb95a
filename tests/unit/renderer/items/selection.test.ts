// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useItems } from '../../../../src/renderer/src/stores/items.ts'
import { useSelection } from '../../../../src/renderer/src/stores/selection.ts'
import type { SelectionCount } from '../../../../src/shared/item-query.ts'
import { createFakeItems } from '../../../fakes/fake-items.ts'
import { worldOf } from '../../../fakes/fake-scenarios.ts'
import { loadStores, useFakeBridge } from '../../../support/mount-app.ts'

async function open() {
  const fakeItems = createFakeItems(1000)
  const fake = useFakeBridge({ ...worldOf('online'), items: fakeItems })
  await loadStores()
  const items = useItems()
  items.open()
  await vi.waitFor(() => expect(items.answer).not.toBeNull())
  const asked = (name: string) => fake.world.asked.filter((one) => one.name === name)
  return { fake, fakeItems, items, selection: useSelection(), asked }
}
type Opened = Awaited<ReturnType<typeof open>>

describe('the selection', () => {
  let opened: Opened
  beforeEach(async () => {
    opened = await open()
  })

  /** The row at a position, as it is now. */
  const row = (index: number) => opened.items.rowAt(index)!

  it('shows a press at once, before the worker has heard of it', () => {
    const { selection } = opened
    void selection.toggle(row(3))
    expect(row(3).selected).toBe(true)
    expect(row(4).selected).toBe(false)
    void selection.toggle(row(3))
    expect(row(3).selected).toBe(false)
  })

  it('survives sort, filter and search, and is copied though it is hidden', async () => {
    const { items, selection } = opened
    const { id } = row(3)
    await selection.toggle(row(3))
    await items.sortBy('netAmount')
    await items.setSearch('no such thing')
    expect(selection.count).toBe(1)
    expect((await selection.rows()).map((one) => one.id)).toEqual([id])
    await items.setSearch('')
    items.activate(0)
    const found = Array.from({ length: 100 }, (_none, at) => row(at)).find((one) => one.id === id)
    if (found) expect(found.selected).toBe(true)
  })

  it('takes a whole result in one question, and rows that come later show it', async () => {
    const { items, selection, asked } = opened
    await selection.selectAll()
    expect(selection.count).toBe(1000)
    expect(selection.isAll).toBe(true)
    expect(asked('selection.chooseRows')).toHaveLength(1)
    expect(asked('items.window')).toHaveLength(0)
    items.look({ first: 700, end: 710 })
    await vi.waitFor(() => expect(items.rowAt(705)).toBeDefined())
    expect(row(705).selected).toBe(true)
    await selection.toggle(row(705))
    expect([selection.count, selection.isAll, selection.isSome]).toEqual([999, false, true])
  })

  it('chooses rows that are not here, and says so of those that are', async () => {
    const { selection } = opened
    await selection.chooseBetween(700, 90)
    expect(selection.count).toBe(611)
    expect([row(89).selected, row(90).selected, row(99).selected]).toEqual([false, true, true])
  })

  it('is all, some or none of what is shown, whatever other filters hide', async () => {
    const { items, selection } = opened
    await selection.toggle(row(0))
    await items.setFilter('priceCurrency', ['EUR'])
    expect(row(0).priceCurrency).toBe('EUR')
    expect([selection.count, selection.isSome]).toEqual([1, false])
    await selection.toggleAll()
    expect(selection.isAll).toBe(true)
    expect(selection.count).toBe(items.total + 1)
    await selection.toggleAll()
    expect([selection.count, selection.isAll, selection.isSome]).toEqual([1, false, false])
    await selection.clear()
    expect(selection.count).toBe(0)
  })

  it('believes the newest answer, however late the others are', async () => {
    const { fake, selection } = opened
    const answers: ((count: SelectionCount) => void)[] = []
    const choose = () => new Promise((give) => answers.push((value) => give({ ok: true, value })))
    Object.assign(fake.bridge.selection, { choose })
    const both = [selection.toggle(row(1)), selection.toggle(row(2))]
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    answers[1]!({ all: 2, shown: 2 })
    await both[1]
    answers[0]!({ all: 1, shown: 1 })
    await both[0]
    expect(selection.count).toBe(2)
  })

  it('shows a press on rows of an answer that was asked before it and comes after', async () => {
    const { fake, fakeItems, items, selection } = opened
    const real = fakeItems.handlers['items.query']
    let give = (): void => undefined
    Object.assign(fake.bridge.items, {
      query: async (input: Parameters<typeof real>[0]) => {
        const value = await real(input)
        await new Promise<void>((resolve) => (give = resolve))
        return { ok: true, value }
      },
    })
    const { id } = row(6)
    const coming = items.setFilter('listing', ['listed'])
    await flushPromises()
    await selection.toggle(row(6))
    give()
    await coming
    await flushPromises()
    const shown = Array.from({ length: 100 }, (_none, at) => row(at))
    expect(shown.filter((one) => one.selected).map((one) => one.id)).toEqual([id])
    expect(selection.count).toBe(1)
  })

  it('takes back what did not come true', async () => {
    const { fake, selection } = opened
    fake.world.failures['selection.choose'] = { code: 'cache.failed' }
    await expect(selection.toggle(row(2))).rejects.toMatchObject({ code: 'cache.failed' })
    fake.world.failures = {}
    await vi.waitFor(() => expect(row(2).selected).toBe(false))
    expect(selection.count).toBe(0)
  })
})
