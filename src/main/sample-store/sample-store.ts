import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PacklightError } from '../../shared/result.ts'
import { answerNoSuchPage } from './answer.ts'
import { answerApi, isApiPath, type ApiSettings, type RequestCounts } from './api-routes.ts'
import { createSampleCatalogue, type SampleCatalogue } from './generator.ts'
import { createStudio } from './illustrations/studio.ts'
import { answerImage } from './image-routes.ts'
import { createLivingCatalogue } from './living-catalogue.ts'

export interface SampleStoreOptions {
  /** Default 0: any free one. */
  port?: number
  /** Default 5,000. */
  items?: number
  /** Default: a new random one. */
  token?: string
  /** Whether products have pictures. Default: yes. */
  images?: boolean
  /** The most rows a page, whatever `limit` asks for. Default 100. */
  maxLimit?: number
  seed?: number
  /** Milliseconds since 1970: the dates end at its first answer, and changes carry its later ones. */
  clock?: () => number
}

/** An OMS inside the app: for trying it, and for tests. It listens on this computer alone. */
export interface SampleStore {
  /** "http://127.0.0.1:8123" */
  readonly origin: string
  readonly token: string
  readonly catalogue: SampleCatalogue
  readonly requests: Readonly<RequestCounts>
  /** Pictures need no token: more than 0 means that somebody sent it where it does not belong. */
  readonly requestsWithTokenToImages: number
  /** Revokes the token that was and takes this one. */
  setToken(token: string): void
  /** Puts an item (by its index, 0 is the oldest) into another order state, e.g. "500", as of now. */
  changeState(index: number, stateCode: string): void
  cancel(index: number): void
  /** Takes an item out of the lists; its own address answers 404 from then on. */
  remove(index: number): void
  /** New items, each in a new order, on top of the list. */
  addItems(count: number): void
  close(): Promise<void>
}

/**
 * Starts the store.
 *
 * @throws PacklightError `sample-store.failed` when the port cannot be had
 */
export async function startSampleStore(options: SampleStoreOptions = {}): Promise<SampleStore> {
  const { port = 0, items = 5_000, images = true, maxLimit = 100, clock = Date.now } = options
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const details = `port ${port}: ${cause.code ?? cause.message}`
      reject(new PacklightError({ code: 'sample-store.failed', params: { port }, details }, cause))
    })
    server.listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const catalogue = createSampleCatalogue({
    items,
    imageOrigin: images ? origin : null,
    now: clock(),
    ...(options.seed !== undefined && { seed: options.seed }),
  })
  const living = createLivingCatalogue(catalogue, clock)
  const studio = createStudio()
  const counts: RequestCounts = { list: 0, listSimple: 0, item: 0, image: 0, refused: 0, imagesWithToken: 0 }
  const api: ApiSettings = {
    catalogue: living,
    origin,
    token: options.token ?? randomBytes(20).toString('hex'),
    maxLimit,
    counts,
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(request.url ?? '/', origin)
    if (url && isApiPath(url.pathname)) return answerApi(api, request, response, url)
    if (!url?.pathname.startsWith('/products/')) {
      answerNoSuchPage(request, response)
      return
    }
    counts.image += 1
    if (request.headers.authorization !== undefined || url.href.includes(api.token))
      counts.imagesWithToken += 1
    return answerImage(catalogue, studio, request, response, url.pathname)
  }
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch(() => {
      // As a real server does when it breaks: an error where the answer has not begun, else a broken line.
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'Content-Length': 0 }).end()
    })
  })

  return {
    origin,
    catalogue,
    requests: counts,
    get token() {
      return api.token
    },
    get requestsWithTokenToImages() {
      return counts.imagesWithToken
    },
    setToken(token) {
      api.token = token
    },
    changeState: living.changeState,
    cancel: (index) => living.changeState(index, '100'),
    remove: living.remove,
    addItems: living.addItems,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
