/**
 * contextBridge: whatever crosses is copied; functions and promises are wrapped, one by one.
 * Runs in the page, as source text: it must not refer to anything outside.
 * @param {{ clone: (value: unknown) => unknown }} codec
 * @param {string[]} exposed collects the names that were put on window
 */
export function makeContextBridge(codec, exposed) {
  const isLive = (value) =>
    typeof value === 'function' ||
    typeof value === 'symbol' ||
    value instanceof Promise ||
    value instanceof Node

  /** True where a plain copy would lose or refuse something inside. */
  const carriesLive = (value, seen = new Set()) => {
    if (isLive(value)) return true
    if (typeof value !== 'object' || value === null || seen.has(value)) return false
    seen.add(value)
    const isPlain = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]'
    return isPlain && Object.values(value).some((item) => carriesLive(item, seen))
  }
  const failure = (error) =>
    error instanceof Error
      ? Object.assign(new Error(error.message), { name: error.name })
      : codec.clone(error)

  const wrap = (callee) =>
    function (...args) {
      let result
      try {
        result = callee(...args.map((arg) => cross(arg)))
      } catch (error) {
        throw failure(error)
      }
      return cross(result)
    }
  const crossEach = (value, freeze) => {
    const copy = Array.isArray(value) ? [] : {}
    for (const key of Object.keys(value)) copy[key] = cross(value[key], freeze)
    return freeze ? Object.freeze(copy) : copy
  }
  const cross = (value, freeze = false) => {
    if (typeof value === 'function') return wrap(value)
    if (typeof value === 'symbol') return undefined
    if (value instanceof Node || value instanceof Blob) return value
    if (value instanceof Promise) {
      return value.then(
        (result) => cross(result),
        (error) => {
          throw failure(error)
        },
      )
    }
    if (!freeze) {
      try {
        return structuredClone(value)
      } catch {
        // Something in it is live, or cannot cross at all.
      }
    }
    return carriesLive(value) ? crossEach(value, freeze) : codec.clone(value)
  }

  return {
    exposeInMainWorld: (name, api) => {
      if (Object.hasOwn(window, name))
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      Object.defineProperty(window, name, { value: cross(api, true), enumerable: true })
      exposed.push(name)
    },
  }
}
