import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAddress } from '../../../../src/main/oms/store-address.ts'
import { PacklightError } from '../../../../src/shared/result.ts'

const failure = (typed: string) => {
  try {
    return readAddress(typed)
  } catch (error) {
    if (error instanceof PacklightError) return error.toAppError()
    throw error
  }
}

describe('an address is read in any form', () => {
  it.each([
    ['shop.akinon.net', 'https://shop.akinon.net', 'shop.akinon.net'],
    ['https://shop.akinon.net/', 'https://shop.akinon.net', 'shop.akinon.net'],
    [
      '  HTTPS://Shop.Akinon.NET/api/v1/oms/order_items/?page=2#x \n',
      'https://shop.akinon.net',
      'shop.akinon.net',
    ],
    ['\u200bshop.akinon.net\ufeff', 'https://shop.akinon.net', 'shop.akinon.net'],
    ['//shop.akinon.net/login', 'https://shop.akinon.net', 'shop.akinon.net'],
    ['shop.akinon.net.', 'https://shop.akinon.net', 'shop.akinon.net'],
    ['shop.akinon.net:443', 'https://shop.akinon.net', 'shop.akinon.net'],
    ['shop.akinon.net:8443', 'https://shop.akinon.net:8443', 'shop.akinon.net_8443'],
    ['shop.akinon.net?next=/', 'https://shop.akinon.net', 'shop.akinon.net'],
    ['çarşı.com.tr', 'https://xn--ar-3ia21a0h.com.tr', 'xn--ar-3ia21a0h.com.tr'],
    ['SİPARİŞ.com', 'https://xn--sipari-1jb105aea.com', 'xn--sipari-1jb105aea.com'],
    ['my_shop.example', 'https://my_shop.example', 'my_shop.example'],
    ['10.1.2.3', 'https://10.1.2.3', '10.1.2.3'],
    ['[2001:DB8::1]:8443', 'https://[2001:db8::1]:8443', 'ipv6_2001-db8--1_8443'],
  ])('%j', (typed, origin, storeKey) => {
    expect(readAddress(typed)).toEqual({ origin, storeKey })
  })

  it.each([
    ['localhost:8123', 'http://localhost:8123', 'localhost_8123'],
    ['LOCALHOST', 'http://localhost', 'localhost_80'],
    ['127.0.0.1:8123', 'http://127.0.0.1:8123', '127.0.0.1_8123'],
    ['127.9.9.9', 'http://127.9.9.9', '127.9.9.9_80'],
    ['http://127.0.0.1:443', 'http://127.0.0.1:443', '127.0.0.1'],
    ['localhost:443', 'http://localhost:443', 'localhost_443'],
    ['localhost:80', 'http://localhost', 'localhost_80'],
    ['::1', 'http://[::1]', 'ipv6_--1_80'],
    ['[::1]:8123', 'http://[::1]:8123', 'ipv6_--1_8123'],
    ['https://localhost:8123', 'https://localhost:8123', 'localhost_8123'],
    ['http://localhost:8123/admin', 'http://localhost:8123', 'localhost_8123'],
  ])('this computer: %j', (typed, origin, storeKey) => {
    expect(readAddress(typed)).toEqual({ origin, storeKey })
  })

  it('gives no host the key of the sample store', () => {
    expect(readAddress('sample').storeKey).toBe('sample_443')
  })
})

describe('what is no address is refused', () => {
  it.each([
    '',
    '   ',
    'https://',
    'ftp://shop.akinon.net',
    'file:///etc/passwd',
    'javascript://shop.akinon.net',
    'shop akinon.net',
    'shop.akinon.net\\@evil.example',
    'user:password@shop.akinon.net',
    'https://shop.akinon.net@evil.example',
    'shop..akinon.net',
    '.akinon.net',
    '-shop.akinon.net',
    'shop.akinon.net:0',
    'shop.akinon.net:99999',
    'shop.akinon.net:abc',
    'shop!.akinon.net',
    '12345',
    '0x7f.1',
    '127.1',
    '[::g]',
    `${'a'.repeat(64)}.com`,
    `${'a.'.repeat(125)}com`,
  ])('%j', (typed) => {
    expect(failure(typed)).toMatchObject({ code: 'oms.bad-address' })
  })

  it.each([
    'http://shop.akinon.net',
    'http://10.0.0.1',
    'http://localhost.example',
    'http://[::ffff:7f00:1]',
  ])('plain http: %j', (typed) => {
    expect(failure(typed)).toEqual({ code: 'oms.insecure', params: { host: new URL(typed).hostname } })
  })

  it('never repeats what was typed, which may be a token', () => {
    expect(JSON.stringify(failure('5a1e tokenToken'))).not.toContain('tokenToken')
  })
})

describe('for any text', () => {
  const pieces = fc.array(
    fc.constantFrom(
      'http',
      's',
      '://',
      '//',
      '/',
      ':',
      '@',
      '.',
      '..',
      'a',
      'Shop',
      '127.0.0.1',
      '[::1]',
      '8080',
      ' ',
      '\\',
      'ş',
      '%41',
      '?',
      '#',
      '-',
      '_',
    ),
  )

  it('answers with an origin that reads as itself, or with a PacklightError', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          pieces.map((all) => all.join('')),
        ),
        (typed) => {
          const read = failure(typed)
          if ('code' in read) {
            expect(['oms.bad-address', 'oms.insecure']).toContain(read.code)
            return
          }
          const url = new URL(read.origin)
          expect(url.origin).toBe(read.origin)
          expect(readAddress(read.origin)).toEqual(read)
          expect(read.storeKey).toMatch(/^[A-Za-z0-9._-]{1,255}$/)
          if (url.protocol === 'http:') expect(url.hostname).toMatch(/^(localhost|127\..*|\[::1\])$/)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
