import type { JsonObject } from '../../shared/json.ts'
import { microsecondDate } from './dates.ts'
import { orderStateOf, stateJson, type SampleCatalogue } from './generator.ts'

/** An item in both of the OMS's shapes. */
export interface ListedItem {
  full: () => JsonObject
  simple: () => JsonObject
}

/** The catalogue as time goes by: states change, items go and come. What has not changed stays computed. */
export interface LivingCatalogue {
  /** How many items are listed. */
  readonly count: number
  /** The items at places `from` to `to` (not included) of the list, which has the newest first. */
  slice(from: number, to: number): ListedItem[]
  /** The item with this `id`; null where there is none (any more). */
  item(id: number): ListedItem | null
  /** The items of an order, newest first. */
  ofOrder(orderNumber: string): ListedItem[]
  changeState: (index: number, code: string) => void
  remove: (index: number) => void
  addItems: (count: number) => void
}

interface Change {
  state: JsonObject
  modified: string
}

/**
 * @param clock the moment of a change, in milliseconds
 */
export function createLivingCatalogue(catalogue: SampleCatalogue, clock: () => number): LivingCatalogue {
  const changes = new Map<number, Change>()
  const removed = new Set<number>()
  /** When each added item came; item `catalogue.itemCount + n` is the nth of them. */
  const added: number[] = []
  const highest = () => catalogue.itemCount + added.length - 1

  function listed(index: number): ListedItem {
    return {
      full: () => read(index, catalogue.itemJson),
      simple: () => read(index, catalogue.simpleItemJson),
    }
  }

  function read(index: number, source: (index: number) => JsonObject): JsonObject {
    const item = index < catalogue.itemCount ? source(index) : asNew(index, source)
    const change = changes.get(index)
    if (!change) return item
    item['modified_date'] = change.modified
    item['state'] = typeof item['state'] === 'number' ? (change.state['id'] ?? null) : { ...change.state }
    return item
  }

  /** An added item is a copy of an older one in an order of its own. */
  function asNew(index: number, source: (index: number) => JsonObject): JsonObject {
    const number = index - catalogue.itemCount
    const item = source(catalogue.itemCount - 1 - (number % catalogue.itemCount))
    const date = microsecondDate(added[number] ?? 0, number % 1000)
    return Object.assign(item, {
      id: catalogue.itemIdOf(index),
      omnitron_id: catalogue.omnitronIdOf(index),
      order: catalogue.orderIdAt(catalogue.orderCount + number),
      parent_omnitron_id: null,
      created_date: date,
      modified_date: date,
    })
  }

  function mustExist(index: number): void {
    if (!Number.isInteger(index) || index < 0 || index > highest()) throw new RangeError(`no item ${index}`)
  }

  return {
    get count() {
      return highest() + 1 - removed.size
    },
    slice(from, to) {
      const places = Array.from(
        { length: Math.max(0, Math.min(to, this.count) - from) },
        (_, at) => from + at,
      )
      const gone = [...removed].sort((a, b) => b - a)
      return places.map((place) => {
        let index = highest() - place
        for (const hole of gone) if (hole >= index) index -= 1
        return listed(index)
      })
    },
    item(id) {
      const index = id - catalogue.itemIdOf(0)
      return index >= 0 && index <= highest() && !removed.has(index) ? listed(index) : null
    },
    ofOrder(orderNumber) {
      const order = catalogue.orderAt(orderNumber)
      const addedAt = order === null ? -1 : order - catalogue.orderCount
      const indices =
        addedAt >= 0 && addedAt < added.length
          ? [catalogue.itemCount + addedAt]
          : catalogue.itemsOfOrder(orderNumber)
      return indices
        .filter((index) => !removed.has(index))
        .reverse()
        .map(listed)
    },
    changeState(index, code) {
      mustExist(index)
      const before = read(index, catalogue.simpleItemJson)['modified_date'] as string
      // Always later than before, also within one millisecond and with a clock that stands still.
      const time = Math.max(clock(), Date.parse(before) + 1)
      changes.set(index, {
        state: stateJson(orderStateOf(code)),
        modified: microsecondDate(time, index % 1000),
      })
    },
    remove(index) {
      mustExist(index)
      removed.add(index)
    },
    addItems(count) {
      if (catalogue.itemCount === 0) throw new RangeError('an empty store has nothing to copy new items from')
      for (let at = 0; at < count; at += 1) added.push(clock())
    },
  }
}
