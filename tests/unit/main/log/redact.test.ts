import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../../../src/main/log/redact.ts'

const token = 'b2f8c41d0e-77aa/Ş+9='
const redactor = () => createRedactor({ home: '/home/ayşe' })

describe('a redactor', () => {
  it.each([
    [{ token: 'abc' }, { token: '[redacted]' }],
    [
      { 'X-Api-Key': 'abc', deep: [{ Authorization: ['a', 'b'] }] },
      { 'X-Api-Key': '[redacted]', deep: [{ Authorization: '[redacted]' }] },
    ],
    [
      { clientSecret: { a: 1 }, PASSWORD: null },
      { clientSecret: '[redacted]', PASSWORD: '[redacted]' },
    ],
    [
      { rows: 3, ok: true, none: null },
      { rows: 3, ok: true, none: null },
    ],
  ])('blanks what stands under the name of a secret: %j', (data, clean) => {
    expect(redactor().value(data)).toEqual(clean)
  })

  it.each([
    ['Authorization: Token 9944b09199c62bcf', /9944b/],
    ['bearer eyJhbGciOi.x-y_z sent', /eyJh/],
    ['GET /?token=s3cret&page=2', /s3cret/],
    ['{"password": "s3cret", "page": 2}', /s3cret/],
  ])('blanks what looks like one in a text: %s', (text, secret) => {
    const clean = redactor().text(text)
    expect(clean).not.toMatch(secret)
    expect(clean).toContain('[redacted]')
  })

  it.each(['Unexpected token < in JSON', 'the token was revoked', 'page 3 of 7'])(
    'leaves prose alone: %s',
    (text) => {
      expect(redactor().text(text)).toBe(text)
    },
  )

  it.each([
    token,
    encodeURIComponent(token),
    Buffer.from(token).toString('base64'),
    Buffer.from(token).toString('base64url'),
  ])('blanks a known token in each of its forms: %s', (form) => {
    const knowing = redactor()
    knowing.add(token)
    expect(knowing.value({ [`key ${form}`]: [`<${form}>`] })).toEqual({ 'key [redacted]': ['<[redacted]>'] })
  })

  it('leaves nothing of a token that begins with another', () => {
    const knowing = redactor()
    knowing.add('abcd')
    knowing.add('abcdef-ghi')
    expect(knowing.text('abcdef-ghi, abcd')).toBe('[redacted], [redacted]')
  })

  it('cuts a long text, but never through a token', () => {
    const knowing = redactor()
    knowing.add('abcdefghij')
    const clean = knowing.text(`${'x'.repeat(1_995)}abcdefghij${'y'.repeat(100)}`)
    expect(clean).toMatch(/^x{1995}\[reda\.\.\.$/)
  })

  it('lets no known token through, wherever it stands', () => {
    const secret = fc.string({
      unit: fc.constantFrom(...Array.from('abcçşİ019-_/+=% "\\')),
      minLength: 6,
      maxLength: 20,
    })
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (wild, before, after) => {
        const knowing = redactor()
        knowing.add(wild)
        const written = JSON.stringify(knowing.value({ [before]: [before + wild + after], [wild]: { wild } }))
        // "[redacted]" itself may join with what stands around it to what a token happens to be.
        const parsed = JSON.stringify(JSON.parse(written.replaceAll('[redacted]', '\\u0000')))
        expect(parsed).not.toContain(JSON.stringify(wild).slice(1, -1))
      }),
    )
  })

  it.each([
    ['/home/ayşe', '/home/ayşe/a.ts:3', '~/a.ts:3'],
    ['/home/ayşe', 'file:///home/ay%C5%9Fe/a.ts', 'file://~/a.ts'],
    ['/home/ayşe/', "open '/home/ayşe'", "open '~'"],
    ['/home/ali', '/home/alican/a.ts', '/home/alican/a.ts'],
    ['C:\\Users\\Ayşe', 'at C:\\Users\\Ayşe\\app', 'at ~\\app'],
    ['C:\\Users\\Ayşe', 'file:///c:/users/ay%c5%9fe/app', 'file:///~/app'],
    ['C:\\Users\\Ayşe', '{"path":"C:\\\\Users\\\\Ayşe\\\\app"}', '{"path":"~\\\\app"}'],
    ['/', '/etc/hosts', '/etc/hosts'],
    ['', '/etc/hosts', '/etc/hosts'],
  ])('writes the home folder %s as ~ in %s', (home, text, clean) => {
    expect(createRedactor({ home }).text(text)).toBe(clean)
  })
})
