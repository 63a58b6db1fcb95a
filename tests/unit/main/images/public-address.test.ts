import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLoopbackHost, isPublicIp } from '../../../../src/main/images/public-address.ts'

const hostOf = (address: string): string => new URL(`http://${address}/`).hostname

describe('isPublicIp', () => {
  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '[::1]',
  ])('refuses %s', (address) => {
    expect(isPublicIp(address)).toBe(false)
  })

  it.each([
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '100.128.0.1',
    '2a00:1450:4001::200e',
    '::ffff:8.8.8.8',
  ])('passes %s', (address) => {
    expect(isPublicIp(address)).toBe(true)
  })

  it.each(['2130706433', '0x7f000001', '0177.0.0.1', '127.1', '0x7f.1', '127.0.0.1.', '①②⑦.0.0.1'])(
    'sees through %s, as a URL writes it',
    (address) => {
      expect(isPublicIp(hostOf(address).replace(/\.$/, ''))).toBe(false)
      expect(isLoopbackHost(hostOf(address).replace(/\.$/, ''))).toBe(true)
    },
  )

  it.each(['', 'example.com', 'localhost', '1.2.3', '999.1.1.1'])('takes "%s" for no address', (text) => {
    expect(isPublicIp(text)).toBe(false)
  })

  it('treats an IPv4 address and its mapped form alike', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicIp(hostOf(`[::ffff:${address}]`))).toBe(isPublicIp(address))
      }),
    )
  })
})

describe('isLoopbackHost', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    'shop.localhost',
    'localhost.',
    '127.0.0.9',
    '[::1]',
    '[::ffff:7f00:1]',
  ])('knows %s for this computer', (host) => {
    expect(isLoopbackHost(host)).toBe(true)
  })

  it.each(['localhost.example.com', 'notlocalhost', '128.0.0.1', '10.0.0.1'])(
    'does not take %s for it',
    (host) => {
      expect(isLoopbackHost(host)).toBe(false)
    },
  )
})
