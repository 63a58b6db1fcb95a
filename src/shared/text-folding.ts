/**
 * Folding makes texts comparable for search: case, accents and the Turkish dotted and dotless i vanish, so
 * that SİYAH, siyah and SIYAH find each other. The same function folds what is stored and what is typed.
 */

const marks = /\p{M}/u
const wordPart = /^[\p{L}\p{N}]/u
/** Letters that no decomposition takes apart. */
const special: Record<string, string> = {
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}

function foldCharacter(character: string): string {
  let folded = ''
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (!marks.test(part)) folded += special[part] ?? part
  }
  return folded
}

/** `text` for comparison. Idempotent; may be shorter or longer than the text. */
export function fold(text: string): string {
  // Nearly all text of a catalogue is plain ASCII, where lower case is all there is to do.
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase()
  let folded = ''
  for (const character of text) folded += foldCharacter(character)
  return folded
}

/** The words of a search, folded, each once. */
export function searchWords(search: string): string[] {
  return [
    ...new Set(
      fold(search)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean),
    ),
  ]
}

export interface TextPart {
  text: string
  hit: boolean
}

/**
 * `text` cut into parts, so that what matches one of the folded `words` can be marked. A word matches at the
 * start of a word of the text, as the search does. Joined together the parts are the text itself.
 */
export function markHits(text: string, words: readonly string[]): TextPart[] {
  if (words.length === 0) return [{ text, hit: false }]
  const characters = Array.from(text)
  const folded = characters.map(foldCharacter)
  // A combining mark folds to nothing and belongs to the letter before it.
  const isWordPart: boolean[] = []
  for (const part of folded) isWordPart.push(part === '' ? (isWordPart.at(-1) ?? false) : wordPart.test(part))
  const hit = new Array<boolean>(characters.length).fill(false)
  for (let start = 0; start < characters.length; start++) {
    if (!isWordPart[start] || (start > 0 && isWordPart[start - 1])) continue
    for (const word of words) {
      let matched = ''
      let end = start
      while (end < characters.length && matched.length < word.length) matched += folded[end++] ?? ''
      if (matched.startsWith(word)) hit.fill(true, start, end)
    }
  }
  const parts: TextPart[] = []
  characters.forEach((character, index) => {
    const last = parts.at(-1)
    const isHit = hit[index] ?? false
    if (last && last.hit === isHit) last.text += character
    else parts.push({ text: character, hit: isHit })
  })
  return parts
}
