import { dayPresets } from '../../../shared/item-filters.ts'
import type { DateFilter, LocalDay } from '../../../shared/item-filters.ts'

/** Microseconds since 1970, `below` not included. */
export interface TimeSpan {
  from: number
  below: number
}

/** When a calendar day of this computer begins, in microseconds; days of 23 and 25 hours are counted as they are. */
function startOf(year: number, month: number, day: number): number {
  return new Date(year, month, day).getTime() * 1000
}

function partsOf(day: LocalDay): [year: number, month: number, day: number] {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number)
  return [year, month - 1, date]
}

/** The beginning of the last so many days, today included. */
export function startOfLastDays(days: number, now: Date): number {
  return startOf(now.getFullYear(), now.getMonth(), now.getDate() - (days - 1))
}

export function timeSpanOf(filter: DateFilter, now: Date): TimeSpan {
  if ('days' in filter) return { from: startOfLastDays(filter.days, now), below: Infinity }
  const { from, to } = filter
  const [year, month, day] = to === null ? [0, 0, 0] : partsOf(to)
  return {
    from: from === null ? -Infinity : startOf(...partsOf(from)),
    below: to === null ? Infinity : startOf(year, month, day + 1),
  }
}

/** The beginnings of `dayPresets`, in their order: each is earlier than the one before. */
export const presetStarts = (now: Date): number[] => dayPresets.map((days) => startOfLastDays(days, now))
