import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, markHits, searchWords } from '../../../src/shared/text-folding.ts'

describe('fold', () => {
  it.each([
    ['SİYAH', 'siyah'],
    ['SIYAH', 'siyah'],
    ['sıyah', 'siyah'],
    ['Çocuk Gömleği', 'cocuk gomlegi'],
    ['ŞÜKRÜ', 'sukru'],
    ['Straße', 'strasse'],
    ['İıIi', 'iiii'],
    ['I\u0307', 'i'],
    ['ﬁne', 'fine'],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('is idempotent for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)))
  })

  it('finds a Turkish word in its own upper and lower case', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('abcçdefgğhıijklmnoöprsştuüvyz')) }),
        (word) => {
          expect(fold(word.toLocaleUpperCase('tr'))).toBe(fold(word))
        },
      ),
    )
  })
})

describe('searchWords', () => {
  it('splits at what is no letter and no digit, and keeps each word once', () => {
    expect(searchWords(' KTN-GML 0421 "ktn" * AND ')).toEqual(['ktn', 'gml', '0421', 'and'])
  })
})

describe('markHits', () => {
  const hits = (text: string, search: string) =>
    markHits(text, searchWords(search))
      .filter((part) => part.hit)
      .map((part) => part.text)

  it('marks the beginnings of words, as the search finds them', () => {
    expect(hits('Keten Gömlek — Slim Fit', 'keten göm')).toEqual(['Keten', 'Göm'])
    expect(hits('KTN-GML-0421-L', '0421')).toEqual(['0421'])
    expect(hits('Gömlek', 'lek')).toEqual([])
  })

  it('marks dotted and dotless i alike', () => {
    expect(hits('SİYAH', 'siy')).toEqual(['SİY'])
    expect(hits('I\u0307stanbul', 'ist')).toEqual(['I\u0307st'])
  })

  it('never changes the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, search) => {
        const joined = markHits(text, searchWords(search))
          .map((part) => part.text)
          .join('')
        expect(joined).toBe(text)
      }),
    )
  })
})
