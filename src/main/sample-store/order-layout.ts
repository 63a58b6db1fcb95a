import { createDie } from './dice.ts'

/** Which items lie in which order. Items of an order are neighbours, and orders follow each other in time. */
export interface OrderLayout {
  /** The order (0-based) that an item lies in. */
  orderOf(item: number): number
  /** First item of an order; for `orderCount` the number of items. */
  firstItemOf(order: number): number
}

const ordersInBlock = 32

/**
 * Orders of unequal sizes (mostly one to four items, now and then a dozen) without a table of them: the items
 * are cut into blocks of 32 orders by plain division, and a block into orders by the dice. So any item is
 * found in constant time, and 1,000,000 of them take no memory.
 */
export function createOrderLayout(items: number, orders: number, seed: number): OrderLayout {
  const size = createDie(seed, 'order size')
  const blockStart = (block: number) =>
    Math.min(items, Math.floor((block * ordersInBlock * items) / Math.max(orders, 1)))
  // Neighbours are asked for one after the other: the last block answers nearly all of them.
  let known = { block: -1, starts: [0] }

  function startsIn(block: number): number[] {
    if (known.block === block) return known.starts
    const inBlock = Math.min(ordersInBlock, orders - block * ordersInBlock)
    const start = blockStart(block)
    const spare = blockStart(block + 1) - start - inBlock
    const weights = Array.from({ length: inBlock }, (_, place) => size(block * ordersInBlock + place) ** 3)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    let soFar = 0
    const starts = weights.map((weight, place) => {
      const at = start + place + Math.floor((spare * soFar) / total)
      soFar += weight
      return at
    })
    known = { block, starts }
    return starts
  }

  return {
    orderOf(item) {
      const guess = Math.floor((item * orders) / items / ordersInBlock)
      const block = blockStart(guess + 1) <= item ? guess + 1 : blockStart(guess) > item ? guess - 1 : guess
      const starts = startsIn(block)
      let place = starts.length - 1
      while (place > 0 && (starts[place] ?? 0) > item) place -= 1
      return block * ordersInBlock + place
    },
    firstItemOf(order) {
      if (order >= orders) return items
      const block = Math.floor(order / ordersInBlock)
      return startsIn(block)[order - block * ordersInBlock] ?? items
    },
  }
}
