import { describe, expect, it } from 'vitest'
import { isAppUrl, isTrustedSender } from '../../../../src/main/security/trusted-sender.ts'

const top = (url: string) => ({ senderFrame: { url, parent: null } })

describe('isTrustedSender', () => {
  it.each(['app://packlight/', 'app://packlight/index.html', 'app://packlight/index.html#/items'])(
    'trusts our own page at %s',
    (url) => {
      expect(isTrustedSender(top(url))).toBe(true)
    },
  )

  it.each([
    ['another site', 'https://packlight/index.html'],
    ['a local file', 'file:///app/packlight/index.html'],
    ['another host of our scheme', 'app://evil/index.html'],
    ['a host that begins like ours', 'app://packlight.evil.example/'],
    ['our name as user', 'app://packlight@evil/'],
    ['our host with a user', 'app://user@packlight/'],
    ['our host with a port', 'app://packlight:8080/'],
    ['our address inside another', 'https://evil.example/?app://packlight/'],
    ['a scheme that begins like ours', 'app2://packlight/'],
    ['our page as a blob', 'blob:app://packlight/5f1e'],
    ['a blank page', 'about:blank'],
    ['data', 'data:text/html,app://packlight/'],
    ['our page seen as source', 'view-source:app://packlight/'],
    ['the developer tools', 'devtools://devtools/bundled/inspector.html'],
    ['nothing', ''],
  ])('refuses %s', (_name, url) => {
    expect(isTrustedSender(top(url))).toBe(false)
    expect(isAppUrl(url)).toBe(false)
  })

  it('refuses a frame inside our page, even of our own address', () => {
    const parent = { url: 'app://packlight/', parent: null }
    expect(isTrustedSender({ senderFrame: { url: 'app://packlight/', parent } })).toBe(false)
  })

  it('refuses a frame that has gone', () => {
    expect(isTrustedSender({ senderFrame: null })).toBe(false)
    const disposed = {
      parent: null,
      get url(): string {
        throw new Error('Render frame was disposed')
      },
    }
    expect(isTrustedSender({ senderFrame: disposed })).toBe(false)
  })
})
