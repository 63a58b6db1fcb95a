import { isDecimal } from '../../../shared/money.ts'
import type { Decimal } from '../../../shared/order-item.ts'
import type { Language } from '../../../shared/settings.ts'

/** "1,234,567" where the comma groups. */
const isGrouped = (text: string, mark: string): boolean =>
  new RegExp(`^-?\\d{1,3}(\\${mark}\\d{3})+$`).test(text)

/**
 * The decimal that a person wrote, exactly: "1.234,50" and "1,234.50" are both 1234.50. A mark alone before three
 * digits groups where the language groups by it, and is a decimal mark in every other place. Null: no amount.
 */
export function readAmount(typed: string, language: Language): Decimal | null {
  const [point, group] = language === 'tr' ? [',', '.'] : ['.', ',']
  let text = typed.replaceAll(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-')
  const marks = text.replaceAll(/[^.,]/g, '')
  const last = marks.at(-1)
  if (new Set(marks).size === 2 && last !== undefined) {
    // The last one is the decimal mark, the other one groups.
    const other = last === ',' ? '.' : ','
    const [whole = '', fraction = '', ...rest] = text.split(last)
    if (rest.length > 0 || fraction.includes(other) || !isGrouped(whole, other)) return null
    text = `${whole.replaceAll(other, '')}.${fraction}`
  } else if (isGrouped(text, group)) text = text.replaceAll(group, '')
  else if (marks.length > 1) {
    if (!isGrouped(text, point)) return null
    text = text.replaceAll(point, '')
  } else text = text.replace(/[.,]/, '.')
  if (text.startsWith('.')) text = `0${text}`
  return isDecimal(text) && text.length <= 60 ? text.replace(/^\+/, '').replace(/\.$/, '') : null
}
