import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sameContent } from '../../../src/shared/same-content.ts'

it('is the same text, for any two values as JSON has them', () => {
  const few = fc.jsonValue({ maxDepth: 2 })
  fc.assert(
    fc.property(few, few, (a, b) => {
      const copy: unknown = JSON.parse(JSON.stringify(a))
      expect(sameContent(copy, JSON.parse(JSON.stringify(a)))).toBe(true)
      const [one, other] = [JSON.stringify(a), JSON.stringify(b)]
      expect(sameContent(JSON.parse(one), JSON.parse(other))).toBe(one === other)
    }),
    { numRuns: 2000 },
  )
})

it.each([
  ['{"__proto__":{}}', '{"x":1}'],
  ['{"__proto__":{}}', '{"a":{}}'],
  ['{"a":1,"b":2}', '{"b":2,"a":1}'],
  ['[1]', '{"0":1}'],
  ['[]', '{}'],
  ['null', '{}'],
  ['{"a":null}', '{}'],
  ['[1,2]', '[1]'],
])('%s is not %s', (a, b) => {
  expect(sameContent(JSON.parse(a), JSON.parse(b))).toBe(false)
  expect(sameContent(JSON.parse(b), JSON.parse(a))).toBe(false)
})
