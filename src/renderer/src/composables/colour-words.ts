import { fold } from '../../../shared/text-folding.ts'

/** Colours of a wardrobe, in Turkish and English, folded. */
const colours = new Map<string, string>([
  ...same('#15181d', 'siyah', 'black'),
  ...same('#ffffff', 'beyaz', 'white'),
  ...same('#f0e6d2', 'ekru', 'ecru', 'krem', 'cream', 'fildisi', 'ivory'),
  ...same('#d9c3a0', 'bej', 'beige', 'kum', 'sand'),
  ...same('#b98a56', 'camel', 'taba', 'tan'),
  ...same('#6b4429', 'kahve', 'kahverengi', 'brown'),
  ...same('#8c929b', 'gri', 'gray', 'grey'),
  ...same('#4a4f57', 'antrasit', 'anthracite', 'fume'),
  ...same('#2f6fb7', 'mavi', 'blue'),
  ...same('#1f2d5c', 'lacivert', 'navy'),
  ...same('#3fb3b8', 'turkuaz', 'turquoise', 'petrol', 'teal'),
  ...same('#3b8a4e', 'yesil', 'green'),
  ...same('#6b7045', 'haki', 'khaki', 'olive', 'zeytin'),
  ...same('#a9d8c4', 'mint', 'nane'),
  ...same('#e8c63a', 'sari', 'yellow', 'hardal', 'mustard'),
  ...same('#e07b2e', 'turuncu', 'orange'),
  ...same('#c62f2f', 'kirmizi', 'red'),
  ...same('#6d1f33', 'bordo', 'burgundy', 'visne'),
  ...same('#e79ab0', 'pembe', 'pink', 'pudra', 'powder'),
  ...same('#c1337e', 'fusya', 'fuchsia'),
  ...same('#7a4b9a', 'mor', 'purple'),
  ...same('#b9a1d4', 'lila', 'lilac', 'lavanta', 'lavender'),
  ...same('#c9a646', 'altin', 'gold'),
  ...same('#b9bec6', 'gumus', 'silver'),
])

function same(colour: string, ...words: string[]): [string, string][] {
  return words.map((word) => [word, colour])
}

/** A CSS colour for a text that is a colour's name, "SİYAH" or "navy blue"; null for any other text. */
export function colourOf(text: string): string | null {
  const words = fold(text)
    .split(/[^a-z]+/u)
    .filter(Boolean)
  if (words.length === 0 || words.length > 2) return null
  for (const word of [words.join(''), ...words]) {
    const colour = colours.get(word)
    if (colour !== undefined) return colour
  }
  return null
}
