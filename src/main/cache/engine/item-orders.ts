import type { SortColumn } from '../../../shared/item-query.ts'
import { sortColumns } from '../../../shared/item-query.ts'
import type { ItemList, OrderState } from '../../../shared/order-item.ts'
import { isMoneyField } from './amount-columns.ts'
import { takeColumn, takeList } from './engine-parts.ts'
import type { EngineParts } from './engine-parts.ts'
import { ItemOrder } from './item-order.ts'
import type { KeyOf } from './item-order.ts'
import type { ItemTable } from './item-table.ts'
import type { Places } from './places.ts'
import type { ProductText } from './product-table.ts'
import { compareTexts } from './ranked-values.ts'
import { SortSpace } from './sort-space.ts'

/** What numbers stand for: the engine itself holds numbers alone. */
export interface Names {
  states: Map<number, OrderState>
  stockLists: Map<number, ItemList>
  priceLists: Map<number, ItemList>
}

const namedFacets = ['state', 'stockList', 'priceList', 'priceCurrency'] as const
type NamedFacet = (typeof namedFacets)[number]

const productTextOf: Partial<Record<SortColumn, ProductText>> = {
  product: 'name',
  sku: 'sku',
  barcode: 'barcode',
  baseCode: 'baseCode',
}
const numeric = {
  id: 'id',
  order: 'order',
  omnitronId: 'omnitronId',
  createdDate: 'createdUs',
  modifiedDate: 'modifiedUs',
} as const

/** The orders in which items are shown or looked up by number; each is sorted when it is first asked for. */
export class ItemOrders {
  readonly #table: ItemTable
  readonly #orders = new Map<SortColumn, ItemOrder>()
  readonly #ranks: Record<NamedFacet, number[]> = {
    state: [],
    stockList: [],
    priceList: [],
    priceCurrency: [],
  }

  constructor(table: ItemTable) {
    this.#table = table
    const space = new SortSpace()
    for (const column of sortColumns)
      this.#orders.set(column, new ItemOrder(table, space, () => this.#keysOf(column)))
  }

  of(column: SortColumn): ItemOrder {
    const order = this.#orders.get(column)
    if (!order) throw new RangeError(`no order by ${column}`)
    return order
  }

  touch(slot: number): void {
    for (const order of this.#orders.values()) order.touch(slot)
  }

  productsChanged(): void {
    for (const column of Object.keys(productTextOf) as SortColumn[]) this.of(column).invalidate()
  }

  /** States sort as an order goes through them: by their class, then by their code; lists by their names. */
  setNames({ states, stockLists, priceLists }: Names): void {
    const { profiles } = this.#table
    this.#rank('state', profiles.states, (id) => {
      const state = states.get(id)
      return [state?.enumClass ?? '', state?.enumValue ?? '']
    })
    this.#rank('stockList', profiles.stockLists, (pk) => [listName(stockLists.get(pk))])
    this.#rank('priceList', profiles.priceLists, (pk) => [listName(priceLists.get(pk))])
    this.#rank('priceCurrency', profiles.currencies, (code) => [code])
  }

  save(parts: EngineParts): void {
    const kept: [SortColumn, number][] = []
    for (const [column, order] of this.#orders) {
      const sorted = order.kept
      if (!sorted) continue
      kept.push([column, sorted.valued])
      parts.columns.set(`orders.${column}`, sorted.slots)
    }
    parts.values.set('orders', kept)
  }

  /** After `setNames`: else the orders by names would be thought to be stale. @throws BrokenParts */
  restore(parts: EngineParts): void {
    for (const [column, valued] of takeList<[SortColumn, number]>(parts, 'orders'))
      this.of(column).restore({ slots: takeColumn(parts, `orders.${column}`, 'uint32'), valued })
  }

  #rank<Value>(facet: NamedFacet, { values }: Places<Value>, textsOf: (value: Value) => string[]): void {
    const texts = values.map((value) => (value === null ? null : textsOf(value)))
    const places = [...texts.keys()].filter((place) => texts[place] !== null)
    const compare = (a: number, b: number) => compareAll(texts[a] ?? [], texts[b] ?? [])
    const ranks = new Array<number>(texts.length).fill(NaN)
    // What is called the same stands at the same rank: which of them came first must not show.
    let [rank, before] = [0, -1]
    for (const place of places.sort(compare)) {
      if (before !== -1 && compare(before, place) !== 0) rank++
      ranks[place] = rank
      before = place
    }
    const known = this.#ranks[facet]
    const isSame = ranks.every((one, place) => Object.is(one, known[place]))
    if (isSame) return
    this.#ranks[facet] = ranks
    this.of(facet).invalidate()
  }

  #keysOf(column: SortColumn): KeyOf {
    const table = this.#table
    if (isNamed(column)) {
      const [ranks, codes] = [this.#ranks[column], table.profiles.codes[column]]
      return (slot) => ranks[codes[table.profile[slot] ?? 0] ?? 0] ?? NaN
    }
    if (isMoneyField(column)) {
      // Read first: that may bring values that have no rank yet.
      const numbers = table.amounts.of(column)
      const ranks = table.amounts.values.ranks()
      return (slot) => ranks[numbers[slot] ?? -1] ?? NaN
    }
    const text = productTextOf[column]
    if (text) {
      const [ranks, numbers] = [table.products.texts[text].ranks(), table.products.numbers[text]]
      return (slot) => ranks[numbers[table.product[slot] ?? 0] ?? -1] ?? NaN
    }
    if (column === 'parentOmnitronId') return (slot) => table.parentOf(slot) ?? NaN
    const values = table[numeric[column as keyof typeof numeric]]
    return (slot) => values[slot] ?? NaN
  }
}

const isNamed = (column: SortColumn): column is NamedFacet =>
  (namedFacets as readonly SortColumn[]).includes(column)

const listName = (list: ItemList | undefined): string => list?.name ?? list?.code ?? ''

function compareAll(a: readonly string[], b: readonly string[]): number {
  for (const [at, text] of a.entries()) {
    const difference = compareTexts(text, b[at] ?? '')
    if (difference !== 0) return difference
  }
  return 0
}
