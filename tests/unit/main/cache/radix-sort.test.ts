import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortByKey } from '../../../../src/main/cache/engine/radix-sort.ts'

const key = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.integer({ min: -(2 ** 40), max: 2 ** 52 }),
  fc.constantFrom(0, 65_535, 65_536, 2 ** 32, 1_625_645_869_927_569),
)

it('sorts by key, and leaves what is equal in the order it came', () => {
  fc.assert(
    fc.property(fc.array(key, { maxLength: 80 }), (keys) => {
      const slots = Uint32Array.from(keys.keys()).reverse()
      const before = [...slots]
      const sorted = sortByKey(slots, Float64Array.from(keys), new Uint32Array(slots.length))
      expect([...sorted]).toEqual(before.toSorted((a, b) => keys[a]! - keys[b]!))
    }),
    { numRuns: 200 },
  )
})
