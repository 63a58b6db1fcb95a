/**
 * Carries what structured clone carries (less Blob, File, ports and the like) as one JSON text. The bytes of
 * buffers go into `parts` where that is given, else inside the text as base64.
 *
 * The same function runs in Node and, through its source text, in the page: it must not refer to anything outside.
 * @param {(value: object) => boolean} isProxy how Node tells a proxy; a page finds out by `clone`
 */
export function makeCodec(isProxy = () => false) {
  const errors = new Set([
    'Error',
    'EvalError',
    'RangeError',
    'ReferenceError',
    'SyntaxError',
    'TypeError',
    'URIError',
  ])
  const refuse = () => {
    throw new Error('An object could not be cloned.')
  }
  const bytesOf = (value) =>
    value instanceof ArrayBuffer
      ? new Uint8Array(value)
      : new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  const toBase64 = (bytes) => {
    if (typeof Buffer === 'function')
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
    return bytes.toBase64()
  }
  const fromBase64 = (text) =>
    typeof Buffer === 'function'
      ? new Uint8Array(Buffer.from(text, 'base64')).buffer
      : Uint8Array.fromBase64(text).buffer

  /** A copy by the engine's own algorithm: it refuses just what Electron refuses (functions, proxies, nodes). */
  function clone(value) {
    try {
      return structuredClone(value)
    } catch {
      return refuse()
    }
  }

  function encode(value, parts) {
    const seen = new Map()
    const raw = (bytes) => (parts ? parts.push(bytes) - 1 : toBase64(bytes))
    const putNumber = (number) => {
      if (Object.is(number, -0)) return { $: 'n', v: '-0' }
      return Number.isFinite(number) ? number : { $: 'n', v: String(number) }
    }
    const putArray = (array) => {
      const out = new Array(array.length)
      for (let i = 0; i < array.length; i++) out[i] = i in array ? put(array[i]) : { $: 'h' }
      return out
    }
    const putPlain = (object) => {
      const keys = Object.keys(object)
      if ('$' in object || Object.hasOwn(object, '__proto__'))
        return { $: 'o', v: keys.map((key) => [key, put(object[key])]) }
      const out = {}
      for (const key of keys) out[key] = put(object[key])
      return out
    }
    const putSpecial = {
      Date: (date) => ({ $: 'd', v: date.getTime() }),
      Map: (map) => ({ $: 'm', v: Array.from(map, ([key, item]) => [put(key), put(item)]) }),
      Set: (set) => ({ $: 's', v: Array.from(set, put) }),
      RegExp: (regExp) => ({ $: 'x', v: [regExp.source, regExp.flags] }),
      ArrayBuffer: (buffer) => ({ $: 'a', v: raw(bytesOf(buffer)) }),
      Error: (error) => ({
        $: 'e',
        v: [
          error.name,
          String(error.message),
          error.stack,
          Object.hasOwn(error, 'cause') ? [put(error.cause)] : [],
        ],
      }),
    }
    const putBoxed = (boxed) => ({ $: 'p', v: put(boxed.valueOf()) })
    const put = (item) => {
      if (typeof item === 'string' || typeof item === 'boolean' || item === null) return item
      if (typeof item === 'number') return putNumber(item)
      if (item === undefined) return { $: 'u' }
      if (typeof item === 'bigint') return { $: 'b', v: String(item) }
      if (typeof item !== 'object' || isProxy(item)) return refuse()
      const place = seen.get(item)
      if (place !== undefined) return { $: 'r', v: place }
      seen.set(item, seen.size)
      if (Array.isArray(item)) return putArray(item)
      const tag = Object.prototype.toString.call(item).slice(8, -1)
      if (tag === 'Object') return putPlain(item)
      if (Object.hasOwn(putSpecial, tag)) return putSpecial[tag](item)
      // Views of one buffer become views of one buffer each.
      if (ArrayBuffer.isView(item)) return { $: 't', k: tag, v: raw(bytesOf(item)) }
      return ['String', 'Number', 'Boolean', 'BigInt'].includes(tag) ? putBoxed(item) : refuse()
    }
    return JSON.stringify(put(value))
  }

  function decode(text, parts) {
    const seen = []
    const keep = (value) => {
      seen.push(value)
      return value
    }
    const bufferOf = (raw) => (typeof raw === 'number' ? parts[raw] : fromBase64(raw))
    const define = (object, key, value) =>
      Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true })
    const getArray = (array) => {
      keep(array)
      for (let i = 0; i < array.length; i++) {
        const item = array[i]
        if (typeof item !== 'object' || item === null) continue
        if (item.$ === 'h') Reflect.deleteProperty(array, i)
        else array[i] = get(item)
      }
      return array
    }
    const getPlain = (object) => {
      keep(object)
      for (const key in object) {
        const item = object[key]
        if (typeof item === 'object' && item !== null) object[key] = get(item)
      }
      return object
    }
    const getSpecial = {
      u: () => undefined,
      n: Number,
      b: BigInt,
      r: (place) => seen[place],
      d: (time) => keep(new Date(time ?? NaN)),
      x: ([source, flags]) => keep(new RegExp(source, flags)),
      a: (raw) => keep(bufferOf(raw)),
      t: (raw, type) => keep(new globalThis[type](bufferOf(raw))),
      p: (primitive) => {
        const place = seen.push(null) - 1
        return (seen[place] = Object(get(primitive)))
      },
      m: (entries) => {
        const map = keep(new Map())
        for (const [key, item] of entries) map.set(get(key), get(item))
        return map
      },
      s: (items) => {
        const set = keep(new Set())
        for (const item of items) set.add(get(item))
        return set
      },
      o: (entries) => {
        const object = keep({})
        for (const [key, item] of entries) define(object, key, get(item))
        return object
      },
      e: ([name, message, stack, cause]) => {
        const error = keep(new (errors.has(name) ? globalThis[name] : Error)(message))
        if (stack !== undefined) error.stack = stack
        if (cause.length)
          Object.defineProperty(error, 'cause', { value: get(cause[0]), writable: true, configurable: true })
        return error
      },
    }
    const get = (item) => {
      if (typeof item !== 'object' || item === null) return item
      if (Array.isArray(item)) return getArray(item)
      if (item.$ === undefined) return getPlain(item)
      return getSpecial[item.$](item.v, item.k)
    }
    return get(JSON.parse(text))
  }

  return { encode, decode, clone }
}
