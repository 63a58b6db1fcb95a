import type { Net } from 'electron'
import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createManualRedirectFetch } from '../../../../src/main/security/manual-redirect.ts'

class FakeRequest extends EventEmitter {
  readonly headers: Record<string, string> = {}
  isAborted = false
  readonly options: object
  readonly #answer: (request: FakeRequest) => void
  constructor(options: object, answer: (request: FakeRequest) => void) {
    super()
    this.options = options
    this.#answer = answer
  }
  setHeader(name: string, value: string) {
    this.headers[name] = value
  }
  abort() {
    this.isAborted = true
  }
  end() {
    this.#answer(this)
  }
}

/** `net` as Electron has it: `fetch` rejects on a redirect, `request` tells of it. */
function fakeNet(answer: (request: FakeRequest) => void) {
  const requests: FakeRequest[] = []
  const net = {
    fetch: () => Promise.reject(new Error('Redirect was cancelled')),
    request: (options: object) => {
      const request = new FakeRequest(options, answer)
      requests.push(request)
      return request
    },
  }
  return { requests, fetch: createManualRedirectFetch(net as unknown as Pick<Net, 'fetch' | 'request'>) }
}

describe('createManualRedirectFetch', () => {
  it('answers a redirect with its status and address, and ends there', async () => {
    const { fetch, requests } = fakeNet((request) =>
      request.emit('redirect', 302, 'GET', 'https://b.example/', {}),
    )
    const response = await fetch('https://a.example/', {
      redirect: 'manual',
      credentials: 'omit',
      headers: { accept: 'image/jpeg' },
    })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('https://b.example/')
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatchObject({
      isAborted: true,
      headers: { accept: 'image/jpeg' },
      options: { url: 'https://a.example/', redirect: 'manual', credentials: 'omit' },
    })
  })

  it('hands on what fetch answers and throws otherwise', async () => {
    const answer = new Response('ok')
    const net = { fetch: () => Promise.resolve(answer), request: () => expect.unreachable() }
    const good = createManualRedirectFetch(net)
    expect(await good('https://a.example/', { redirect: 'manual' })).toBe(answer)

    const { fetch } = fakeNet(() => expect.unreachable())
    await expect(fetch('https://a.example/', { redirect: 'error' })).rejects.toThrow('Redirect was cancelled')
  })

  it('rejects when the second question fails', async () => {
    const { fetch } = fakeNet((request) => request.emit('error', new Error('net::ERR_CONNECTION_RESET')))
    await expect(fetch('https://a.example/', { redirect: 'manual' })).rejects.toThrow('ERR_CONNECTION_RESET')
  })

  it('is worth another try where the server has changed its mind', async () => {
    const { fetch } = fakeNet((request) => request.emit('response', {}))
    expect((await fetch('https://a.example/', { redirect: 'manual' })).status).toBe(503)
  })

  it('stops with its signal', async () => {
    const stop = new AbortController()
    const { fetch, requests } = fakeNet(() => {
      stop.abort()
    })
    await expect(fetch('https://a.example/', { redirect: 'manual', signal: stop.signal })).rejects.toThrow(
      /abort/i,
    )
    expect(requests[0]?.isAborted).toBe(true)
  })
})
