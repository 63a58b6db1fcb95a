/** Exact decimals as text. Nothing here ever becomes a float. */
import type { Decimal } from './order-item.ts'

const shape = /^([+-]?)(\d+)(?:\.(\d*))?$/

/** Whether `text` is a plain decimal number: sign, digits, point, digits. */
export function isDecimal(text: string): boolean {
  return shape.test(text)
}

interface Scaled {
  units: bigint
  scale: number
}

function parse(value: Decimal): Scaled {
  const match = shape.exec(value)
  if (!match) throw new RangeError(`not a decimal: ${value.slice(0, 40)}`)
  const [, sign, whole = '0', fraction = ''] = match
  const units = BigInt(whole + fraction)
  return { units: sign === '-' ? -units : units, scale: fraction.length }
}

const raise = (value: Scaled, scale: number): bigint => value.units * 10n ** BigInt(scale - value.scale)

function print({ units, scale }: Scaled): Decimal {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  return `${units < 0n ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`
}

/** Sum of two decimals, with the larger number of places: "0.1" + "0.20" = "0.30". */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const [x, y] = [parse(a), parse(b)]
  const scale = Math.max(x.scale, y.scale)
  return print({ units: raise(x, scale) + raise(y, scale), scale })
}

export function negateDecimal(value: Decimal): Decimal {
  const { units, scale } = parse(value)
  return print({ units: -units, scale })
}

/** Negative, zero or positive, as a sort wants it. "1.0" equals "1.00". */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const [x, y] = [parse(a), parse(b)]
  const scale = Math.max(x.scale, y.scale)
  const difference = raise(x, scale) - raise(y, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}
