/**
 * ipcRenderer of the preload. Runs in the page, as source text: it must not refer to anything outside.
 * @param {(message: object) => void} send
 * @returns {{ ipcRenderer: object, received: (message: object) => void }}
 */
export function makeIpcRenderer(send) {
  const listeners = new Map()
  const waiting = new Map()
  let lastId = 0
  const absent = (name) => () => {
    throw new Error(`chromium-electron: ipcRenderer.${name} is not there`)
  }

  const ipcRenderer = {
    on(channel, listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    once(channel, listener) {
      const once = (...args) => {
        ipcRenderer.off(channel, once)
        listener(...args)
      }
      once.listener = listener
      return ipcRenderer.on(channel, once)
    },
    off(channel, listener) {
      const known = listeners.get(channel) ?? []
      const at = known.findLastIndex((one) => one === listener || one.listener === listener)
      listeners.set(channel, known.toSpliced(at, at < 0 ? 0 : 1))
      return ipcRenderer
    },
    removeAllListeners(channel) {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return ipcRenderer
    },
    addListener: (channel, listener) => ipcRenderer.on(channel, listener),
    removeListener: (channel, listener) => ipcRenderer.off(channel, listener),
    listenerCount: (channel) => listeners.get(channel)?.length ?? 0,
    send: (channel, ...args) => send({ send: channel, args }),
    invoke: async (channel, ...args) => {
      const id = ++lastId
      send({ invoke: channel, id, args })
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
    },
    sendSync: absent('sendSync'),
    postMessage: absent('postMessage'),
  }

  const received = (message) => {
    if (message.reply === undefined) {
      const event = { sender: ipcRenderer, ports: [] }
      for (const listener of listeners.get(message.channel) ?? []) listener(event, ...message.args)
      return
    }
    const caller = waiting.get(message.reply)
    waiting.delete(message.reply)
    if (message.error !== undefined) caller?.reject(new Error(message.error))
    else caller?.resolve(message.value)
  }
  return { ipcRenderer, received }
}
