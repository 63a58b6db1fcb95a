// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useItemDetail } from '../../../../src/renderer/src/stores/item-detail.ts'
import { useItems } from '../../../../src/renderer/src/stores/items.ts'
import { allItems } from '../../../../src/shared/item-query.ts'
import type { ItemQuery } from '../../../../src/shared/item-query.ts'
import { createFakeItems } from '../../../fakes/fake-items.ts'
import { worldOf } from '../../../fakes/fake-scenarios.ts'
import { loadStores, useFakeBridge } from '../../../support/mount-app.ts'

async function openItems(count = 1000) {
  const fakeItems = createFakeItems(count)
  const fake = useFakeBridge({ ...worldOf('online'), items: fakeItems })
  await loadStores()
  const items = useItems()
  items.open()
  await vi.waitFor(() => expect(items.answer).not.toBeNull())
  const changed = () =>
    fake.emit('items.changed', { storeKey: 'shop.akinon.net', revision: fakeItems.revision })
  const visible = () => Array.from({ length: 10 }, (_none, at) => items.rowAt(300 + at)?.id)
  return { fake, fakeItems, items, changed, visible }
}
type Opened = Awaited<ReturnType<typeof openItems>>

it('makes the newest item active as soon as the first ones come', async () => {
  const { fakeItems, items, changed } = await openItems(0)
  expect(items.activeId).toBeNull()
  fakeItems.addOnTop(100)
  changed()
  await vi.waitFor(() => expect(items.total).toBe(100))
  expect(items.activeIndex).toBe(0)
  expect(items.activeId).toBe(items.rowAt(0)?.id)
  // It stays the one that is looked at when more come above it.
  const { activeId } = items
  fakeItems.addOnTop(50)
  changed()
  await vi.waitFor(() => expect(items.total).toBe(150))
  expect(items.activeId).toBe(activeId)
})

