import type { JsonObject } from '../../shared/json.ts'
import { createDie } from './dice.ts'

/** What an item costs, in hundredths of its currency. */
export interface Amounts {
  retail: number
  discount: number
  net: number
}

/** 59999 -> "599.99". Exact: hundredths are whole numbers. */
export function decimalText(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0')
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export function createAmounts(seed: number) {
  const reduction = createDie(seed, 'reduction')
  const oddity = createDie(seed, 'amount oddity')
  const written = createDie(seed, 'how amounts are written')

  return {
    /** A single product's amounts. They add up: net = retail - discount. */
    ofSingle(item: number, retail: number): Amounts {
      const odd = oddity(item)
      if (odd < 0.006) return { retail: 0, discount: 0, net: 0 }
      const roll = reduction(item)
      const share = roll < 0.45 ? 0 : roll < 0.8 ? 0.1 + Math.floor(roll * 40) / 100 : 0.4001
      const discount = Math.round(retail * share)
      // A correction: what was charged goes back.
      const sign = odd < 0.014 ? -1 : 1
      return { retail: sign * retail, discount: sign * discount, net: sign * (retail - discount) }
    },

    /** A bundle costs what its parts cost. */
    ofBundle(parts: Amounts[]): Amounts {
      const sum = (of: (part: Amounts) => number) => parts.reduce((total, part) => total + of(part), 0)
      return {
        retail: sum((part) => part.retail),
        discount: sum((part) => part.discount),
        net: sum((part) => part.net),
      }
    },

    /**
     * The amounts as the OMS writes them. Tax is included in the net amount. Not every shop fills every field:
     * any of them is null somewhere, and a tenth is written as in the API's document (price below retail with a
     * discount of zero).
     *
     * @param taxRate per cent, e.g. "10.00"
     */
    json(item: number, { retail, discount, net }: Amounts, currency: string, taxRate: string): JsonObject {
      const roll = written(item)
      const likeDocument = roll > 0.9
      const withoutTax = Math.round((net * 100) / (100 + Number(taxRate)))
      const isBare = likeDocument || (roll > 0.78 && roll < 0.82)
      return {
        net_amount: roll < 0.004 ? null : decimalText(net),
        price: roll > 0.004 && roll < 0.008 ? null : decimalText(net),
        price_currency: currency,
        retail_price: roll > 0.01 && roll < 0.03 ? null : decimalText(retail),
        tax_rate: roll > 0.03 && roll < 0.04 ? null : taxRate,
        tax_amount: isBare ? null : decimalText(net - withoutTax),
        discount_amount: likeDocument ? '0.00' : roll > 0.04 && roll < 0.05 ? null : decimalText(discount),
        without_net_amount: isBare ? null : decimalText(withoutTax),
        installment_interest_amount: roll > 0.1 && roll < 0.22 ? decimalText(Math.round(net / 32)) : null,
      }
    },
  }
}
