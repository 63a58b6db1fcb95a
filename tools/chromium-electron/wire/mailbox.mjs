// Large messages between page and main go over the loopback server: DevTools carries text only, several times
// slower. Where the page's policy forbids that (connect-src 'none'), they go through DevTools after all.
import { randomUUID } from 'node:crypto'
import { types } from 'node:util'
import { makeCodec } from './codec.mjs'
import { makeFraming } from './framing.mjs'

export const codec = makeCodec(types.isProxy)
const framing = makeFraming(codec)

/** Larger messages than this many bytes go by mail. */
export const directLimit = 64 * 1024
const root = `/.chromium-electron/${randomUUID()}`
const kept = new Map()
let lastId = 0

/** Where the page of one window posts to and collects from. */
export const mailAddress = (contentsId) => `${root}/${contentsId}`

/** The message itself where it is small, else a slip to collect it with. */
export function slipFor(message) {
  const packed = framing.pack(message)
  if (packed.size <= directLimit) return message
  const id = ++lastId
  kept.set(id, { packed, message })
  return { mail: id }
}

/** The message of a slip, once. */
export function take(id) {
  const { message } = kept.get(id)
  kept.delete(id)
  return message
}

/**
 * Answers requests to the mailbox; false: it is none.
 * @param {(contentsId: number, message: object) => void} received
 */
export function serveMail(received, request, response) {
  if (!request.url.startsWith(`${root}/`)) return false
  const [contentsId, id] = request.url
    .slice(root.length + 1)
    .split('/')
    .map(Number)
  if (request.method === 'POST') void accept(contentsId, received, request, response)
  else handOver(id, response)
  return true
}

async function accept(contentsId, received, request, response) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const { buffer, byteOffset, byteLength } = Buffer.concat(chunks)
  response.writeHead(204).end()
  received(contentsId, framing.unpack(buffer.slice(byteOffset, byteOffset + byteLength)))
}

function handOver(id, response) {
  const mail = kept.get(id)
  if (!mail) {
    response.writeHead(404).end()
    return
  }
  kept.delete(id)
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': mail.packed.size,
    'cache-control': 'no-store',
  })
  for (const chunk of mail.packed.chunks) response.write(chunk)
  response.end()
}
