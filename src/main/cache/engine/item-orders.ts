import type { SortColumn } from '../../../shared/item-query.ts'
import type { OrderState } from '../../../shared/order-item.ts'
import { compareTexts } from './ranked-values.ts'
import { ItemOrder } from './item-order.ts'
import type { KeyOf } from './item-order.ts'
import type { ItemTable } from './item-table.ts'

export type OrderName = SortColumn | 'id' | 'omnitronId'

/** The orders in which items are shown or looked up by number; each is sorted when it is first asked for. */
export class ItemOrders {
  readonly #table: ItemTable
  readonly #orders: Record<OrderName, ItemOrder>
  #stateRanks: number[] = []

  constructor(table: ItemTable) {
    this.#table = table
    const by = (keys: () => KeyOf) => new ItemOrder(table, keys)
    this.#orders = {
      id: by(() => column(table.id)),
      omnitronId: by(() => column(table.omnitronId)),
      order: by(() => column(table.order)),
      createdDate: by(() => column(table.createdUs)),
      modifiedDate: by(() => column(table.modifiedUs)),
      netAmount: by(() => ranked(table.amounts.ranks(), (slot) => table.amount[slot])),
      product: by(() => ofProduct(table, table.names.ranks(), table.productName)),
      sku: by(() => ofProduct(table, table.skus.ranks(), table.productSku)),
      state: by(() => (slot) => this.#stateRanks[table.state[slot] ?? 0] ?? NaN),
    }
  }

  of(name: OrderName): ItemOrder {
    return this.#orders[name]
  }

  touch(slot: number): void {
    for (const order of Object.values(this.#orders)) order.touch(slot)
  }

  productsChanged(): void {
    this.#orders.product.invalidate()
    this.#orders.sku.invalidate()
  }

  /** States sort as an order goes through them: by their class, then by their code. */
  setStates(states: Map<number, OrderState>): void {
    const places = this.#table.stateIds.map((id, place) => ({
      place,
      state: id === null ? null : states.get(id),
    }))
    const sorted = places
      .filter(({ place }) => place > 0)
      .sort(
        (a, b) =>
          compareTexts(a.state?.enumClass ?? '', b.state?.enumClass ?? '') ||
          compareTexts(a.state?.enumValue ?? '', b.state?.enumValue ?? '') ||
          a.place - b.place,
      )
    const ranks = new Array<number>(places.length).fill(NaN)
    sorted.forEach(({ place }, rank) => (ranks[place] = rank))
    const same = ranks.every((rank, place) => place === 0 || rank === this.#stateRanks[place])
    if (!same) this.#orders.state.invalidate()
    this.#stateRanks = ranks
  }
}

const column =
  (values: Float64Array): KeyOf =>
  (slot) =>
    values[slot] ?? NaN

function ranked(ranks: Int32Array, numberOf: KeyOfNumber): KeyOf {
  return (slot) => ranks[numberOf(slot) ?? -1] ?? NaN
}

type KeyOfNumber = (slot: number) => number | undefined

function ofProduct(table: ItemTable, ranks: Int32Array, numbers: number[]): KeyOf {
  return ranked(ranks, (slot) => numbers[table.product[slot] ?? -1])
}
