import fc from 'fast-check'
import { types } from 'node:util'
import { describe, expect, it } from 'vitest'
import { makeCodec } from '../../../tools/chromium-electron/wire/codec.mjs'
import { makeFraming } from '../../../tools/chromium-electron/wire/framing.mjs'

const codec = makeCodec(types.isProxy)
const framing = makeFraming(codec)

const whole = (chunks: Uint8Array[]): ArrayBuffer => {
  const bytes = Buffer.concat(chunks)
  return new Uint8Array(bytes).buffer
}
const asText = (value: unknown): unknown => codec.decode(codec.encode(value))
const asBytes = (value: unknown): unknown => framing.unpack(whole(framing.pack(value).chunks))

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
  withBoxedValues: true,
  withObjectString: false,
})

describe('the codec', () => {
  it.each([
    ['text', asText],
    ['bytes', asBytes],
  ])('carries whatever structured clone carries, as %s', (_name, round) => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(round(structuredClone(value))).toStrictEqual(structuredClone(value))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps what is easily lost', () => {
    const shared = { s: 1 }
    const circle: { self: unknown[] } = { self: [] }
    circle.self.push(circle)
    const value = {
      undef: undefined,
      minusZero: -0,
      lone: 'ü\u2028\ud800',
      badDate: new Date(NaN),
      tag: { $: 'x', y: undefined },
      proto: JSON.parse('{"__proto__":5,"a":1}') as object,
      part: new Int32Array([1, 2, 3, 4]).subarray(1, 3),
      twice: [shared, shared],
      expression: /a.b/giu,
      circle,
    }
    for (const out of [asText(value), asBytes(value)] as (typeof value)[]) {
      expect(out).toStrictEqual(value)
      expect(Object.is(out.minusZero, -0)).toBe(true)
      expect(out.twice[0]).toBe(out.twice[1])
      expect(out.circle.self[0]).toBe(out.circle)
      expect(Object.hasOwn(out.proto, '__proto__')).toBe(true)
    }
  })

  it('keeps an error with its kind and cause, and nothing else of it', () => {
    const error = Object.assign(new TypeError('bad', { cause: new Error('why') }), { code: 'X' })
    const out = asText(error) as TypeError & { code?: string }
    expect(out).toBeInstanceOf(TypeError)
    expect(out.message).toBe('bad')
    expect((out.cause as Error).message).toBe('why')
    expect(out.code).toBeUndefined()
  })

  it.each([
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a function inside', { a: [() => 1] }],
    ['a proxy', new Proxy({}, {})],
    ['a proxy inside', { list: [new Proxy([], {})] }],
    ['a promise', [Promise.resolve()]],
    ['a weak map', new WeakMap()],
  ])('refuses %s', (_name, value) => {
    expect(() => void codec.clone(value)).toThrow('An object could not be cloned.')
    expect(() => void codec.encode(value)).toThrow('An object could not be cloned.')
  })
})
