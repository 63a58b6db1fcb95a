import { EventEmitter } from 'node:events'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { missing } from '../strict.mjs'

/**
 * net.request for what net.fetch cannot do: to see where a redirect leads. Only with `redirect: 'manual'`, and a
 * redirect can be seen, not followed. Events: 'redirect' (status, method, url, headers), 'response', 'error', 'abort'.
 */
export class ClientRequest extends EventEmitter {
  #request

  constructor({ url, method = 'GET', redirect = 'follow', headers = {} }) {
    super()
    if (redirect !== 'manual') missing(`net.request with redirect: '${redirect}' (use net.fetch)`)
    const request = new URL(url).protocol === 'https:' ? requestHttps : requestHttp
    this.#request = request(url, { method, headers })
    this.#request.on('error', (error) => this.emit('error', error))
    this.#request.on('response', (response) => this.#answered(response, new URL(url)))
  }

  #answered(response, base) {
    const { statusCode, headers } = response
    if (statusCode < 300 || statusCode > 399 || headers.location === undefined) {
      this.emit('response', response)
      return
    }
    response.resume()
    const isGet = statusCode === 303 || this.#request.method === 'GET'
    const target = new URL(headers.location, base).href
    let isDecided = false
    this.once('abort', () => (isDecided = true))
    this.emit('redirect', statusCode, isGet ? 'GET' : this.#request.method, target, headers)
    if (!isDecided) this.emit('error', new Error('Redirect was cancelled'))
  }

  setHeader(name, value) {
    this.#request.setHeader(name, value)
  }

  getHeader(name) {
    return this.#request.getHeader(name)
  }

  removeHeader(name) {
    this.#request.removeHeader(name)
  }

  write(chunk, encoding, callback) {
    return this.#request.write(chunk, encoding, callback)
  }

  end(chunk) {
    this.#request.end(chunk)
    return this
  }

  abort() {
    this.emit('abort')
    this.removeAllListeners('error')
    this.on('error', () => {}) // what still comes of an aborted request is nobody's concern
    this.#request.destroy()
  }
}
