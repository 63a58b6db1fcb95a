import { deadline } from './deadline.ts'
import { mayFetchPicture } from './picture-address.ts'
import type { ResolveHost } from './picture-address.ts'
import { sniffLength, sniffPicture } from './sniff.ts'

/** What a server said of a picture's version, to ask later whether it still holds. */
export interface Validators {
  etag: string | null
  lastModified: string | null
}

/**
 * `busy`: the server is there and cannot just now. `unreachable`: it is not there. Both are worth another try;
 * `broken` is not, until somebody mends it.
 */
export type Download =
  | { kind: 'picture'; bytes: Uint8Array; validators: Validators }
  | { kind: 'unchanged' }
  | { kind: 'broken'; reason: string }
  | { kind: 'busy' }
  | { kind: 'unreachable' }

export interface DownloadOptions {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  resolveHost: ResolveHost
  /** The store's own origin, where a private host is allowed. */
  storeOrigin: string | null
  signal: AbortSignal
  /** Of the copy that is held: the server may answer that it is still good. */
  validators?: Validators
}

export const mostBytes = 20_000_000
const mostRedirects = 3
const silenceSeconds = 15
const wholeSeconds = 90
const passing = new Set([408, 425, 429])
const redirects = new Set([301, 302, 303, 307, 308])

const broken = (reason: string): Download => ({ kind: 'broken', reason })

/**
 * Fetches a picture without any credential. Every hop of a redirect is checked like the first address; the body
 * is given up as soon as it is no picture or too large. Failures are answers, never thrown.
 */
export async function downloadPicture(first: URL, options: DownloadOptions): Promise<Download> {
  const patience = deadline(options.signal, { silenceSeconds, wholeSeconds })
  try {
    let url = first
    for (let hop = 0; hop <= mostRedirects; hop++) {
      if (!(await mayFetchPicture(url, options.storeOrigin, options.resolveHost))) {
        return broken('private-address')
      }
      const response = await options.fetch(url.href, requestOf(options, patience.signal))
      patience.heard()
      const next = redirects.has(response.status) ? response.headers.get('location') : null
      if (next === null) return await answerOf(response, patience.heard)
      discard(response)
      const target = URL.parse(next, url.href)
      if (!target || !/^https?:$/.test(target.protocol) || target.username !== '' || target.password !== '') {
        return broken('redirect-elsewhere')
      }
      url = target
    }
    return broken('too-many-redirects')
  } catch {
    // Refused, unknown name, certificate, time-out, cut off in the middle: all the same to who looks.
    return { kind: 'unreachable' }
  } finally {
    patience.end()
  }
}

function requestOf({ validators }: DownloadOptions, signal: AbortSignal): RequestInit {
  const headers: Record<string, string> = { accept: 'image/jpeg,image/webp,image/png,image/gif,image/avif' }
  if (validators?.etag) headers['if-none-match'] = validators.etag
  if (validators?.lastModified) headers['if-modified-since'] = validators.lastModified
  return {
    headers,
    signal,
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    // The picture is kept here; a second copy in the browser's own cache would escape the size limit.
    cache: 'no-store',
  }
}

async function answerOf(response: Response, heard: () => void): Promise<Download> {
  if (response.status === 304) return { kind: 'unchanged' }
  if (response.status !== 200 || !response.body) {
    discard(response)
    if (response.status >= 500 || passing.has(response.status)) return { kind: 'busy' }
    return broken(`status-${response.status}`)
  }
  if (Number(response.headers.get('content-length')) > mostBytes) {
    discard(response)
    return broken('too-large')
  }
  const bytes = await readPicture(response.body, heard)
  if (typeof bytes === 'string') return broken(bytes)
  return {
    kind: 'picture',
    bytes,
    validators: {
      etag: response.headers.get('etag'),
      lastModified: response.headers.get('last-modified'),
    },
  }
}

/** The whole body, or why it is given up. Leaving the loop early ends the transfer. */
async function readPicture(
  body: ReadableStream<Uint8Array>,
  heard: () => void,
): Promise<Uint8Array | string> {
  const chunks: Uint8Array[] = []
  let length = 0
  let isSniffed = false
  for await (const chunk of body) {
    heard()
    chunks.push(chunk)
    length += chunk.byteLength
    if (length > mostBytes) return 'too-large'
    if (!isSniffed && length >= sniffLength) {
      if (sniffPicture(Buffer.concat(chunks)) === null) return 'not-a-picture'
      isSniffed = true
    }
  }
  const bytes = Buffer.concat(chunks)
  return sniffPicture(bytes) === null ? 'not-a-picture' : bytes
}

function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined)
}
