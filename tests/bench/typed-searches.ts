import { createSampleCatalogue } from '../../src/main/sample-store/generator.ts'
import type { SampleCatalogue } from '../../src/main/sample-store/generator.ts'
import { catalogueOptions } from './seeded-cache.ts'

const longest = 12

type TextOf = (catalogue: SampleCatalogue, item: number) => string
const productOf = (catalogue: SampleCatalogue, item: number) =>
  catalogue.product(item % catalogue.productCount)

function orderOf(catalogue: SampleCatalogue, item: number): string {
  const { order } = catalogue.itemJson(item % catalogue.itemCount)
  return typeof order === 'number' ? String(order) : ''
}

/** What people look for: by name, by code, by number, by what a thing looks like. */
const kinds: TextOf[] = [
  (catalogue, item) => productOf(catalogue, item).name,
  (catalogue, item) => productOf(catalogue, item).sku,
  (catalogue, item) => productOf(catalogue, item).barcode ?? 'gömlek',
  (catalogue, item) => orderOf(catalogue, item),
  (catalogue, item) => productOf(catalogue, item).colour.tr,
  (catalogue, item) => String(catalogue.itemIdOf(item % catalogue.itemCount)),
  (catalogue, item) => productOf(catalogue, item).name.split(' ').reverse().join(' '),
]

/** So many searches of 1 to 12 letters, each text typed letter by letter; the same in every run. */
export function typedSearches(items: number, count: number): string[] {
  const catalogue = createSampleCatalogue(catalogueOptions(items))
  const searches: string[] = []
  for (let turn = 0; searches.length < count; turn++) {
    const text = kinds[turn % kinds.length]?.(catalogue, 7919 * (turn + 1)) ?? ''
    for (let length = 1; length <= Math.min(longest, text.length); length++) {
      // A space at the end changes nothing of what is asked.
      if (!text.slice(0, length).endsWith(' ')) searches.push(text.slice(0, length))
    }
  }
  return searches.slice(0, count)
}
