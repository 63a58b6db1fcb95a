/**
 * What a page of the list says has to be written: on a full walk its items as they came, on a refresh only
 * those that differ from the cache, fetched in full.
 */
import type { SimpleOrderItem } from '../../shared/order-item.ts'
import { PacklightError } from '../../shared/result.ts'
import type { FullAnswer, ListPage, SyncCache, SyncOms } from './ports.ts'

/** Beyond this many changed items, the same page of the full list is cheaper than one call each. */
const manyChanged = 8

export interface PageChanges {
  answers: FullAnswer[]
  unchangedIds: number[]
  requests: number
  bytes: number
}

export interface FetchContext {
  oms: Pick<SyncOms, 'itemPage' | 'item'>
  cache: Pick<SyncCache, 'compare'>
  limit: number
  signal: AbortSignal
  retry: <T>(work: () => Promise<T>) => Promise<T>
}

/** Reads in full what the cache does not have as `answer` (a page of `list-simple/`) describes it. */
export async function fetchChanged(
  answer: ListPage<SimpleOrderItem>,
  page: number,
  context: FetchContext,
): Promise<PageChanges> {
  const { changedIds, unchangedIds } = await context.cache.compare(answer.items.map(({ item }) => item))
  const wanted = new Set(changedIds)
  const changes: PageChanges = { answers: [], unchangedIds, requests: 0, bytes: 0 }
  if (wanted.size > manyChanged) await takeFromFullPage(wanted, page, context, changes)
  for (const id of wanted) await takeOne(id, context, changes)
  return changes
}

async function takeFromFullPage(
  wanted: Set<number>,
  page: number,
  { oms, limit, signal, retry }: FetchContext,
  changes: PageChanges,
): Promise<void> {
  const full = await retry(() => oms.itemPage({ page, limit }, signal))
  changes.requests++
  changes.bytes += full.bytes
  // Rows may have shifted since the simple page: what is not here is fetched alone.
  const items = full.items.map(({ item }) => item).filter(({ id }) => wanted.delete(id))
  changes.answers.push({ kind: 'page', source: full.source, items })
}

async function takeOne(
  id: number,
  { oms, signal, retry }: FetchContext,
  changes: PageChanges,
): Promise<void> {
  changes.requests++
  try {
    const { item, source, bytes } = await retry(() => oms.item(id, signal))
    changes.answers.push({ kind: 'item', source, items: [item] })
    changes.bytes += bytes
  } catch (thrown) {
    // Listed a moment ago and gone now: not seen, so the end of the walk marks it.
    if (!(thrown instanceof PacklightError) || thrown.code !== 'oms.item-gone') throw thrown
  }
}
