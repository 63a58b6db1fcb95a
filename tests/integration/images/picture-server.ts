import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** A real HTTP server whose answers a test sets by path, and which remembers what it was asked. */
export interface PictureServer {
  origin: string
  answers: Map<string, Answer>
  requests: { path: string; headers: IncomingMessage['headers'] }[]
  close(): Promise<void>
}

export async function startPictureServer(): Promise<PictureServer> {
  const answers = new Map<string, Answer>()
  const requests: PictureServer['requests'] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    requests.push({ path, headers: request.headers })
    const answer = answers.get(path)
    if (answer) answer(response, request)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers with bytes, said to be of a type that may be a lie. */
export const bytes =
  (body: Uint8Array | string, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': 'image/jpeg', ...headers }).end(body)
  }

export const redirect =
  (location: string): Answer =>
  (response) => {
    response.writeHead(302, { location }).end()
  }
