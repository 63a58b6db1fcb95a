import type { AttributeValue } from '../../../shared/order-item.ts'
import { fold } from '../../../shared/text-folding.ts'

const mostLabels = 3

/** What tells one unit of a product from another, most telling first; folded. */
const telling = [
  'renk',
  'color',
  'colour',
  'beden',
  'size',
  'numara',
  'ebat',
  'olcu',
  'hacim',
  'volume',
  'desen',
]

function rank(key: string): number {
  const folded = fold(key)
  const index = telling.findIndex((word) => folded.includes(word))
  return index === -1 ? telling.length : index
}

function shown({ label, value }: AttributeValue): string | null {
  if (label !== null && label.trim() !== '') return label
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

/**
 * Up to three labels for the grid: colour and size first, then as the OMS has them. What an integration added
 * for other systems (`integration_...`) says the same again in their words and is left out.
 */
export function attributeLabels(attributes: Record<string, AttributeValue>): string[] {
  const labels = Object.entries(attributes)
    .filter(([key]) => !key.toLowerCase().startsWith('integration_'))
    .map(([key, attribute]) => ({ rank: rank(key), label: shown(attribute) }))
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ label }) => (label === null || label.trim() === '' ? [] : [label]))
  return [...new Set(labels)].slice(0, mostLabels)
}
