import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { schemes, toApp, toPage } from '../../../tools/chromium-electron/addresses.mjs'
import { startSchemeServer } from '../../../tools/chromium-electron/scheme-server.mjs'

let server: Awaited<ReturnType<typeof startSchemeServer>>
const asked: string[] = []

beforeEach(async () => {
  asked.length = 0
  schemes.set('app', (request: Request) => {
    asked.push(request.url)
    return new Response('hello', { status: 302, headers: { location: 'app://tiny/other', 'x-a': 'b' } })
  })
  server = await startSchemeServer(() => false)
})
afterEach(() => {
  server.close()
  schemes.clear()
})

function ask(host: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = get(
      { host: '127.0.0.1', port: server.port, path: '/a?b=1', headers: { host } },
      (answer) => {
        answer.resume()
        resolve(answer)
      },
    )
    request.on('error', reject)
  })
}

describe('the server of the app’s scheme', () => {
  it('asks the handler under the address that the app knows', async () => {
    const answer = await ask('tiny.app.localhost')
    expect(asked).toEqual(['app://tiny/a?b=1'])
    expect([answer.statusCode, answer.headers['x-a']]).toEqual([302, 'b'])
    expect(answer.headers.location).toBe('http://tiny.app.localhost/other')
  })

  it.each(['evil.example', '127.0.0.1', 'localhost', 'tiny.other.localhost', 'app.localhost'])(
    'asks nobody for another host: %s',
    async (host) => {
      expect((await ask(host)).statusCode).toBe(421)
      expect(asked).toEqual([])
    },
  )
})

describe('addresses', () => {
  it.each([
    ['app://tiny/', 'http://tiny.app.localhost/'],
    ['app://tiny/a/b.html?c=d#e', 'http://tiny.app.localhost/a/b.html?c=d#e'],
    ['https://example.com/', 'https://example.com/'],
    ['other://tiny/', 'other://tiny/'],
  ])('%s is %s in the page, and back', (app, page) => {
    expect(toPage(app)).toBe(page)
    expect(toApp(page)).toBe(app)
  })

  it('does not take a stranger’s host for the app’s', () => {
    expect(toApp('http://tiny.app.localhost.evil.example/')).toBe('http://tiny.app.localhost.evil.example/')
    expect(toApp('https://tiny.app.localhost/')).toBe('https://tiny.app.localhost/')
  })
})
