import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decimalOrder } from '../../../../src/main/cache/engine/decimal-order.ts'
import { compareDecimals, isDecimal } from '../../../../src/shared/money.ts'
import { decimal } from '../../../support/arbitraries.ts'

const near = fc.constantFrom(
  '0',
  '-0',
  '0.0',
  '1',
  '1.0',
  '01',
  '1.',
  '-1',
  '-1.5',
  '-1.55',
  '-10',
  '9.99',
  '+2',
)

it('sorts as texts exactly as decimals compare', () => {
  const one = fc.oneof(decimal, near)
  fc.assert(
    fc.property(one, one, (a, b) => {
      const [x, y] = [decimalOrder(a)!, decimalOrder(b)!]
      expect(Math.sign(x < y ? -1 : x > y ? 1 : 0)).toBe(Math.sign(compareDecimals(a, b)))
    }),
    { numRuns: 2000 },
  )
})

it('takes what is a decimal, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), near, fc.constantFrom('', '.', '-', '1e5', 'NaN', '1,5', '--1', '.5')),
      (text) => {
        expect(decimalOrder(text) !== null).toBe(isDecimal(text))
      },
    ),
  )
})
