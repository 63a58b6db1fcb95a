import { describe, expect, it } from 'vitest'
import { isDamagedByExcel } from '../../../../src/main/cache/search/excel-damage.ts'
import { codeKey, codeWords, compactCode, itemWords } from '../../../../src/main/cache/search/search-text.ts'
import { parseSearch, productExpression } from '../../../../src/main/cache/search/search-words.ts'

describe('codes', () => {
  it.each([
    ['869 0123-4', '86901234', '86901234'],
    ['00AB/1', '00ab1', 'ab1'],
    ['İŞ-0', 'is0', 'is0'],
    ['000', '000', '0'],
    ['--', '', ''],
  ])('%j compare as %j and, without padding, %j', (code, compact, key) => {
    expect(compactCode(code)).toBe(compact)
    expect(codeKey(code)).toBe(key)
  })

  it('are indexed by their words and as one word, with and without zeros', () => {
    expect(codeWords(['00AB-12', null, '7']).split(' ').sort()).toEqual(['00ab', '00ab12', '12', '7', 'ab12'])
    expect(codeWords([null, ''])).toBe('')
  })

  it.each(['0012', '1234567890123456', '12E5', '1e+9', '1.5e3'])('%j is changed by Excel', (code) => {
    expect(isDamagedByExcel(code)).toBe(true)
  })

  it.each(['', '0', '12', '123456789012345', 'A0012', '0-12', 'E5', '12EE5'])('%j is not', (code) => {
    expect(isDamagedByExcel(code)).toBe(false)
  })
})

describe('a search text', () => {
  it('is no search without a letter or a digit', () => {
    expect(parseSearch(' -"*')).toBeNull()
    expect(parseSearch('')).toBeNull()
  })

  it('has at most as many words as a mask has bits', () => {
    const words = Array.from({ length: 100 }, (_none, index) => `w${index}`)
    expect(parseSearch(words.join(' '))?.words).toHaveLength(15)
  })

  it('is quoted, and finds a padded code without its zeros', () => {
    expect(productExpression('and')).toBe('"and"*')
    expect(productExpression('0012')).toBe('"0012"* OR {codes} : "12"*')
  })
})

it('an item without attributes has no text of its own', () => {
  expect(itemWords({ attributes: {}, attributesKwargs: {} })).toBe('')
  expect(itemWords({ attributes: { a: [1, null, { b: 'Çok İyi' }] }, attributesKwargs: {} })).toContain(
    'cok iyi',
  )
})
