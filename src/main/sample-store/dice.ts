/** A repeatable die: the same number always rolls the same. In [0, 1). */
export type Die = (n: number) => number

/**
 * One die for one question ("which state?"), so that a new question never changes the answers to the others.
 * No state, hence O(1) for any item, and no item depends on the one before.
 */
export function createDie(seed: number, question: string): Die {
  const start = mix(seed ^ textHash(question))
  return (n) => mix(start ^ Math.imul(n, 0x9e3779b1)) / 0x1_0000_0000
}

/** The place in a list that a roll in [0, 1) falls on. */
export function pick<T>(list: readonly T[], roll: number): T {
  const chosen = list[Math.floor(roll * list.length)]
  if (chosen === undefined) throw new RangeError('nothing to pick from')
  return chosen
}

/** Like `pick`, with unequal chances. */
export function createWeightedPick<T>(
  list: readonly T[],
  weightOf: (entry: T) => number,
): (roll: number) => T {
  let total = 0
  const edges = list.map((entry) => (total += weightOf(entry)))
  return (roll) => {
    const chosen = list[edges.findIndex((edge) => roll * total < edge)]
    if (chosen === undefined) throw new RangeError('nothing to pick from')
    return chosen
  }
}

/** FNV-1a. */
function textHash(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** The finaliser of MurmurHash3: every bit in changes about half of the bits out. */
function mix(value: number): number {
  let bits = value ^ (value >>> 16)
  bits = Math.imul(bits, 0x85ebca6b)
  bits ^= bits >>> 13
  bits = Math.imul(bits, 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
