import { EventEmitter } from 'node:events'
import { strict } from '../strict.mjs'

const handlers = new Map()

class IpcMain extends EventEmitter {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  }

  handleOnce(channel, handler) {
    this.handle(channel, (...args) => {
      handlers.delete(channel)
      return handler(...args)
    })
  }

  removeHandler(channel) {
    handlers.delete(channel)
  }
}

export const ipcMain = strict('ipcMain', new IpcMain())

/** What the app's handler answers. Throws where there is none, and what it throws. */
export async function callHandler(channel, event, args) {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  return handler(event, ...args)
}
