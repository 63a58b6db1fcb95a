import type { IsoDate } from '../../shared/order-item.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

const dayTexts = new Map<number, string>()

/** "2026-11-23T". There are few days and many moments: each is spelled once (a date costs a microsecond). */
function dayText(number: number): string {
  let text = dayTexts.get(number)
  if (text === undefined) {
    text = new Date(number * day).toISOString().slice(0, 11)
    dayTexts.set(number, text)
  }
  return text
}

const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))
const three = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'))

/**
 * A moment as Django writes it: UTC with six digits of fraction.
 *
 * @param time whole milliseconds since 1970
 * @param micros 0 to 999, the digits that a JavaScript date cannot hold
 */
export function microsecondDate(time: number, micros: number): IsoDate {
  const date = Math.floor(time / day)
  const rest = time - date * day
  const hours = two[Math.floor(rest / hour)] ?? ''
  const minutes = two[Math.floor((rest % hour) / minute)] ?? ''
  const seconds = two[Math.floor((rest % minute) / 1000)] ?? ''
  return `${dayText(date)}${hours}:${minutes}:${seconds}.${three[rest % 1000] ?? ''}${three[micros] ?? ''}Z`
}
