import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { atMostEvery } from '../../../../src/main/stores/at-most-every.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('tells the first at once, then the newest of each span, and the last one always', () => {
  const told: number[] = []
  const { tell } = atMostEvery<number>(200, (value) => told.push(value))
  for (let value = 0; value < 95; value++) {
    tell(value)
    vi.advanceTimersByTime(10)
  }
  expect(told).toEqual([0, 19, 39, 59, 79])
  vi.advanceTimersByTime(1000)
  expect(told).toEqual([0, 19, 39, 59, 79, 94])
  tell(100)
  expect(told.at(-1)).toBe(100)
})

it('tells what waits when it is told to, once', () => {
  const told: number[] = []
  const { tell, flush } = atMostEvery<number>(200, (value) => told.push(value))
  flush()
  tell(1)
  tell(2)
  flush()
  flush()
  vi.advanceTimersByTime(1000)
  expect(told).toEqual([1, 2])
})
