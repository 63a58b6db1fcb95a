/**
 * Remembers what was worked out of a text, for texts that come again and again. `work` answers the same whenever it is
 * asked; whoever is remembered longest makes room.
 */
export function remembering<T>(most: number): (text: string, work: () => T) => T {
  const known = new Map<string, T>()
  return (text, work) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = work()
    if (known.size >= most)
      for (const oldest of known.keys()) {
        known.delete(oldest)
        break
      }
    known.set(text, answer)
    return answer
  }
}
