/** Different values of one kind, numbered from 1 in the order in which they come; 0 stands for none. */
export class Places<Value> {
  /** By place. */
  readonly values: (Value | null)[] = [null]
  readonly #places = new Map<Value, number>()

  of(value: Value | null): number {
    if (value === null) return 0
    const known = this.#places.get(value)
    if (known !== undefined) return known
    const place = this.values.push(value) - 1
    this.#places.set(value, place)
    return place
  }

  /** Takes up the values of another one, in their order; only where nothing is held yet. */
  restore(values: readonly (Value | null)[]): void {
    for (const value of values.slice(1)) this.of(value)
  }

  /** The place of a value that may not have come yet. */
  find(value: Value): number | undefined {
    return this.#places.get(value)
  }
}
