// One loopback server for all of the app's schemes: gives each request to the handler of protocol.handle.
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { schemes, toApp, toPage } from './addresses.mjs'

const hopByHop = /^(host|connection|keep-alive|upgrade)$/
const ownOfServer = /^(content-encoding|transfer-encoding|connection)$/

/**
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean}
 *   mailbox takes requests that are the stand-in's own
 * @returns {Promise<{ port: number, close: () => void }>}
 */
export async function startSchemeServer(mailbox) {
  const server = createServer((request, response) => {
    const url = toApp(`http://${request.headers.host}${request.url}`)
    const handler = schemes.get(url.slice(0, url.indexOf(':')))
    // Another Host header than the app's: whoever asks is not our page.
    if (!handler) response.writeHead(421).end()
    else if (!mailbox(request, response)) void answer(handler, url, request, response)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: server.address().port, close: () => server.close() }
}

async function answer(handler, url, request, response) {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  try {
    write(await handler(toWebRequest(url, request, gone.signal)), request, response)
  } catch (error) {
    if (!gone.signal.aborted) console.error(`protocol handler failed for ${url}\n`, error)
    if (!response.headersSent) response.writeHead(500)
    response.destroy()
  }
}

function toWebRequest(url, request, signal) {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (!hopByHop.test(name)) headers.set(name, Array.isArray(value) ? value.join(', ') : toApp(value))
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  const body = hasBody ? { body: Readable.toWeb(request), duplex: 'half' } : {}
  return new Request(url, { method: request.method, headers, signal, ...body })
}

function write(answer, request, response) {
  const headers = {}
  answer.headers.forEach((value, name) => {
    if (!ownOfServer.test(name)) headers[name] = value
  })
  // A body that fetch has unpacked is longer than its header says.
  if (answer.headers.has('content-encoding')) delete headers['content-length']
  if (headers.location) headers.location = toPage(headers.location)
  response.writeHead(answer.status, headers)
  if (!answer.body || request.method === 'HEAD') response.end()
  else
    Readable.fromWeb(answer.body)
      .on('error', () => response.destroy())
      .pipe(response)
}
