import { createReadStream, statSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { strict } from '../strict.mjs'
import { ClientRequest } from './client-request.mjs'

const contentTypes = {
  html: 'text/html',
  js: 'text/javascript',
  mjs: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  txt: 'text/plain',
  mp3: 'audio/mpeg',
}

/** Node's own fetch has no file:. */
function fetchFile(url) {
  const path = fileURLToPath(url)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new TypeError('net::ERR_FILE_NOT_FOUND')
  const type = contentTypes[extname(path).slice(1).toLowerCase()] ?? 'application/octet-stream'
  return new Response(Readable.toWeb(createReadStream(path)), {
    headers: { 'content-type': type, 'content-length': String(stat.size) },
  })
}

/** As Chromium: there is a network interface besides loopback. */
const isOnline = () =>
  Object.values(networkInterfaces()).some((addresses) => addresses?.some((address) => !address.internal))

export const net = strict('net', {
  isOnline: () => isOnline(),

  get online() {
    return isOnline()
  },

  request: (options) => strict('ClientRequest', new ClientRequest(options)),

  async fetch(input, init) {
    const url = String(input?.url ?? input)
    if (url.startsWith('file:')) return fetchFile(url)
    const response = await fetch(input, init)
    // Electron has no answer to give for a redirect that it was told not to follow (electron/electron#43715).
    const isManual = (init?.redirect ?? input?.redirect) === 'manual'
    if (isManual && response.status >= 300 && response.status < 400 && response.headers.has('location')) {
      await response.body?.cancel()
      throw new Error('Redirect was cancelled')
    }
    return response
  },
})
