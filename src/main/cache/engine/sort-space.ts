/**
 * Room to sort in, used again by every sort: 16 bytes an item that would otherwise be claimed and left behind each
 * time, which a process hardly ever gives back.
 */
export class SortSpace {
  #keys = new Float64Array(0)
  #spare = new Uint32Array(0)
  #more = new Uint32Array(0)

  of(count: number): { keys: Float64Array; spare: Uint32Array; more: Uint32Array } {
    if (this.#keys.length < count) {
      const size = Math.ceil(count * 1.1)
      this.#keys = new Float64Array(size)
      this.#spare = new Uint32Array(size)
      this.#more = new Uint32Array(size)
    }
    return {
      keys: this.#keys.subarray(0, count),
      spare: this.#spare.subarray(0, count),
      more: this.#more.subarray(0, count),
    }
  }
}
