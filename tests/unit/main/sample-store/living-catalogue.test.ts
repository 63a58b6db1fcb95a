import { describe, expect, it } from 'vitest'
import { createSampleCatalogue } from '../../../../src/main/sample-store/generator.ts'
import { createLivingCatalogue } from '../../../../src/main/sample-store/living-catalogue.ts'

const now = Date.UTC(2026, 0, 5)

function setUp(items = 20) {
  const catalogue = createSampleCatalogue({ items, imageOrigin: null, now })
  const living = createLivingCatalogue(catalogue, () => now)
  const idAt = (index: number) => catalogue.itemIdOf(index)
  const ids = () => living.slice(0, 1_000).map((item) => item.simple()['id'])
  return { catalogue, living, idAt, ids }
}

describe('the living catalogue', () => {
  it('lists the newest first', () => {
    const { living, idAt, ids } = setUp()
    expect(ids()).toEqual(Array.from({ length: 20 }, (_, place) => idAt(19 - place)))
    expect(living.slice(3, 5).map((item) => item.full()['id'])).toEqual([idAt(16), idAt(15)])
  })

  it('shows a new state in both shapes, with a later date each time', () => {
    const { catalogue, living, idAt } = setUp()
    const dates = [catalogue.simpleItemJson(4)['modified_date']]
    for (const code of ['500', '550']) {
      living.changeState(4, code)
      const item = living.item(idAt(4))!
      expect(item.full()['state']).toMatchObject({ enum_class: 'OrderStatus', enum_value: code })
      expect(item.simple()['state']).toBe((item.full()['state'] as { id: number }).id)
      expect(item.simple()['modified_date']).toBe(item.full()['modified_date'])
      dates.push(item.simple()['modified_date'])
    }
    expect(dates.toSorted()).toEqual(dates)
    expect(new Set(dates).size).toBe(3)
  })

  it('knows only the states that it has', () => {
    expect(() => setUp().living.changeState(4, '999')).toThrow(RangeError)
    expect(() => setUp().living.changeState(20, '500')).toThrow(RangeError)
  })

  it('takes items out of the lists, of their order, and off their address', () => {
    const { catalogue, living, idAt, ids } = setUp()
    for (const index of [19, 7, 6, 0, 7]) living.remove(index)
    const left = [18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 5, 4, 3, 2, 1]
    expect(ids()).toEqual(left.map(idAt))
    expect(living.count).toBe(16)
    expect(living.item(idAt(7))).toBeNull()
    expect(living.ofOrder(catalogue.orderNumberOf(7)).map((item) => item.simple()['id'])).not.toContain(
      idAt(7),
    )
  })

  it('adds items on top, each in an order of its own', () => {
    const { living, idAt, ids } = setUp(3)
    living.addItems(5)
    expect(ids()).toEqual([7, 6, 5, 4, 3, 2, 1, 0].map(idAt))
    const added = living.item(idAt(7))!.full()
    expect(added['created_date']).toMatch(/^2026-01-05T00:00:00\.000/)
    expect(added['parent_omnitron_id']).toBeNull()
    const orders = living.slice(0, 5).map((item) => item.simple()['order'])
    expect(new Set(orders).size).toBe(5)
    living.changeState(7, '450')
    living.remove(6)
    expect(living.count).toBe(7)
  })

  it('has no items in an empty store', () => {
    const { living, ids } = setUp(0)
    expect([living.count, ids()]).toEqual([0, []])
    expect(() => living.addItems(1)).toThrow(RangeError)
  })
})
