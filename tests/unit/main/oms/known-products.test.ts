import { expect, it } from 'vitest'
import { orderItemReader } from '../../../../src/main/oms/read-page.ts'
import type { JsonObject, JsonValue } from '../../../../src/shared/json.ts'
import type { Product } from '../../../../src/shared/order-item.ts'

const reader = () => {
  const read = orderItemReader()
  return (product: JsonValue): Product | null => {
    const entry = read({ id: 1, product })
    if (typeof entry === 'string') throw new Error(entry)
    return entry.item.product
  }
}
const wire = (id: number, over: JsonObject = {}): JsonObject => ({
  id,
  name: 'Urun',
  attributes_kwargs: { beden: { label: 'L', value: 'L' } },
  ...over,
})

it('the same product is the same object, another one is read anew', () => {
  const read = reader()
  const first = read(wire(1))
  expect(read(wire(1))).toBe(first)
  expect(read(wire(2))).not.toBe(first)
  const changed = read(wire(1, { attributes_kwargs: { beden: { label: 'Large', value: 'L' } } }))
  expect(changed?.attributesKwargs['beden']?.label).toBe('Large')
  // Not the first object: whoever remembers it was told of the other one since.
  expect(read(wire(1))).toEqual(first)
  expect(read(wire(1))).not.toBe(first)
})

it('what is no product stays none', () => {
  const read = reader()
  for (const none of [null, 'x', [], {}, { id: 'x' }, { id: 'x' }, [{ id: 1 }]]) expect(read(none)).toBeNull()
})

it('remembers some thousand, those read last', () => {
  const read = reader()
  const early = read(wire(1))
  for (let id = 2; id <= 4_000; id++) read(wire(id))
  expect(read(wire(1))).toBe(early)
  read(wire(4_001))
  expect(read(wire(1))).not.toBe(early)
})
