import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFormatter, dash, formattingLocale } from '../../../src/renderer/src/composables/format.ts'

const english = createFormatter('en', 'en-GB')
const turkish = createFormatter('tr', 'tr-TR')
/** Intl separates with no-break spaces. */
const spaced = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('money', () => {
  it('is written as the language writes it', () => {
    expect(english.money('599.99', 'TRY')).toBe('₺599.99')
    expect(turkish.money('599.99', 'TRY')).toBe('₺599,99')
    expect(turkish.money('1000.00', 'TRY')).toBe('₺1.000,00')
    expect(english.money('24.90', 'EUR')).toBe('€24.90')
    expect(english.money('-400.01', 'TRY')).toBe('-₺400.01')
  })

  it('keeps every digit of an amount that a float cannot hold', () => {
    expect(english.money('90071992547409931.27', 'TRY')).toBe('₺90,071,992,547,409,931.27')
  })

  it('keeps every digit of any amount', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 40n), fc.integer({ min: 0, max: 8 }), (units, places) => {
        const digits = units.toString().padStart(places + 1, '0')
        const amount =
          places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(digits.length - places)}`
        const [whole = '', fraction = ''] = english.money(amount, 'TRY').replaceAll(/[₺,]/g, '').split('.')
        expect(whole).toBe(amount.split('.')[0])
        // Zeros at the end may be cut or added, nothing else.
        expect(fraction.replace(/0+$/, '')).toBe((amount.split('.')[1] ?? '').replace(/0+$/, ''))
      }),
    )
  })

  it('shows more places than the currency has instead of rounding', () => {
    expect(english.money('0.125', 'TRY')).toBe('₺0.125')
    expect(english.money('5', 'JPY')).toMatch(/5$/)
  })

  it('shows what it cannot read as it is', () => {
    expect(english.money(null, 'TRY')).toBe(dash)
    expect(english.money('five', 'TRY')).toBe('five')
    expect(english.money('5.00', null)).toBe('5')
    expect(english.money('5.5', 'LIRA?')).toBe('5.5 LIRA?')
  })
})

describe('rates, numbers and sizes', () => {
  it('writes per cent as each language does', () => {
    expect(english.percent('8.00')).toBe('8%')
    expect(turkish.percent('8.5')).toBe('%8,5')
    expect(english.percent(null)).toBe(dash)
  })

  it('groups digits', () => {
    expect(english.number(248_316)).toBe('248,316')
    expect(turkish.number(248_316)).toBe('248.316')
  })

  it('chooses the unit of a size', () => {
    expect(spaced(english.bytes(0))).toBe('0 byte')
    expect(spaced(english.bytes(5_160_000))).toBe('5.2 MB')
    expect(spaced(turkish.bytes(5_160_000))).toBe('5,2 MB')
    expect(spaced(english.bytes(20_000_000_000))).toBe('20 GB')
  })
})

describe('time', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')
  const before = (seconds: number) => new Date(now - seconds * 1000).toISOString()

  it('says how long ago', () => {
    expect(english.ago(before(125), now)).toBe('2 min ago')
    expect(turkish.ago(before(125), now)).toBe('2 dk. önce')
    expect(english.ago(before(3600 * 5), now)).toBe('5 hr ago')
    expect(english.ago(before(20), now)).toBe('now')
    expect(turkish.ago(before(20), now)).toBe('şimdi')
  })

  it('never speaks of the future, even where the clocks differ', () => {
    expect(english.ago(before(-90), now)).toBe('now')
  })

  it('is short in a column', () => {
    expect(english.age(before(125), now)).toBe('2 min')
    expect(turkish.age(before(125), now)).toBe('2 dk')
    expect(english.age(before(86_400 * 3), now)).toBe('3 days')
    expect(english.age(null, now)).toBe(dash)
  })

  it('gives lengths in one or two units', () => {
    expect(english.duration(45)).toBe('45 sec')
    expect(english.duration(92)).toBe('2 min')
    expect(english.duration(4800)).toBe('1 hr 20 min')
    expect(turkish.duration(4800)).toBe('1 sa 20 dk')
    expect(english.duration(3599)).toBe('1 hr')
  })

  it('gives the exact moment in UTC', () => {
    expect(english.utc('2021-07-07T08:17:49.927569Z')).toBe('2021-07-07 08:17:49 UTC')
    expect(english.utc(null)).toBe(dash)
  })
})

describe('the locale to format by', () => {
  it('is the region where the region speaks the language, else the language’s own', () => {
    expect(formattingLocale('en', 'en-US')).toBe('en-US')
    expect(formattingLocale('en', 'tr-TR')).toBe('en-GB')
    expect(formattingLocale('tr', 'tr-CY')).toBe('tr-CY')
    expect(formattingLocale('tr', 'de-DE')).toBe('tr-TR')
  })
})
