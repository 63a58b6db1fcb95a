const digitBits = 16
const digitValues = 1 << digitBits

/**
 * Sorts slots by their keys, ascending and stable: a million in about 60 ms, where comparing takes a second.
 *
 * @param slots are moved about; the answer is either of the two arrays
 * @param keys whole numbers, at most 2^53 apart, by slot
 * @param spare as long as `slots`
 */
export function sortByKey(slots: Uint32Array, keys: Float64Array, spare: Uint32Array): Uint32Array {
  let [least, most] = [Infinity, -Infinity]
  let [isSorted, before] = [true, -Infinity]
  for (let at = 0; at < slots.length; at++) {
    const key = keys[slots[at] ?? 0] ?? 0
    if (key < least) least = key
    if (key > most) most = key
    if (key < before) isSorted = false
    before = key
  }
  if (isSorted) return slots
  let [from, to] = [slots, spare]
  const counts = new Uint32Array(digitValues + 1)
  for (let unit = 1; unit <= most - least; unit *= digitValues) {
    const digit = (slot: number) => Math.floor(((keys[slot] ?? 0) - least) / unit) % digitValues
    counts.fill(0)
    for (let at = 0; at < from.length; at++) {
      const next = digit(from[at] ?? 0) + 1
      counts[next] = (counts[next] ?? 0) + 1
    }
    for (let value = 1; value <= digitValues; value++) {
      counts[value] = (counts[value] ?? 0) + (counts[value - 1] ?? 0)
    }
    for (let at = 0; at < from.length; at++) {
      const slot = from[at] ?? 0
      const value = digit(slot)
      const place = counts[value] ?? 0
      to[place] = slot
      counts[value] = place + 1
    }
    ;[from, to] = [to, from]
  }
  return from
}
