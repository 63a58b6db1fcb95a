import { takeColumn } from './engine-parts.ts'
import type { EngineParts } from './engine-parts.ts'

/** Parents that became bundles or ceased to be, with the bounds of their ids. */
export interface ChangedParents {
  ids: ReadonlySet<number>
  least: number
  most: number
}

/** Which items are parts, of which bundle, and which ids are bundles because of that. */
export class BundleParents {
  /** Parts alone: few items are. */
  readonly #bySlot = new Map<number, number>()
  readonly #parts = new Map<number, number>()
  readonly #changed = new Set<number>()

  /** The bundle (its `omnitronId`) that the item is a part of. */
  of(slot: number): number | undefined {
    return this.#bySlot.get(slot)
  }

  /** Whether some item names this one as its bundle. */
  has(omnitronId: number): boolean {
    return this.#parts.has(omnitronId)
  }

  put(slot: number, parent: number | null): void {
    const before = this.#bySlot.get(slot)
    if (before === (parent ?? undefined)) return
    if (before !== undefined) this.#count(before, -1)
    if (parent === null) this.#bySlot.delete(slot)
    else {
      this.#bySlot.set(slot, parent)
      this.#count(parent, 1)
    }
  }

  /** What changed since it was last asked; null: nothing. */
  takeChanged(): ChangedParents | null {
    if (this.#changed.size === 0) return null
    const ids = new Set(this.#changed)
    this.#changed.clear()
    let [least, most] = [Infinity, -Infinity]
    for (const id of ids) {
      if (id < least) least = id
      if (id > most) most = id
    }
    return { ids, least, most }
  }

  save(parts: EngineParts): void {
    parts.columns.set('bundles.parts', Uint32Array.from(this.#bySlot.keys()))
    parts.columns.set('bundles.parents', Float64Array.from(this.#bySlot.values()))
  }

  /** Of items whose profiles know it already. @throws BrokenParts */
  restore(parts: EngineParts): void {
    const parents = takeColumn(parts, 'bundles.parents', 'float64')
    for (const [at, slot] of takeColumn(parts, 'bundles.parts', 'uint32').entries())
      this.put(slot, parents[at] ?? null)
    this.#changed.clear()
  }

  #count(parent: number, change: number): void {
    const before = this.#parts.get(parent) ?? 0
    const now = before + change
    if (now > 0) this.#parts.set(parent, now)
    else this.#parts.delete(parent)
    if ((before === 0) !== (now === 0)) this.#changed.add(parent)
  }
}
