import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDecimals, compareDecimals, isDecimal, negateDecimal } from '../../../src/shared/money.ts'

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
    const point = digits.length - scale
    const text = scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
    return units < 0n ? `-${text}` : text
  })

describe('exact decimals', () => {
  it('adds what floats cannot', () => {
    expect(addDecimals('0.1', '0.20')).toBe('0.30')
    expect(addDecimals('599.99', '-400.01')).toBe('199.98')
    expect(addDecimals('99999999999999999999.99', '0.01')).toBe('100000000000000000000.00')
    expect(addDecimals('-0.05', '0')).toBe('-0.05')
  })

  it('undoes what it did', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(compareDecimals(addDecimals(addDecimals(a, b), negateDecimal(b)), a)).toBe(0)
      }),
    )
  })

  it('compares by value, not by writing', () => {
    expect(compareDecimals('1.0', '1.00')).toBe(0)
    expect(compareDecimals('-2', '1')).toBe(-1)
    expect(compareDecimals('10', '9.99')).toBe(1)
  })

  it('knows a decimal from a text', () => {
    for (const good of ['0', '-5.00', '+1', '8.00', '599.99']) expect(isDecimal(good)).toBe(true)
    for (const bad of ['', '-', '1e3', '1,5', '=1', ' 1', '١', 'NaN', '.5'])
      expect(isDecimal(bad)).toBe(false)
    expect(() => addDecimals('1e3', '1')).toThrow('not a decimal')
  })
})
