import { moneyFields } from '../../../shared/order-item.ts'
import type { Decimal, MoneyField } from '../../../shared/order-item.ts'
import type { ItemAmounts } from '../item-keys.ts'
import { decimalOrder } from './decimal-order.ts'
import { takeColumn, takeList } from './engine-parts.ts'
import type { EngineParts } from './engine-parts.ts'
import { compareCodeUnits, RankedValues } from './ranked-values.ts'

const none = -1

/** Fills a column that was not held until now. */
export type ReadAmounts = (field: MoneyField, put: (id: number, amount: Decimal | null) => void) => void

/**
 * The items' amounts by slot, as numbers in one dictionary of all that occur: prices repeat. Exact at any length.
 * Net amounts are always held; another amount is read when it is first sorted by, and held from then on.
 */
export class AmountColumns {
  readonly values = new RankedValues(compareCodeUnits, decimalOrder)
  readonly #columns = new Map<MoneyField, Int32Array>([['netAmount', new Int32Array(0)]])
  readonly #read: ReadAmounts
  readonly #slotOf: (id: number) => number | undefined
  #size = 0

  constructor(read: ReadAmounts, slotOf: (id: number) => number | undefined) {
    this.#read = read
    this.#slotOf = slotOf
  }

  /** Numbers in `values` by slot; -1 for none. */
  of(field: MoneyField): Int32Array {
    return this.#columns.get(field) ?? this.#fill(field)
  }

  put(slot: number, amounts: ItemAmounts): void {
    for (const [field, column] of this.#columns) column[slot] = this.values.numberOf(amounts[field] ?? null)
  }

  grow(size: number): void {
    this.#size = size
    for (const [field, before] of this.#columns) {
      const column = new Int32Array(size)
      column.set(before)
      this.#columns.set(field, column)
    }
  }

  save(parts: EngineParts, count: number): void {
    this.values.save(parts, 'amounts')
    parts.values.set('amounts.fields', [...this.#columns.keys()])
    for (const [field, column] of this.#columns)
      parts.columns.set(`amounts.${field}`, column.subarray(0, count))
  }

  /** @throws BrokenParts */
  restore(parts: EngineParts, count: number): void {
    this.#size = count
    this.values.restore(parts, 'amounts')
    for (const field of takeList<MoneyField>(parts, 'amounts.fields'))
      this.#columns.set(field, takeColumn(parts, `amounts.${field}`, 'int32'))
  }

  #fill(field: MoneyField): Int32Array {
    const column = new Int32Array(this.#size).fill(none)
    this.#read(field, (id, amount) => {
      const slot = this.#slotOf(id)
      if (slot !== undefined) column[slot] = this.values.numberOf(amount)
    })
    this.#columns.set(field, column)
    return column
  }
}

const fields: ReadonlySet<string> = new Set(moneyFields)

export const isMoneyField = (name: string): name is MoneyField => fields.has(name)
