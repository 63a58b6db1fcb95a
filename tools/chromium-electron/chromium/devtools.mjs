// The DevTools protocol over a pair of pipes: JSON texts, each ended by a zero byte. Pipes and no port, because
// Chromium ends by itself when they close, and because nothing else on the machine can reach them.
import { EventEmitter } from 'node:events'

/** One target's commands and events; the browser's own session has no id. */
class DevToolsSession extends EventEmitter {
  #connection
  #id

  constructor(connection, id) {
    super()
    this.#connection = connection
    this.#id = id
  }

  /** Resolves with the command's result; rejects with "Method: message"; never settles once Chromium has ended. */
  send(method, params = {}) {
    return this.#connection.send(method, params, this.#id)
  }
}

export class DevTools {
  #output
  #number = 0
  #pending = new Map()
  #sessions = new Map()
  #tail = []

  /**
   * @param {import('node:stream').Writable} output what Chromium reads
   * @param {import('node:stream').Readable} input what Chromium writes
   */
  constructor(output, input) {
    this.#output = output
    output.on('error', () => this.#lost()) // Chromium went away while we wrote
    input.on('data', (chunk) => this.#received(chunk))
    input.on('close', () => this.#lost())
    this.root = this.session()
  }

  session(id) {
    if (!this.#sessions.has(id)) this.#sessions.set(id, new DevToolsSession(this, id))
    return this.#sessions.get(id)
  }

  send(method, params, sessionId) {
    return new Promise((resolve, reject) => {
      const id = ++this.#number
      this.#pending.set(id, { resolve, reject, method })
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  #received(chunk) {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      this.#tail.push(chunk.subarray(start, end))
      const text = this.#tail.length === 1 ? this.#tail[0].toString() : Buffer.concat(this.#tail).toString()
      this.#tail = []
      start = end + 1
      this.#message(JSON.parse(text))
    }
    if (start < chunk.length) this.#tail.push(chunk.subarray(start))
  }

  #message({ id, error, result, method, params, sessionId }) {
    if (id === undefined) {
      this.#sessions.get(sessionId)?.emit(method, params)
      return
    }
    const waiting = this.#pending.get(id)
    this.#pending.delete(id)
    if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`))
    else waiting?.resolve(result)
  }

  /** Open commands stay open: Chromium's end is the app's end (Browser's 'gone'), and nobody has to handle it twice. */
  #lost() {
    this.#pending.clear()
  }
}
