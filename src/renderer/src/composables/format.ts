/**
 * Numbers, money, dates and ages as a person reads them. Money goes from decimal text straight into `Intl`, which
 * formats such text exactly; it never becomes a float.
 */
import type { LocalDay } from '../../../shared/item-filters.ts'
import { isDecimal } from '../../../shared/money.ts'
import type { Decimal, IsoDate } from '../../../shared/order-item.ts'
import type { Language } from '../../../shared/settings.ts'

/** Stands for what is not known. */
export const dash = '—'

export interface Formatter {
  /** "₺599.99", "599,99 €"; without a currency the bare number; `dash` for null. */
  money: (amount: Decimal | null, currency: string | null) => string
  /** A day of this computer: "7 Jul 2021". */
  day: (day: LocalDay) => string
  /** A plain decimal with its own places: "8", "1,234.5". */
  decimal: (value: Decimal | null) => string
  /** A rate as the OMS sends it, in per cent: "8" is "8%". */
  percent: (value: Decimal | null) => string
  /** "248,316" */
  number: (value: number) => string
  /** "3.2 MB" */
  bytes: (value: number) => string
  /** In the computer's own time zone: "7 Jul 2021, 11:17". */
  date: (iso: IsoDate | null) => string
  /** "11:17" */
  time: (iso: IsoDate) => string
  /** For those who must know exactly: "2021-07-07 08:17:49 UTC". */
  utc: (iso: IsoDate | null) => string
  /** How long ago, short, for a column: "2 min", "3 days". */
  age: (iso: IsoDate | null, now: number) => string
  /** How long ago, in a sentence: "2 min ago"; within the first minute "now". */
  ago: (iso: IsoDate, now: number) => string
  /** A length of time: "45 sec", "3 min", "1 hr 20 min". */
  duration: (seconds: number) => string
}

/** The tag to format by: the language shown, in the region's way where the region speaks that language. */
export function formattingLocale(language: Language, region: string): string {
  if (region.toLowerCase().startsWith(`${language}-`)) return region
  return language === 'tr' ? 'tr-TR' : 'en-GB'
}

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year'
const steps: readonly [Unit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

function largestUnit(seconds: number): [Unit, number] {
  for (const [unit, length] of steps) if (seconds >= length) return [unit, Math.floor(seconds / length)]
  return ['second', Math.max(0, Math.floor(seconds))]
}

const fractionDigits = (amount: Decimal): number => amount.split('.')[1]?.length ?? 0
const exact = (amount: Decimal) => amount as Intl.StringNumericLiteral

/** A number's formatter; making one costs far more than using it, so each is made once. */
function remembered(locale: string) {
  const made = new Map<string, Intl.NumberFormat>()
  return (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options)
    const known = made.get(key) ?? new Intl.NumberFormat(locale, options)
    made.set(key, known)
    return known
  }
}

/** Formatting for one language in one region, e.g. `createFormatter('en', 'tr-TR')`. */
export function createFormatter(language: Language, region: string): Formatter {
  const locale = formattingLocale(language, region)
  const numbers = remembered(locale)
  // British English writes "2 min ago" where American writes "2 min. ago", and American "2 min" for "2 mins".
  const sentenceLocale = language === 'tr' ? 'tr-TR' : 'en-GB'
  const unitLocale = language === 'tr' ? 'tr-TR' : 'en-US'
  const relative = new Intl.RelativeTimeFormat(sentenceLocale, { style: 'short', numeric: 'always' })
  const justNow = new Intl.RelativeTimeFormat(sentenceLocale, { numeric: 'auto' }).format(0, 'second')
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const units = remembered(unitLocale)

  const unit = (name: Unit, value: number) =>
    units({ style: 'unit', unit: name, unitDisplay: 'short' }).format(value).replace('.', '')
  const secondsSince = (iso: IsoDate, now: number) => Math.max(0, (now - Date.parse(iso)) / 1000)

  function decimal(value: Decimal | null): string {
    if (value === null) return dash
    if (!isDecimal(value)) return value
    return numbers({ maximumFractionDigits: fractionDigits(value) }).format(exact(value))
  }

  function money(amount: Decimal | null, currency: string | null): string {
    if (amount === null) return dash
    if (!isDecimal(amount) || currency === null) return decimal(amount)
    if (!/^[A-Z]{3}$/.test(currency)) return `${decimal(amount)} ${currency}`
    // The lira's sign is its own; other signs are shared ($ of the US, of Canada, ...) and stay told apart.
    const currencyDisplay = currency === 'TRY' ? 'narrowSymbol' : 'symbol'
    // More places than the currency has are shown, not rounded away.
    const most = Math.max(usualDigits(currency), fractionDigits(amount))
    return numbers({ style: 'currency', currency, currencyDisplay, maximumFractionDigits: most }).format(
      exact(amount),
    )
  }

  /** Asked once for each currency: a formatter takes longer to say than to format. */
  const digitsOf = new Map<string, number>()
  function usualDigits(currency: string): number {
    const known = digitsOf.get(currency)
    if (known !== undefined) return known
    const digits = numbers({ style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    digitsOf.set(currency, digits)
    return digits
  }

  function bytes(value: number): string {
    const names = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
    const step = Math.min(names.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3))
    const scaled = value / 1000 ** step
    return numbers({
      style: 'unit',
      unit: names[step] ?? 'byte',
      maximumFractionDigits: scaled < 10 && step > 0 ? 1 : 0,
    }).format(scaled)
  }

  return {
    money,
    decimal,
    percent: (value) => {
      if (value === null) return dash
      return isDecimal(value) ? (language === 'tr' ? `%${decimal(value)}` : `${decimal(value)}%`) : value
    },
    number: (value) => numbers({}).format(value),
    bytes,
    date: (iso) => (iso === null ? dash : dates.format(new Date(iso))),
    // With a time and without a zone it is read as one of this computer.
    day: (day) => days.format(new Date(`${day}T12:00`)),
    time: (iso) => times.format(new Date(iso)),
    utc: (iso) => (iso === null ? dash : `${new Date(iso).toISOString().slice(0, 19).replace('T', ' ')} UTC`),
    age: (iso, now) => {
      if (iso === null) return dash
      const [name, value] = largestUnit(secondsSince(iso, now))
      return name === 'second' ? justNow : unit(name, value)
    },
    ago: (iso, now) => {
      const [name, value] = largestUnit(secondsSince(iso, now))
      return name === 'second' ? justNow : relative.format(-value, name)
    },
    duration: (seconds) => {
      const whole = Math.max(0, Math.round(seconds))
      if (whole < 60) return unit('second', whole)
      const allMinutes = Math.round(whole / 60)
      if (allMinutes < 60) return unit('minute', allMinutes)
      const minutes = allMinutes % 60
      const hours = unit('hour', Math.floor(allMinutes / 60))
      return minutes === 0 ? hours : `${hours} ${unit('minute', minutes)}`
    },
  }
}
