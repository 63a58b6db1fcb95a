/**
 * Stands before a sample store as the address that the app knows: writes down what is asked, with what, and can
 * answer in the store's place. The store's pictures stay at its own address, which is another origin.
 */
import type { SampleStore } from '../../src/main/sample-store/sample-store.ts'
import { startFaultServer } from './fault-server.ts'
import type { Reply, SeenRequest } from './fault-server.ts'

export interface StoreFront extends AsyncDisposable {
  origin: string
  requests: SeenRequest[]
  /** The page numbers of the full list that were handed out, in their order. */
  listPages: number[]
  /** Answers instead of the store; null lets the request through. */
  instead: (request: SeenRequest) => Reply | null
  close(): Promise<void>
}

export const isDown: Reply = { cut: true }
export const listPath = '/api/v1/oms/order_items/'

/** The page that a request asks of the full list; null where it asks for something else, or only tries the token. */
export function listPageOf({ path, query }: SeenRequest): number | null {
  return path === listPath && query.get('limit') !== '1' ? Number(query.get('page') ?? 1) : null
}

export async function startStoreFront(store: SampleStore): Promise<StoreFront> {
  const listPages: number[] = []
  const server = await startFaultServer((request) => front.instead(request) ?? passedOn(request))

  async function passedOn(request: SeenRequest): Promise<Reply> {
    const { path, query, headers } = request
    const answer = await fetch(`${store.origin}${path}?${query.toString()}`, {
      headers: { authorization: headers.authorization ?? '' },
    })
    const page = listPageOf(request)
    if (page !== null && answer.ok) listPages.push(page)
    return {
      status: answer.status,
      headers: { 'Content-Type': answer.headers.get('content-type') },
      body: Buffer.from(await answer.arrayBuffer()),
    }
  }

  const front: StoreFront = {
    origin: server.origin,
    requests: server.requests,
    listPages,
    instead: () => null,
    close: () => server.close(),
    [Symbol.asyncDispose]: () => server.close(),
  }
  return front
}
