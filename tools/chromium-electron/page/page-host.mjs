/**
 * Runs in the page before any of its scripts, and gives the preload bundle a `require('electron')`.
 * Runs as source text: it must not refer to anything outside; its helpers are handed in.
 */
export function pageHost(given) {
  const post = globalThis[given.binding]
  Reflect.deleteProperty(globalThis, given.binding)
  if (typeof post !== 'function' || window.top !== window || !given.isOwnOrigin) return

  const codec = given.makeCodec()
  const framing = given.makeFraming(codec)
  let received = () => {}
  const send = given.makePageLink({
    ...given,
    post,
    codec,
    framing,
    received: (message) => received(message),
  })
  const ipc = given.makeIpcRenderer(send)
  received = ipc.received
  given.watchWindow(send)

  const exposed = []
  const parts = { contextBridge: given.makeContextBridge(codec, exposed), ipcRenderer: ipc.ipcRenderer }
  const electron = new Proxy(parts, {
    get: (object, key) => {
      if (key in object || typeof key === 'symbol' || key === '__esModule' || key === 'default')
        return object[key]
      throw new Error(`chromium-electron: the preload's electron.${key} is not there`)
    },
  })
  const require = (name) => {
    if (/^electron(\/(renderer|common))?$/.test(name)) return electron
    throw new Error(`module not found: ${name}`) // as a sandboxed preload sees it
  }
  const process = {
    ...given.process,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    env: {},
    argv: [],
    on: () => process,
    once: () => process,
  }

  const before = new Set(Object.getOwnPropertyNames(window))
  const module = { exports: {} }
  try {
    given.preload.call(undefined, require, module, module.exports, process)
    const leaked = Object.getOwnPropertyNames(window).filter(
      (name) => !before.has(name) && !exposed.includes(name),
    )
    if (leaked.length > 0)
      throw new Error(`the preload put ${leaked.join(', ')} on window; an isolated page would not see it`)
  } catch (error) {
    send({ preloadError: String(error?.stack ?? error) })
    console.error(`Unable to load preload script: ${error?.stack ?? error}`)
  }
}
