import fc from 'fast-check'
import { resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentTypeOf, fileInside } from '../../../src/main/page-files.ts'

const folder = resolve('/opt/packlight/renderer')

describe('fileInside', () => {
  it.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/index-B1_x.js', `assets${sep}index-B1_x.js`],
    ['/assets/a%20b.css', `assets${sep}a b.css`],
  ])('finds %s', (pathname, expected) => {
    expect(fileInside(folder, pathname)).toBe(`${folder}${sep}${expected}`)
  })

  it.each([
    '/..',
    '/../secret',
    '/assets/../../secret',
    '/%2e%2e/secret',
    '/..%2fsecret',
    '/%2e%2e%2fsecret',
    '/%252e%252e%252fsecret',
    '/..\\secret',
    '/%5c..%5csecret',
    '/C:/Windows/win.ini',
    '/c%3a/Windows/win.ini',
    '/index.html::$DATA',
    '/index.html%00.js',
    '/.env',
    '/assets/.../secret',
    '/assets/.. /secret',
    '//server/share',
    '/%ff',
    '/%',
    '',
    'index.html',
    '/assets/',
    '/.',
  ])('refuses %j', (pathname) => {
    expect(fileInside(folder, pathname)).toBeNull()
  })

  it('never leaves the folder, whatever it is asked', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e',
        '%2E%2e',
        '%2f',
        '%5c',
        '\\',
        '/',
        '//',
        '%00',
        'C:',
        '%252f',
        ' ',
        'a',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const found = fileInside(folder, `/${parts.join('')}`)
        if (found !== null) {
          expect(found).toBe(resolve(found))
          expect(found.startsWith(folder + sep)).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('contentTypeOf', () => {
  it('names what the page is made of, and lets nothing else run', () => {
    expect(contentTypeOf('a/index.html')).toBe('text/html; charset=utf-8')
    expect(contentTypeOf('a/b.JS')).toBe('text/javascript; charset=utf-8')
    expect(contentTypeOf('a/b.exe')).toBe('application/octet-stream')
    expect(contentTypeOf('a/b')).toBe('application/octet-stream')
  })
})
