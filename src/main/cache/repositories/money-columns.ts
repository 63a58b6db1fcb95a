import { moneyFields } from '../../../shared/order-item.ts'
import type { Decimal, MoneyField } from '../../../shared/order-item.ts'

/** The columns of `items` that hold amounts. */
export const moneyColumns = {
  netAmount: 'net_amount',
  price: 'price',
  retailPrice: 'retail_price',
  taxRate: 'tax_rate',
  taxAmount: 'tax_amount',
  discountAmount: 'discount_amount',
  withoutNetAmount: 'without_net_amount',
  installmentInterestAmount: 'installment_interest_amount',
} as const satisfies Record<MoneyField, string>

export type MoneyRow = Record<(typeof moneyColumns)[MoneyField], Decimal | null>

/** The amounts of a row under the names of the domain. */
export function amountsOf(row: MoneyRow): Record<MoneyField, Decimal | null> {
  return Object.fromEntries(moneyFields.map((field) => [field, row[moneyColumns[field]]])) as Record<
    MoneyField,
    Decimal | null
  >
}
