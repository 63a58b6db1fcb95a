import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAmount } from '../../../../src/renderer/src/composables/amount-text.ts'
import { createFormatter } from '../../../../src/renderer/src/composables/format.ts'

describe('an amount as it is typed', () => {
  it.each([
    ['599.99', '599.99', '599.99'],
    ['599,99', '599.99', '599.99'],
    ['1.000', '1.000', '1000'],
    ['1,000', '1000', '1.000'],
    ['1.234,50', '1234.50', '1234.50'],
    ['1,234.50', '1234.50', '1234.50'],
    ['1.234.567', '1234567', '1234567'],
    ['1 234,5', '1234.5', '1234.5'],
    ['\u221212,5', '-12.5', '-12.5'],
    ['.5', '0.5', '0.5'],
    ['12.', '12', '12'],
    ['90071992547409931,27', '90071992547409931.27', '90071992547409931.27'],
  ])('%s is %s in English and %s in Turkish', (typed, english, turkish) => {
    expect([readAmount(typed, 'en'), readAmount(typed, 'tr')]).toEqual([english, turkish])
  })

  it.each(['', 'x', '5x', '1,2,3', '1.23.456', '1,000.5.5', '--1', '1e5', 'Infinity', '0x10', '₺5'])(
    'is none: %s',
    (typed) => {
      expect([readAmount(typed, 'en'), readAmount(typed, 'tr')]).toEqual([null, null])
    },
  )

  it('is read back as it is written, in both languages', () => {
    const amount = fc
      .tuple(fc.bigInt(0n, 10n ** 20n), fc.constantFrom('', '.5', '.25', '.1234'), fc.constantFrom('', '-'))
      .map(([whole, fraction, sign]) => `${sign}${whole}${fraction}`)
    fc.assert(
      fc.property(amount, fc.constantFrom('en' as const, 'tr' as const), (value, language) => {
        fc.pre(!/^-0+(\.0+)?$/.test(value))
        const written = createFormatter(language, language === 'tr' ? 'tr-TR' : 'en-GB').decimal(value)
        expect(readAmount(written, language)).toBe(value)
      }),
    )
  })
})
