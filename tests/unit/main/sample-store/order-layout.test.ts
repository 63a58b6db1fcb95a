import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createOrderLayout } from '../../../../src/main/sample-store/order-layout.ts'

it('deals all items to all orders: each order has at least one, and they are neighbours', () => {
  const sizes = fc
    .integer({ min: 1, max: 700 })
    .chain((items) => fc.tuple(fc.constant(items), fc.integer({ min: 1, max: items })))
  fc.assert(
    fc.property(sizes, fc.integer(), ([items, orders], seed) => {
      const layout = createOrderLayout(items, orders, seed)
      const dealt = Array.from({ length: items }, (_, item) => layout.orderOf(item))
      const expected: number[] = []
      for (let order = 0; order < orders; order += 1) {
        const size = layout.firstItemOf(order + 1) - layout.firstItemOf(order)
        expect(size).toBeGreaterThan(0)
        for (let at = 0; at < size; at += 1) expected.push(order)
      }
      expect(dealt).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

it('makes orders of one item and of many', () => {
  const layout = createOrderLayout(5_000, 1_800, 1)
  const sizes = Array.from(
    { length: 1_800 },
    (_, order) => layout.firstItemOf(order + 1) - layout.firstItemOf(order),
  )
  expect(sizes.filter((size) => size === 1).length).toBeGreaterThan(300)
  expect(Math.max(...sizes)).toBeGreaterThan(7)
})
