import { describe, expect, it } from 'vitest'
import { externalAddress } from '../../../../src/main/security/external-address.ts'

describe('externalAddress', () => {
  it('passes https, as it will be opened', () => {
    expect(externalAddress('https://example.com/a b')).toBe('https://example.com/a%20b')
  })

  it.each([
    'http://example.com/',
    'file:///etc/passwd',
    'file://server/share/a.exe',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-msdt:/id',
    'mailto:a@example.com',
    'app://packlight/',
    'https://user@example.com/',
    'https://example.com:secret@evil.example/',
    'https://',
    'example.com',
    '',
    `https://example.com/${'a'.repeat(2000)}`,
    `https://example.com/${'ı'.repeat(900)}`,
  ])('refuses %s', (address) => {
    expect(externalAddress(address)).toBeNull()
  })
})
