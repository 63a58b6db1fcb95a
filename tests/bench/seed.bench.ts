/** Fills a cache as a first sync does, without a network: what the other benchmarks start from. */
import { createSampleCatalogue } from '../../src/main/sample-store/generator.ts'
import type { BenchOptions } from './bench-options.ts'
import { figure, median } from './figures.ts'
import type { Figure } from './figures.ts'
import { catalogueOptions, itemsOf, pageOf, seededCache } from './seeded-cache.ts'

export async function seedBench({ items, fresh }: BenchOptions): Promise<Figure[]> {
  const { file, megabytes, filling } = await seededCache(items, { fresh })
  const size = figure('size of the file', 'MB', [megabytes])
  if (!filling) {
    console.log(`kept from before: ${file} (--fresh makes it anew)`)
    return [size]
  }
  console.log(`filled: ${file}`)
  const anchor = { what: 'making and reading the items alone', p50: median(madeAlone(items)) }
  return [
    figure('items stored', 'items/s', filling.itemsPerSecond, anchor),
    figure('items stored, from opening to the last', 'items/s', [items / filling.seconds], anchor),
    figure('all of it', 'ms', [filling.seconds * 1000]),
    size,
  ]
}

/** The same pages, thrown away: no cache is faster than what it is fed from. */
function madeAlone(items: number): number[] {
  const catalogue = createSampleCatalogue(catalogueOptions(items))
  const speeds: number[] = []
  for (let from = 0; from < Math.min(items, 20_000);) {
    const startedAt = performance.now()
    const made = itemsOf(pageOf(catalogue, from, 0))
    speeds.push((made * 1000) / (performance.now() - startedAt))
    from += made
  }
  return speeds
}
