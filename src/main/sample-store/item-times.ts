import { catalogueData, type StateKind } from './catalogue-data.ts'
import { createDie, createWeightedPick } from './dice.ts'
import { day, hour, minute } from './dates.ts'

const { states } = catalogueData
const fresh = createWeightedPick(states, (state) => state.fresh)
const recent = createWeightedPick(states, (state) => state.recent)
const old = createWeightedPick(states, (state) => state.old)

export interface ItemTimes {
  /** When the order came, in milliseconds. Later orders came later. */
  createdAt(order: number): number
  /** When the item last changed: never before its order came, never after now. */
  modifiedAt(item: number, order: number): number
  stateOf(item: number, order: number): StateKind
}

/**
 * Spreads the orders over the 90 days before `now`, closer together towards the end, so that a shop of any size
 * has orders of the last minutes. Young orders wait and are prepared, old ones have mostly arrived.
 */
export function createItemTimes(orders: number, seed: number, now: number): ItemTimes {
  const orderState = createDie(seed, 'state of the order')
  const itemState = createDie(seed, 'state of the item')
  const isMixed = createDie(seed, 'order in mixed states')
  const progress = createDie(seed, 'time of the last change')
  const late = createDie(seed, 'changed lately')

  // The newest order is about a minute old: the last change to it is then "2 min ago" or less.
  const ageOf = (order: number) => minute + 90 * day * ((orders - 1 - order) / Math.max(orders, 1)) ** 2

  return {
    createdAt: (order) => Math.floor(now - ageOf(order)),
    modifiedAt(item, order) {
      const age = ageOf(order)
      const roll = progress(item)
      // Returns and corrections reach old orders too: some of them changed today.
      const changedAgo =
        late(item) < 0.04 ? roll * Math.min(age, day) : age - Math.min(age, 9 * day) * roll ** 2
      return Math.floor(now - changedAgo)
    },
    stateOf(item, order) {
      const age = ageOf(order)
      const choose = age < 8 * hour ? fresh : age < 8 * day ? recent : old
      return choose(isMixed(order) < 0.12 ? itemState(item) : orderState(order))
    },
  }
}
