import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts, RankedValues } from '../../../../src/main/cache/engine/ranked-values.ts'

describe('ranks', () => {
  it('agree with a sort of all, in whatever portions the values came', () => {
    const word = fc.constantFrom(
      'çam',
      'cam',
      'ılık',
      'ilik',
      'İlik',
      'ürün 9',
      'ürün 10',
      '01',
      '1',
      'şal',
      'z',
      '',
    )
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 5 }), (portions) => {
        const ranked = new RankedValues(compareTexts)
        const seen = new Set<string>()
        for (const portion of portions) {
          for (const value of portion) ranked.numberOf(value)
          portion.forEach((value) => seen.add(value))
          const ranks = ranked.ranks()
          const byRank = [...seen].sort((a, b) => ranks[ranked.numberOf(a)]! - ranks[ranked.numberOf(b)]!)
          expect(byRank).toEqual([...seen].sort(compareTexts))
        }
      }),
    )
  })

  it('are the same for values that compare as equal', () => {
    const ranked = new RankedValues((a, b) => a.length - b.length)
    const [first, second, third] = ['aa', 'b', 'cc'].map((value) => ranked.numberOf(value))
    const ranks = ranked.ranks()
    expect(ranks[first!]).toBe(ranks[third!])
    expect(ranks[second!]).toBeLessThan(ranks[first!]!)
    expect(ranked.numberOf(null)).toBe(-1)
  })

  it('put Turkish letters and numbers where a reader expects them', () => {
    const names = ['z', 'ürün 10', 'i', 'ı', 'ç', 'd', 'ürün 9', 'c', 'h', 'j', 'İ', 'I']
    expect(names.sort(compareTexts)).toEqual([
      'c',
      'ç',
      'd',
      'h',
      'ı',
      'I',
      'i',
      'İ',
      'j',
      'ürün 9',
      'ürün 10',
      'z',
    ])
  })

  it('tell where a key stands that may not be among them', () => {
    const length = (a: string, b: string) => a.length - b.length
    const word = fc.string({ maxLength: 6 })
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 12 }),
        word,
        fc.integer({ min: 1, max: 4 }),
        (words, key, most) => {
          const ranked = new RankedValues(length)
          const numbers = words.map((one) => ranked.numberOf(one))
          // Ranking portion by portion comes to the same.
          while (!ranked.rankSome(most)) continue
          const ranks = ranked.ranks()
          const [from, to] = [ranked.rankFrom(key), ranked.rankTo(key)]
          for (const [at, one] of words.entries()) {
            const rank = ranks[numbers[at]!]!
            expect(rank >= from).toBe(one.length >= key.length)
            expect(rank <= to).toBe(one.length <= key.length)
          }
        },
      ),
    )
  })

  it('leave out what has no key', () => {
    const ranked = new RankedValues(compareTexts, (value) => (value === 'x' ? null : value))
    expect(ranked.numberOf('x')).toBe(-1)
    expect(ranked.numberOf('y')).toBe(0)
    expect(ranked.numberOf('x')).toBe(-1)
    expect([...ranked.ranks()]).toEqual([0])
  })
})
