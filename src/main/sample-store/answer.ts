import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { JsonValue } from '../../shared/json.ts'

const compress = promisify(gzip)
/** Below this, Django does not compress: it would not get smaller. */
const smallestCompressed = 200

/** Sends JSON, compressed where the client can read that. */
export async function answerJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: JsonValue,
  headers: Record<string, string> = {},
): Promise<void> {
  const plain = Buffer.from(JSON.stringify(body))
  const accepted = request.headers['accept-encoding'] ?? ''
  const isCompressed =
    plain.length >= smallestCompressed && /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)
  const sent = isCompressed ? await compress(plain, { level: 1 }) : plain
  send(request, response, status, sent, {
    'Content-Type': 'application/json',
    Vary: 'Accept, Accept-Encoding',
    ...(isCompressed && { 'Content-Encoding': 'gzip' }),
    ...headers,
  })
}

/** An address outside the API: Django answers with a page. */
export function answerNoSuchPage(request: IncomingMessage, response: ServerResponse): void {
  const page =
    '<!doctype html><html lang="en"><head><title>Not Found</title></head><body><h1>Not Found</h1></body></html>'
  send(request, response, 404, Buffer.from(page), { 'Content-Type': 'text/html; charset=utf-8' })
}

/** Sends a body with its length; the head alone for HEAD. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: Buffer,
  headers: Record<string, string>,
): void {
  response.writeHead(status, { ...headers, 'Content-Length': body.length })
  response.end(request.method === 'HEAD' ? undefined : body)
}
