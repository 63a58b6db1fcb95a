/**
 * Different values, each with its rank among all of them. Ranks are worked out when they are asked for, and
 * only the values added since are compared: a collation costs about a microsecond for each comparison.
 */
export class RankedValues {
  readonly #compare: (a: string, b: string) => number
  readonly #numbers = new Map<string, number>()
  readonly #values: string[] = []
  #sorted: number[] = []
  #ranks = new Int32Array(0)

  /** @param compare zero makes two values stand at the same rank */
  constructor(compare: (a: string, b: string) => number) {
    this.#compare = compare
  }

  /** The number that stands for a value from now on; -1 for none. */
  numberOf(value: string | null): number {
    if (value === null) return -1
    const known = this.#numbers.get(value)
    if (known !== undefined) return known
    const number = this.#values.length
    this.#values.push(value)
    this.#numbers.set(value, number)
    return number
  }

  /** Rank by number. Of two values the order never changes, but ranks move up as others come between. */
  ranks(): Int32Array {
    if (this.#ranks.length !== this.#values.length) this.#rank()
    return this.#ranks
  }

  #rank(): void {
    const values = this.#values
    const compare = (a: number, b: number) => this.#compare(values[a] ?? '', values[b] ?? '')
    const added: number[] = []
    for (let number = this.#sorted.length; number < values.length; number++) added.push(number)
    added.sort(compare)
    this.#sorted = mergeSorted(this.#sorted, added, compare)
    this.#ranks = new Int32Array(values.length)
    let rank = 0
    let before: number | null = null
    for (const number of this.#sorted) {
      if (before !== null && compare(before, number) !== 0) rank++
      this.#ranks[number] = rank
      before = number
    }
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