describe('items', () => {
  let opened: Opened
  beforeEach(async () => {
    opened = await openItems()
  })

  it('opens with all items, the newest one active', () => {
    const { items } = opened
    expect(items.total).toBe(1000)
    expect(items.activeIndex).toBe(0)
    expect(items.activeId).toBe(items.rowAt(0)?.id)
  })

  it('asks at every key stroke and shows the newest answer alone', async () => {
    const { fake, fakeItems, items } = opened
    const answers: { search: string; give: () => void }[] = []
    const real = fakeItems.handlers['items.query']
    const query = (input: ItemQuery) =>
      new Promise((give) => {
        const value = real(input)
        answers.push({ search: input.search, give: () => give({ ok: true, value }) })
      })
    Object.assign(fake.bridge.items, { query })
    const typed = ['k', 'ke', 'kemer'].map((text) => items.setSearch(text))
    await vi.waitFor(() => expect(answers).toHaveLength(3))
    answers[2]!.give()
    await typed[2]
    const { total } = items
    expect(items.shownQuery.search).toBe('kemer')
    answers[0]!.give()
    answers[1]!.give()
    await Promise.all(typed)
    expect(items.shownQuery.search).toBe('kemer')
    expect(items.total).toBe(total)
    expect(total).toBeLessThan(1000)
  })

  it('keeps the row under the eye where it was when rows come in above', async () => {
    const { fakeItems, items, changed, visible } = opened
    items.look({ first: 300, end: 310 })
    await vi.waitFor(() => expect(items.rowAt(300)).toBeDefined())
    const before = visible()
    fakeItems.addOnTop(37)
    changed()
    await vi.waitFor(() => expect(items.total).toBe(1037))
    expect(items.landing).toEqual({ kind: 'shift', rows: 37 })
    // The moved rows are here at once: no grey bars flash by.
    expect(Array.from({ length: 10 }, (_none, at) => items.rowAt(337 + at)?.id)).toEqual(before)
  })

  it('holds on to the next row where the one under the eye has gone', async () => {
    const { fakeItems, items, changed } = opened
    items.look({ first: 300, end: 310 })
    await vi.waitFor(() => expect(items.rowAt(300)).toBeDefined())
    const second = items.rowAt(301)!.id
    fakeItems.remove(items.rowAt(300)!.id)
    fakeItems.addOnTop(5)
    changed()
    await vi.waitFor(() => expect(items.total).toBe(1004))
    expect(items.landing).toEqual({ kind: 'shift', rows: 4 })
    expect(items.rowAt(305)?.id).toBe(second)
  })

  it('keeps the active item active wherever it moves, and its details fresh', async () => {
    const { fake, fakeItems, items, changed } = opened
    const detail = useItemDetail()
    items.activate(4)
    const { activeId } = items
    await vi.waitFor(() => expect(detail.detail?.item.id).toBe(activeId))
    const asked = fake.world.asked.filter(({ name }) => name === 'items.detail').length
    fakeItems.addOnTop(3)
    changed()
    await vi.waitFor(() => expect(items.activeIndex).toBe(7))
    expect(items.activeId).toBe(activeId)
    await vi.waitFor(() =>
      expect(fake.world.asked.filter(({ name }) => name === 'items.detail').length).toBeGreaterThan(asked),
    )
  })

  it('ignores changes of another store and of what it has seen', async () => {
    const { fake, fakeItems } = opened
    const asked = () => fake.world.asked.filter(({ name }) => name === 'items.query').length
    const before = asked()
    fake.emit('items.changed', { storeKey: 'outlet.akinon.net', revision: 99 })
    fake.emit('items.changed', { storeKey: 'shop.akinon.net', revision: fakeItems.revision })
    await Promise.resolve()
    expect(asked()).toBe(before)
  })

  it('asks the query again when the cache no longer holds the answer', async () => {
    const { fakeItems, items } = opened
    for (let turn = 0; turn < 4; turn++) await fakeItems.handlers['items.query'](allItems)
    const first = items.answer?.queryId
    items.look({ first: 500, end: 510 })
    await vi.waitFor(() => expect(items.answer?.queryId).not.toBe(first))
    await vi.waitFor(() => expect(items.rowAt(505)).toBeDefined())
  })

  it('takes the row of a far jump when it has come', async () => {
    const { items } = opened
    items.activate(950)
    expect(items.activeIndex).toBe(950)
    items.look({ first: 945, end: 955 })
    await vi.waitFor(() => expect(items.activeId).toBe(items.rowAt(950)?.id))
  })

  it('opens what the text names exactly, though its answer is still under way', async () => {
    const { items } = opened
    const wanted = items.rowAt(42)!
    void items.setSearch(wanted.barcode ?? '')
    expect(await items.openExact()).toBe(true)
    expect(items.activeId).toBe(wanted.id)
    void items.setSearch('keten')
    expect(await items.openExact()).toBe(false)
  })

  it('says why nothing can be shown, and recovers', async () => {
    const { fake, items } = opened
    fake.world.failures['items.query'] = { code: 'cache.failed' }
    await items.setSearch('x')
    expect(items.error?.code).toBe('cache.failed')
    fake.world.failures = {}
    await items.refresh()
    expect(items.error).toBeNull()
  })

  it('leaves out what a filter leaves out, and shows all again without it', async () => {
    const { items } = opened
    await items.setFilter('priceCurrency', ['EUR'])
    expect(items.total).toBeGreaterThan(10)
    expect(items.total).toBeLessThan(100)
    expect(items.rowAt(0)?.priceCurrency).toBe('EUR')
    await items.setFilter('netAmount', { from: null, to: '24.8999' })
    expect(items.total).toBe(0)
    expect(items.isFiltered).toBe(true)
    await items.setSearch('keten')
    await items.clearFilters()
    expect(items.query.search).toBe('keten')
    expect(items.total).toBeGreaterThan(100)
  })

  it('takes another query as a whole, and what happens to it later is its own', async () => {
    const { items } = opened
    const wanted: ItemQuery = {
      search: 'keten',
      filters: { ...allItems.filters, kind: ['part'] },
      sort: { column: 'sku', direction: 'ascending' },
    }
    await items.setQuery(wanted)
    expect(items.shownQuery).toEqual(wanted)
    expect(items.landing).toEqual({ kind: 'top' })
    await items.setFilter('kind', [])
    expect(wanted.filters.kind).toEqual(['part'])
  })

  it('turns a sort round, and begins another column its own way', async () => {
    const { items } = opened
    await items.sortBy('modifiedDate')
    expect(items.query.sort).toEqual({ column: 'modifiedDate', direction: 'ascending' })
    await items.sortBy('product')
    expect(items.query.sort).toEqual({ column: 'product', direction: 'ascending' })
    expect(items.landing).toEqual({ kind: 'top' })
  })
})
