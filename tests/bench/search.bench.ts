/** A key stroke to its results: in the cache's worker, and through the built app to the painted rows. */
import { openCache } from '../../src/main/cache/cache.ts'
import type { Cache } from '../../src/main/cache/cache.ts'
import { createOmsClient } from '../../src/main/oms/oms-client.ts'
import { withRetries } from '../../src/main/oms/retry.ts'
import { startSampleStore } from '../../src/main/sample-store/sample-store.ts'
import type { SampleStore } from '../../src/main/sample-store/sample-store.ts'
import { createSyncService } from '../../src/main/sync/sync-service.ts'
import { allItems } from '../../src/shared/item-query.ts'
import { fold } from '../../src/shared/text-folding.ts'
import { join } from 'node:path'
import { launch, mainWindow, temporaryFolder } from '../support/app.ts'
import { connectToStore, searchBox, waitForCompleteSync } from '../support/steps.ts'
import type { BenchOptions } from './bench-options.ts'
import { figure, median } from './figures.ts'
import type { Figure } from './figures.ts'

/** What is typed, letter by letter. */
const searches = [
  'keten gömlek',
  'KTN-GML-0421',
  'siyah large',
  'deri kemer',
  '868001004',
  '1042771',
  'mug mint',
  'çocuk elbise',
]

const lettersOf = (search: string): string[] =>
  Array.from(search, (_, index) => search.slice(0, index + 1)).filter((part) => !part.endsWith(' '))

export async function searchBench({ items }: BenchOptions): Promise<Figure[]> {
  const store = await startSampleStore({ items, images: false, maxLimit: 1000 })
  try {
    return [...(await inTheWorker(store)), ...(await inTheApp(store, items))]
  } finally {
    await store.close()
  }
}

async function inTheWorker(store: SampleStore): Promise<Figure[]> {
  const folder = temporaryFolder()
  const workerUrl = new URL('../../src/main/cache/worker.ts', import.meta.url)
  const cache = await openCache({ file: join(folder.path, 'cache.db'), workerUrl })
  try {
    await syncInto(cache, store)
    await cache.query({ ...allItems, search: 'x' }) // fills the engine, as the first look does
    const asked: number[] = []
    const inside: number[] = []
    const scanned: number[] = []
    const texts = productTexts(store)
    for (const search of searches.flatMap(lettersOf)) {
      const startedAt = performance.now()
      const { tookMs } = await cache.query({ ...allItems, search })
      asked.push(performance.now() - startedAt)
      inside.push(tookMs)
      scanned.push(timeOfScan(texts, search))
    }
    const anchor = { what: 'String.includes over all product texts', p50: median(scanned) }
    return [
      figure('query in the worker', 'ms', inside, anchor),
      figure('query, asked from the main thread', 'ms', asked, anchor),
    ]
  } finally {
    await cache.close()
    folder.remove()
  }
}

async function syncInto(cache: Cache, store: SampleStore): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const sync = createSyncService({
      storeKey: 'bench',
      cache,
      oms: createOmsClient({
        origin: store.origin,
        token: () => Promise.resolve(store.token),
        fetch,
        userAgent: 'Packlight/bench',
      }),
      retries: withRetries,
      onItems: () => undefined,
      onStatus: ({ phase, asOf, error }) => {
        if (error) reject(new Error(error.code))
        else if (phase === 'idle' && asOf !== null) resolve()
      },
    })
    sync.start()
  })
}

function productTexts(store: SampleStore): string[] {
  const texts = new Map<unknown, string>()
  for (let index = 0; index < store.catalogue.itemCount; index++) {
    const { product } = store.catalogue.itemJson(index)
    if (typeof product === 'object' && product !== null && !Array.isArray(product)) {
      texts.set(product['id'], fold(JSON.stringify([product['name'], product['sku'], product['barcode']])))
    }
  }
  return [...texts.values()]
}

function timeOfScan(texts: readonly string[], search: string): number {
  const wanted = fold(search)
  const startedAt = performance.now()
  const hits = texts.filter((text) => text.includes(wanted)).length
  return hits < 0 ? 0 : performance.now() - startedAt
}

async function inTheApp(store: SampleStore, items: number): Promise<Figure[]> {
  const profile = temporaryFolder()
  const app = await launch({ userData: profile.path })
  try {
    const page = await mainWindow(app)
    await connectToStore(page, { address: store.origin, token: store.token, sessionOnly: true })
    await waitForCompleteSync(page, items)
    const painted: number[] = []
    for (const search of searches) {
      await searchBox(page).fill('')
      for (const part of lettersOf(search)) {
        const elapsed = await page.evaluate(typeAndSeeRows, part)
        if (elapsed !== null) painted.push(elapsed)
      }
    }
    const frames = await page.evaluate(twoFrames)
    return [
      figure('key stroke to painted rows, in the app', 'ms', painted, {
        what: 'two frames of the same window',
        p50: frames,
      }),
    ]
  } finally {
    await app.close()
    profile.remove()
  }
}

/**
 * In the page: puts `text` into the search box as typing does, and waits for the answer's rows to be painted.
 * Null: the rows stayed as they were, so that there was nothing to see.
 */
function typeAndSeeRows(text: string): Promise<number | null> {
  const box = document.querySelector<HTMLInputElement>('form[role=search] input')
  // The list's whole section: where nothing is found, words stand in place of the grid.
  const result = document.querySelector('main')
  if (!box || !result) throw new Error('the Items screen is not there')
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const unchanged = setTimeout(() => {
      observer.disconnect()
      resolve(null)
    }, 1000)
    const observer = new MutationObserver(() => {
      observer.disconnect()
      clearTimeout(unchanged)
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - startedAt)))
    })
    observer.observe(result, { subtree: true, childList: true, characterData: true, attributes: true })
    box.value = text
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

function twoFrames(): Promise<number> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - startedAt)))
  })
}
