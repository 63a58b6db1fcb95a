import { isDecimal } from '../../../shared/money.ts'
import type { Decimal } from '../../../shared/order-item.ts'

const shape = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/
const complement = (digits: string): string => digits.replace(/\d/g, (digit) => String(9 - Number(digit)))

/**
 * A text that sorts, by code units, exactly as the decimal does by value; equal values have equal texts. The
 * length of the whole part comes first; of negative ones all digits are turned round. Null for what is no
 * plain decimal.
 */
export function decimalOrder(value: Decimal): string | null {
  const match = isDecimal(value) ? shape.exec(value) : null
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  const length = String(whole.length).padStart(4, '0')
  const magnitude = fraction === '' ? `${length}${whole}` : `${length}${whole}.${fraction}`
  if (whole === '' && fraction === '') return 'p0000'
  // "~" stands after every digit and point, so that -1.5 comes before -1.
  return sign === '-' ? `n${complement(magnitude)}~` : `p${magnitude}`
}
