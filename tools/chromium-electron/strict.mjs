// What is missing says so by its name. A stand-in that swallowed an unknown call would make tests pass that fail
// on the real thing.

/** Names that others look up on any object to find out what it is: they may be absent. */
const probes = new Set([
  'then',
  'toJSON',
  'dock',
  '__esModule',
  'default',
  'constructor',
  'nodeType',
  'inspect',
  'asymmetricMatch',
])

/**
 * Always throws.
 * @param {string} name as the app wrote it: "app.getFileIcon"
 * @returns {never}
 */
export function missing(name) {
  throw new Error(`chromium-electron: ${name} is not there`)
}

/**
 * The same object, but a look at a property that nobody defined throws. Assignments pass, so that specs can
 * replace a method. Methods of a class run on the object itself: its private fields are out of a proxy's reach.
 * @template {object} T
 * @param {string} name
 * @param {T} target
 * @returns {T}
 */
export function strict(name, target) {
  const bound = new Map()
  const methodOf = (object, key, value) => {
    if (!bound.has(key)) bound.set(key, value.bind(object))
    return bound.get(key)
  }
  return new Proxy(target, {
    get: (object, key) => {
      const isKnown = key in object || typeof key === 'symbol' || probes.has(key) || key.startsWith('_')
      if (!isKnown) return missing(`${name}.${key}`)
      const value = Reflect.get(object, key, object)
      return typeof value === 'function' && !Object.hasOwn(object, key) ? methodOf(object, key, value) : value
    },
    set: (object, key, value) => Reflect.set(object, key, value, object),
  })
}

/** An event that a listener may veto. */
export function preventable(properties = {}) {
  return {
    ...properties,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}
