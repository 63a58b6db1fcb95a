import { BrokenParts, takeColumn, takeList } from './engine-parts.ts'
import type { EngineParts } from './engine-parts.ts'

/**
 * Different values, each with its rank among all of them. Ranks are worked out when they are asked for, and
 * only the values added since are compared: a collation costs about a microsecond for each comparison.
 */
export class RankedValues {
  readonly #compare: (a: string, b: string) => number
  readonly #keyOf: (value: string) => string | null
  readonly #numbers = new Map<string, number>()
  readonly #values: string[] = []
  readonly #keys: (string | undefined)[] = []
  #sorted: number[] = []
  #ranks: Int32Array = new Int32Array(0)

  /**
   * @param compare zero makes two keys stand at the same rank
   * @param keyOf what a value is compared by, worked out once for each; null: the value counts as none
   */
  constructor(
    compare: (a: string, b: string) => number,
    keyOf: (value: string) => string | null = (value) => value,
  ) {
    this.#compare = compare
    this.#keyOf = keyOf
  }

  /** The number that stands for a value from now on; -1 for none. */
  numberOf(value: string | null): number {
    if (value === null) return -1
    const known = this.#numbers.get(value)
    if (known !== undefined) return known
    const key = this.#keyOf(value)
    const number = key === null ? -1 : this.#values.push(value) - 1
    if (key !== null) this.#keys[number] = key
    this.#numbers.set(value, number)
    return number
  }

  /** Rank by number. Of two values the order never changes, but ranks move up as others come between. */
  ranks(): Int32Array {
    while (!this.rankSome(Infinity)) continue
    return this.#ranks
  }

  /** Ranks so many more of the values, so that a long piece of work can be cut; true when none is left. */
  rankSome(most: number): boolean {
    if (this.#ranks.length === this.#values.length) return true
    const compare = (a: number, b: number) => this.#compare(this.#keyAt(a), this.#keyAt(b))
    const added: number[] = []
    const end = Math.min(this.#values.length, this.#sorted.length + most)
    for (let number = this.#sorted.length; number < end; number++) added.push(number)
    added.sort(compare)
    this.#sorted = mergeSorted(this.#sorted, added, compare)
    if (this.#sorted.length < this.#values.length) return false
    this.#ranks = new Int32Array(this.#values.length)
    let rank = 0
    let before: number | null = null
    for (const number of this.#sorted) {
      if (before !== null && compare(before, number) !== 0) rank++
      this.#ranks[number] = rank
      before = number
    }
    return true
  }

  /** The lowest rank whose key is not below this one; one more than the highest where all are. */
  rankFrom(key: string): number {
    const ranks = this.ranks()
    const number = this.#sorted[this.#firstPlace((one) => this.#compare(one, key) >= 0)]
    return number === undefined ? this.#sorted.length : (ranks[number] ?? 0)
  }

  /** The highest rank whose key is not above this one; -1 where all are. */
  rankTo(key: string): number {
    const ranks = this.ranks()
    const number = this.#sorted[this.#firstPlace((one) => this.#compare(one, key) > 0) - 1]
    return number === undefined ? -1 : (ranks[number] ?? 0)
  }

  /** Writes values and ranks down, so that nothing need be compared again. */
  save(parts: EngineParts, name: string): void {
    parts.values.set(`${name}.values`, this.#values)
    parts.columns.set(`${name}.sorted`, Int32Array.from(this.#sorted))
    parts.columns.set(`${name}.ranks`, this.#ranks)
  }

  /** Takes up what was saved; only where nothing is held yet. @throws BrokenParts */
  restore(parts: EngineParts, name: string): void {
    const values = takeList<string>(parts, `${name}.values`)
    const sorted = takeColumn(parts, `${name}.sorted`, 'int32')
    const ranks = takeColumn(parts, `${name}.ranks`, 'int32')
    if (sorted.length > values.length || ranks.length > values.length) throw new BrokenParts(name)
    for (const [number, value] of values.entries()) this.#numbers.set(value, number)
    for (const value of values) this.#values.push(value)
    this.#sorted = [...sorted]
    this.#ranks = ranks
  }

  /** Of values that were restored the key is worked out when it is first compared: most never are. */
  #keyAt(number: number): string {
    return (this.#keys[number] ??= this.#keyOf(this.#values[number] ?? '') ?? '')
  }

  /** Where, in the order of ranks, the first key stands that is far enough. */
  #firstPlace(isFarEnough: (key: string) => boolean): number {
    let [low, high] = [0, this.#sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isFarEnough(this.#keyAt(this.#sorted[middle] ?? 0))) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Few come into many: each finds its place by halving, the rest is copied. */
function mergeSorted(many: number[], few: number[], compare: (a: number, b: number) => number): number[] {
  if (many.length === 0) return few
  const merged: number[] = []
  let from = 0
  for (const one of few) {
    let low = from
    let high = many.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compare(many[middle] ?? 0, one) <= 0) low = middle + 1
      else high = middle
    }
    for (; from < low; from++) merged.push(many[from] ?? 0)
    merged.push(one)
  }
  for (; from < many.length; from++) merged.push(many[from] ?? 0)
  return merged
}

const turkish = new Intl.Collator('tr', { numeric: true })

/** Turkish order, numbers in texts by their value; what reads the same is told apart by its code units. */
export function compareTexts(a: string, b: string): number {
  return turkish.compare(a, b) || compareCodeUnits(a, b)
}

export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
