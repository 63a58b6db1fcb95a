import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serverWords } from '../../../../src/main/oms/server-words.ts'

const secret = 'f00dcafe'
const wordsOf = (body: unknown) => serverWords(JSON.stringify(body), secret)

describe('the words of the server', () => {
  it.each([
    [{ detail: 'Invalid token.' }, 'Invalid token.'],
    [{ detail: 'Sayfa geçersiz.', code: 'not_found', status: 404 }, 'Sayfa geçersiz.'],
    [{ non_field_errors: ['One.', 'Two.'] }, 'One.; Two.'],
    [{ page: ['Not a number.', 'Too large.'] }, 'page: Not a number. Too large.'],
    [{ filter: { order_number: ['Unknown.'] } }, 'filter: order_number: Unknown.'],
    [['One.'], 'One.'],
    ['plain', 'plain'],
    [{ detail: 'two\n\tlines\u0000' }, 'two lines'],
    [{}, null],
    [null, null],
    [{ detail: '' }, null],
  ])('%j', (body, words) => {
    expect(wordsOf(body)).toBe(words)
  })

  it('leave the token out', () => {
    expect(wordsOf({ detail: `Token ${secret} has no rights` })).toBe('Token *** has no rights')
  })

  it('are no longer than a line', () => {
    expect(wordsOf({ detail: 'x'.repeat(10_000) })).toHaveLength(500)
  })

  it('are none where the answer is not JSON', () => {
    expect(serverWords('<html>', secret)).toBeNull()
    expect(serverWords('{"detail": "Invalid', secret)).toBeNull()
  })

  it('never fail, and never hold the token', () => {
    const text = fc.oneof(fc.string(), fc.constant(secret), fc.constant(`x${secret}y`))
    fc.assert(
      fc.property(fc.jsonValue(), text, text, (body, key, value) => {
        const words = wordsOf([body, { [key]: value }])
        expect(words ?? '').not.toContain(secret)
      }),
    )
  })
})
