import type { Net } from 'electron'

type Fetch = (url: string, init?: RequestInit) => Promise<Response>

/** Chromium's word for it; there is no code. */
const isCancelledRedirect = (thrown: unknown): boolean =>
  thrown instanceof Error && thrown.message.includes('Redirect was cancelled')

/**
 * Electron's `net.fetch` with the one thing it lacks: with `redirect: 'manual'` it rejects on a redirect and does
 * not tell where it leads (electron/electron#43715). Here it answers the 3xx with its `location`, as fetch should,
 * so that every hop can be checked before it is followed.
 */
export function createManualRedirectFetch(net: Pick<Net, 'fetch' | 'request'>): Fetch {
  return async (url, init) => {
    try {
      return await net.fetch(url, init)
    } catch (thrown) {
      if (init?.redirect !== 'manual' || !isCancelledRedirect(thrown)) throw thrown
      return await askForRedirect(net, url, init)
    }
  }
}

/** Asks once more, through the interface that shows a redirect. Redirects are rare, and an answer to one is small. */
function askForRedirect(net: Pick<Net, 'request'>, url: string, init: RequestInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = net.request({
      url,
      method: init.method ?? 'GET',
      redirect: 'manual',
      credentials: init.credentials === 'include' ? 'include' : 'omit',
    })
    new Headers(init.headers).forEach((value, name) => {
      request.setHeader(name, value)
    })
    const stop = (): void => {
      request.abort()
      reject(init.signal?.reason instanceof Error ? init.signal.reason : new Error('Aborted'))
    }
    const settle = (response: Response): void => {
      init.signal?.removeEventListener('abort', stop)
      request.abort()
      resolve(response)
    }
    request.on('redirect', (status, _method, location) => {
      settle(new Response(null, { status, headers: { location } }))
    })
    request.on('response', () => {
      // It redirected a moment ago and does not now: a server in two minds, to be asked again later.
      settle(new Response(null, { status: 503 }))
    })
    request.on('error', reject)
    if (init.signal?.aborted) {
      stop()
      return
    }
    init.signal?.addEventListener('abort', stop, { once: true })
    request.end()
  })
}
