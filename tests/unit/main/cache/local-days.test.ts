import { describe, expect, it } from 'vitest'
import { presetStarts, timeSpanOf } from '../../../../src/main/cache/engine/local-days.ts'
import { dayPresets } from '../../../../src/shared/item-filters.ts'

const now = new Date(2026, 2, 31, 23, 30)
const microseconds = (...parts: [number, number, number]) => new Date(...parts).getTime() * 1000

describe('a filter by days', () => {
  it('begins with the first moment of a day of this computer, today being the first', () => {
    expect(timeSpanOf({ days: 1 }, now)).toEqual({ from: microseconds(2026, 2, 31), below: Infinity })
    expect(timeSpanOf({ days: 7 }, now).from).toBe(microseconds(2026, 2, 25))
    expect(timeSpanOf({ days: 90 }, now).from).toBe(microseconds(2026, 0, 1))
  })

  it('holds both of its ends as whole days, over the end of a month and of a year', () => {
    expect(timeSpanOf({ from: '2025-12-31', to: '2026-02-28' }, now)).toEqual({
      from: microseconds(2025, 11, 31),
      below: microseconds(2026, 2, 1),
    })
    expect(timeSpanOf({ from: null, to: null }, now)).toEqual({ from: -Infinity, below: Infinity })
  })

  it('has presets that each reach further back', () => {
    const starts = presetStarts(now)
    expect(starts).toHaveLength(dayPresets.length)
    expect(starts).toEqual(starts.toSorted((a, b) => b - a))
  })
})
