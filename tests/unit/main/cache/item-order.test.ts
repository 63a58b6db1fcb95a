import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ItemOrder } from '../../../../src/main/cache/engine/item-order.ts'
import { ItemTable } from '../../../../src/main/cache/engine/item-table.ts'
import { SortSpace } from '../../../../src/main/cache/engine/sort-space.ts'
import type { ItemKeys } from '../../../../src/main/cache/item-keys.ts'

const keysOf = (id: number, order: number | null): ItemKeys => ({
  id,
  order,
  omnitronId: null,
  parentOmnitronId: null,
  stateId: null,
  stockListPk: null,
  priceListPk: null,
  priceCurrency: null,
  productId: null,
  textId: null,
  hasPicture: false,
  gone: false,
  change: 'same',
  createdUs: null,
  modifiedUs: null,
})
const key = fc.option(fc.integer({ min: 1, max: 9 }), { nil: null })
const changes = fc.array(fc.tuple(fc.integer({ min: 1, max: 130 }), key), { maxLength: 6 })

it('after a few changes among many stands as if it were sorted anew', () => {
  fc.assert(
    fc.property(
      fc.array(key, { minLength: 100, maxLength: 100 }),
      fc.array(changes, { maxLength: 4 }),
      (first, later) => {
        const table = new ItemTable()
        const space = new SortSpace()
        const sortedBy = () => new ItemOrder(table, space, () => (slot) => table.order[slot] ?? NaN)
        const order = sortedBy()
        first.forEach((value, index) => order.touch(table.put(keysOf(index * 2 + 1, value), {})))
        order.sorted()
        for (const portion of later) {
          for (const [id, value] of portion) order.touch(table.put(keysOf(id, value), {}))
          const anew = sortedBy().sorted()
          const kept = order.sorted()
          expect([...kept.slots]).toEqual([...anew.slots])
          expect(kept.valued).toBe(anew.valued)
        }
      },
    ),
  )
})

it('finds the slot of every item, in whatever order they came', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 53 - 1 }), { maxLength: 40 })
  fc.assert(
    fc.property(ids, (all) => {
      const table = new ItemTable()
      all.forEach((id, index) => expect(table.put(keysOf(id, null), {})).toBe(index))
      all.forEach((id, index) => expect(table.slotOf(id)).toBe(index))
      expect(table.slotOf(0)).toBeUndefined()
    }),
  )
})
