/** What stands where a product's picture is not: its initials on a quiet colour of its own. */

const shades = 12

/** Up to two initials, in Turkish upper case: "ince keten" gives "İK". "?" for no name. */
export function initialsOf(name: string | null): string {
  const words = (name ?? '').split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const initials = words.slice(0, 2).map((word) => Array.from(word)[0] ?? '')
  return initials.join('').toLocaleUpperCase('tr-TR') || '?'
}

/** A hue in degrees, the same for the same text on every computer. */
export function hueOf(text: string): number {
  let hash = 7
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return (hash % shades) * (360 / shades)
}
