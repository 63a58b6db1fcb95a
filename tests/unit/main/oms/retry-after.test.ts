import { expect, it } from 'vitest'
import { retryAfterSeconds } from '../../../../src/main/oms/retry-after.ts'

const now = () => Date.parse('2026-03-01T12:00:00Z')

it.each([
  [{}, null],
  [{ 'retry-after': '120' }, 120],
  [{ 'retry-after': ' 0 ' }, 0],
  [{ 'retry-after': '-5' }, null],
  [{ 'retry-after': '1.5' }, null],
  [{ 'retry-after': 'soon' }, null],
  [{ 'retry-after': '2030' + '0'.repeat(30) }, null],
  [{ 'retry-after': 'Sun, 01 Mar 2026 12:00:30 GMT' }, 30],
  [{ 'retry-after': 'Sun, 01 Mar 2026 11:00:00 GMT' }, 0],
  [{ 'retry-after': 'Sunday, 01-Mar-26 12:00:30 GMT' }, 30],
  // A clock that runs an hour ahead of ours: its own date counts.
  [{ 'retry-after': 'Sun, 01 Mar 2026 13:00:30 GMT', date: 'Sun, 01 Mar 2026 13:00:00 GMT' }, 30],
])('%o', (headers, seconds) => {
  expect(retryAfterSeconds(new Headers(headers as Record<string, string>), now)).toBe(seconds)
})
