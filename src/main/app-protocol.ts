/** The app's own scheme: `app://packlight/` serves the built page and, under `/images/`, the pictures. */
import { readFile } from 'node:fs/promises'
import { parseImagePath } from '../shared/image-path.ts'
import type { ImageService } from './images/image-service.ts'
import { contentTypeOf, fileInside } from './page-files.ts'
import {
  contentSecurityPolicy,
  developmentSecurityPolicy,
  everyAnswer,
  permissionsPolicy,
} from './security/response-headers.ts'
import { isAppUrl } from './security/trusted-sender.ts'

export { appOrigin, appScheme } from './security/trusted-sender.ts'

/** Where the page comes from: the built folder, or Vite's server ("http://localhost:5173") in development. */
export type PageSource =
  { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'dev-server'; readonly url: string }

export interface AppProtocolOptions {
  source: PageSource
  images: Pick<ImageService, 'get'>
  /** Asks the development server. */
  fetch: (url: string, init: RequestInit) => Promise<Response>
}

/**
 * A picture may change under its address (a new upload, or one that was broken before), so it is never
 * `immutable`. Five minutes let the grid scroll up and down without asking again, and no picture is old for long.
 * A missing or unreachable one is never remembered by the browser: the next look may find it.
 */
const pictureCaching = 'private, max-age=300'

/** The builder names these files after their content: another content has another name. */
const assetCaching = 'public, max-age=31536000, immutable'

/** Names why there is no picture: "none", "broken" or "unreachable". */
const reasonHeader = 'x-packlight-image'

/** The handler of the scheme, for `protocol.handle`. It answers every failure with a status and never throws. */
export function createAppProtocol({
  source,
  images,
  fetch,
}: AppProtocolOptions): (request: Request) => Promise<Response> {
  const page = source.kind === 'folder' ? fromFolder(source.folder) : fromDevServer(source.url, fetch)

  return async (request) => {
    const answer = await answerTo(request)
    for (const [name, value] of Object.entries(everyAnswer)) answer.headers.set(name, value)
    return request.method === 'HEAD' ? new Response(null, answer) : answer
  }

  async function answerTo(request: Request): Promise<Response> {
    if (!isAppUrl(request.url)) return empty(404)
    if (request.method !== 'GET' && request.method !== 'HEAD') return empty(405, { allow: 'GET, HEAD' })
    const url = new URL(request.url)
    try {
      return url.pathname.startsWith('/images/') ? await picture(url, request.signal) : await page(url)
    } catch {
      // An aborted request, or a file or server that has gone: the page needs no more than that it failed.
      return empty(503)
    }
  }

  async function picture(url: URL, signal: AbortSignal): Promise<Response> {
    const address = parseImagePath(url.pathname, url.searchParams.get('size'))
    if (!address) return empty(404)
    const answer = await images.get(address, signal)
    if (answer.kind !== 'picture') {
      return empty(answer.kind === 'unreachable' ? 503 : 404, { [reasonHeader]: answer.kind })
    }
    return file(await readFile(answer.path), answer.contentType, { 'cache-control': pictureCaching })
  }
}

function fromFolder(folder: string): (url: URL) => Promise<Response> {
  return async ({ pathname }) => {
    const path = fileInside(folder, pathname)
    if (path === null) return empty(403)
    const contentType = contentTypeOf(path)
    const bytes = await readFile(path).catch(() => null)
    if (bytes === null) return empty(404)
    return file(bytes, contentType, {
      'cache-control': pathname.startsWith('/assets/') ? assetCaching : 'no-cache',
      ...(isDocument(contentType) && documentHeaders(contentSecurityPolicy())),
    })
  }
}

function fromDevServer(server: string, fetch: AppProtocolOptions['fetch']): (url: URL) => Promise<Response> {
  return async ({ pathname, search }) => {
    // Put together, not resolved: a path of "//host" would name another server.
    const { status, headers, body } = await fetch(`${new URL(server).origin}${pathname}${search}`, {})
    const contentType = headers.get('content-type') ?? 'application/octet-stream'
    return new Response(body, {
      status,
      headers: {
        'content-type': contentType,
        'cache-control': 'no-cache',
        ...(isDocument(contentType) && documentHeaders(developmentSecurityPolicy(server))),
      },
    })
  }
}

const isDocument = (contentType: string): boolean => contentType.startsWith('text/html')

const documentHeaders = (policy: string): Record<string, string> => ({
  'content-security-policy': policy,
  'permissions-policy': permissionsPolicy,
})

function file(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  headers: Record<string, string>,
): Response {
  return new Response(bytes, {
    headers: { 'content-type': contentType, 'content-length': String(bytes.byteLength), ...headers },
  })
}

function empty(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store', ...headers } })
}
