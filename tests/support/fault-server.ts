/** A scripted HTTP server on loopback: right answers and every way of failing that a network knows. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

/** What to answer. With nothing given: 200 and an empty JSON object. */
export interface Reply {
  /** Default 200. */
  status?: number
  /** Set over the default `Content-Type: application/json`; null leaves a header out. */
  headers?: Record<string, string | null>
  /** Text and bytes as they are, anything else as JSON. */
  body?: unknown
  gzip?: boolean
  /** Milliseconds before the answer begins. */
  delay?: number
  /** Takes the request and never answers. */
  silent?: boolean
  /** Closes the connection instead of answering. */
  cut?: boolean
  /** Promises the whole body, sends this many bytes of it and closes the connection. */
  truncateAt?: number
  /** Sends the body in pieces with a pause (ms) between two; `then: 'stall'` leaves the end out and keeps quiet. */
  drip?: { bytes: number; pause: number; then?: 'end' | 'stall' }
  /** Repeats the body until the client goes away. */
  endless?: boolean
  /** Bytes written to the bare connection instead of an HTTP answer. */
  bare?: string
}

/** A request as it came. */
export interface SeenRequest {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
}

/** One reply for all requests, one after the other (the last one stays), or one made for each. */
export type Script = Reply | Reply[] | ((request: SeenRequest, index: number) => Reply | Promise<Reply>)

export interface FaultServer extends AsyncDisposable {
  /** "http://127.0.0.1:54321" */
  origin: string
  requests: SeenRequest[]
  close(): Promise<void>
}

function bytesOf({ body, gzip }: Reply): Buffer {
  const plain =
    Buffer.isBuffer(body) || typeof body === 'string'
      ? Buffer.from(body)
      : Buffer.from(JSON.stringify(body ?? {}))
  return gzip ? gzipSync(plain) : plain
}

function headersOf(reply: Reply): Record<string, string> {
  const headers: Record<string, string> = {}
  const wanted: NonNullable<Reply['headers']> = { 'Content-Type': 'application/json', ...reply.headers }
  if (reply.gzip) wanted['Content-Encoding'] = 'gzip'
  for (const [name, value] of Object.entries(wanted)) if (value !== null) headers[name] = value
  return headers
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A function, because the compiler cannot know that it changes while we wait. */
const isOpen = (response: ServerResponse) => !response.destroyed

async function drip(response: ServerResponse, body: Buffer, how: NonNullable<Reply['drip']>) {
  for (let at = 0; at < body.length && isOpen(response); at += how.bytes) {
    response.write(body.subarray(at, at + how.bytes))
    await sleep(how.pause)
  }
  if (how.then !== 'stall') response.end()
}

async function pourForEver(response: ServerResponse, body: Buffer) {
  const gone = once(response, 'close')
  while (isOpen(response)) {
    if (!response.write(body)) await Promise.race([once(response, 'drain'), gone])
  }
}

async function send(response: ServerResponse, reply: Reply): Promise<void> {
  if (reply.delay) await sleep(reply.delay)
  if (reply.silent) return
  if (reply.cut) return void response.socket?.destroy()
  if (reply.bare !== undefined) return void response.socket?.end(reply.bare)
  const body = bytesOf(reply)
  response.writeHead(reply.status ?? 200, {
    ...headersOf(reply),
    ...(reply.truncateAt !== undefined && { 'Content-Length': String(body.length) }),
  })
  if (reply.truncateAt !== undefined) {
    response.write(body.subarray(0, reply.truncateAt), () => response.socket?.destroy())
  } else if (reply.drip) await drip(response, body, reply.drip)
  else if (reply.endless) await pourForEver(response, body)
  else response.end(body)
}

function seen(request: IncomingMessage): SeenRequest {
  const url = new URL(request.url ?? '/', 'http://fault-server')
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
  }
}

/** Listens on a free port of 127.0.0.1. Close it, or hold it with `await using`. */
export async function startFaultServer(script: Script = {}): Promise<FaultServer> {
  const requests: SeenRequest[] = []
  const replyTo = (request: SeenRequest, index: number) => {
    if (typeof script === 'function') return script(request, index)
    return Array.isArray(script) ? (script[index] ?? script.at(-1) ?? {}) : script
  }
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const one = seen(request)
    requests.push(one)
    await send(response, await replyTo(one, requests.length - 1))
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A script that throws must not look like a network failure; a client that went away is none of ours.
      if (response.headersSent) response.destroy()
      else response.writeHead(599).end(`script of the fault server failed: ${String(error)}`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    if (!server.listening) return
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  }
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** The origin of a port of this computer on which nobody listens. */
export async function deadOrigin(): Promise<string> {
  const server = await startFaultServer()
  await server.close()
  return server.origin
}
