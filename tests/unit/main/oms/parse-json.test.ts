import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from '../../../../src/main/oms/parse-json.ts'

describe('parseJson', () => {
  it('is JSON.parse for what a double holds', () => {
    const body = '{"a":[1,-2.5,0,"599.90","12:30:45.123",true,null,{"b":"ş"}]}'
    expect(parseJson(body)).toEqual(JSON.parse(body))
  })

  it.each([
    ['599.90', '599.90'],
    ['599.99', 599.99],
    ['0.10', '0.10'],
    ['-12.00', '-12.00'],
    ['12345678901234567.89', '12345678901234567.89'],
    ['9007199254740993', '9007199254740993'],
    ['123456789012345678', '123456789012345678'],
    ['9007199254740991', 9007199254740991],
    ['1e400', '1e400'],
    ['1.5E+3', '1.5E+3'],
  ])('keeps every digit of %s', (written, value) => {
    expect(parseJson(`{"price": ${written}}`)).toEqual({ price: value })
    expect(parseJson(`{"a":1,"b":[0,${written}]}`)).toEqual({ a: 1, b: [0, value] })
    expect(parseJson(`{"price" \n:${written}}`)).toEqual({ price: value })
    expect(parseJson(`{"price"\t:\r\n${written}}`)).toEqual({ price: value })
    expect(parseJson(`["a :b", {}, ${written}]`)).toEqual(['a :b', {}, value])
    expect(parseJson(`[${written}]`)).toEqual([value])
  })

  it.each(['', '{', '{"a":1', '[1,]', '<html>', 'NaN', '{"a":Infinity}', '\u0000'])(
    '%j is broken',
    (text) => {
      expect(() => parseJson(text)).toThrow(expect.objectContaining({ code: 'oms.broken-answer' }) as Error)
    },
  )

  it('does not quote what it could not read', () => {
    expect(() => parseJson('{"token": secret}')).toThrow(/^not JSON \(17 characters\)$/)
  })

  it('survives nesting that a recursive reader would not', () => {
    const deep = `${'['.repeat(200_000)}1.50${']'.repeat(200_000)}`
    expect(() => parseJson(deep)).toThrow(expect.objectContaining({ code: 'oms.broken-answer' }) as Error)
  })

  it('keeps the digits of any decimal as text or as the same number', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 22n }), fc.option(fc.stringMatching(/^\d{1,8}$/)))
      .map(([whole, fraction]) => `${whole}${fraction === null ? '' : `.${fraction}`}`)
    fc.assert(
      fc.property(decimal, (written) => {
        const { price } = parseJson(`{"price":${written}}`) as { price: string | number }
        expect(String(price)).toBe(written)
      }),
    )
  })
})
