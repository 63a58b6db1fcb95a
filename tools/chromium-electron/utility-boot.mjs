// Runs in a utility process before the app's module: gives it `process.parentPort`.
import { EventEmitter } from 'node:events'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

/** Messages wait until somebody listens. */
class ParentPort extends EventEmitter {
  #started = false

  constructor() {
    super()
    this.on('newListener', (name) => {
      if (name === 'message') queueMicrotask(() => this.start())
    })
  }

  start() {
    if (this.#started) return
    this.#started = true
    process.on('message', (data) => this.emit('message', { data, ports: [] }))
  }

  postMessage(message) {
    process.send(message)
  }
}

registerHooks({
  resolve: (specifier, context, next) => {
    if (/^electron(\/|$)/.test(specifier))
      throw new Error('chromium-electron: electron in a utility process is not there')
    return next(specifier, context)
  },
})

const [, , modulePath, ...args] = process.argv
process.argv = [process.argv[0], modulePath, ...args]
process.title = process.env.CHROMIUM_ELECTRON_SERVICE || 'utility process'
process.type = 'utility'
process.parentPort = new ParentPort()
process.on('disconnect', () => process.exit(0)) // the app has ended
process.channel.ref() // it lives until it is told to end, not until it is idle
await import(pathToFileURL(modulePath).href)
