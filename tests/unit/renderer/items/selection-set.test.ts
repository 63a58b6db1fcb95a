import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterFilter,
  allOf,
  countSelected,
  isSelected,
  nothingSelected,
  withRows,
} from '../../../../src/renderer/src/stores/selection-set.ts'

describe('selection', () => {
  it('answers as a plain set of ids would, whatever is chosen and dropped', () => {
    const total = 20
    const id = fc.integer({ min: 0, max: total - 1 })
    const step = fc.oneof(
      fc.constant({ kind: 'all' as const }),
      fc.record({ kind: fc.constant('rows' as const), ids: fc.array(id), chosen: fc.boolean() }),
    )
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let selection = nothingSelected
        let model = new Set<number>()
        for (const one of steps) {
          if (one.kind === 'all') {
            selection = allOf('filter')
            model = new Set(Array.from({ length: total }, (_none, at) => at))
          } else {
            selection = withRows(selection, one.ids, one.chosen)
            one.ids.forEach((at) => (one.chosen ? model.add(at) : model.delete(at)))
          }
        }
        expect(countSelected(selection, total)).toBe(model.size)
        for (let at = 0; at < total; at++) expect(isSelected(selection, at)).toBe(model.has(at))
      }),
    )
  })

  it('keeps single rows under another filter, and "all" only under its own', () => {
    const some = withRows(nothingSelected, [1, 2], true)
    expect(afterFilter(some, 'other')).toBe(some)
    expect(afterFilter(allOf('mine'), 'mine')).toEqual(allOf('mine'))
    expect(afterFilter(allOf('mine'), 'other')).toBe(nothingSelected)
  })
})
