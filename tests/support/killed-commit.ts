/** A program that dies, as by a power cut, in the middle of storing a page. Arguments: file, items stored before. */
import { createCacheService } from '../../src/main/cache/cache-service.ts'
import { PagePacker } from '../../src/main/cache/pack-page.ts'
import type { PageToStore } from '../../src/main/cache/protocol.ts'
import { makeItem, makeProgress, pageOf } from './cache-items.ts'

const [file = '', storedBefore = '0'] = process.argv.slice(2)
const { calls } = createCacheService({ file, readOnly: false })
const runId = calls.startRun('full', '2026-01-01T00:00:00.000Z')
const rest = { unchangedIds: [], progress: makeProgress(), fetchedAt: '2026-01-01T00:00:00.000Z' }
const page = (number: number, first: number, count: number): PageToStore => {
  const items = Array.from({ length: count }, (_none, index) => makeItem(first + index))
  return new PagePacker().pack({ runId, answers: [pageOf(items)], checkpoint: { page: number }, ...rest })
}

calls.commitPage(page(1, 1, 10))
const second = page(2, 11, 500)
const deadly = second.answers[0]?.items[Number(storedBefore)]
if (deadly) {
  Object.defineProperty(deadly, 'netAmount', { get: () => process.kill(process.pid, 'SIGKILL') })
}
calls.commitPage(second)
// Not closed: the page is stored, and then the power goes.
process.kill(process.pid, 'SIGKILL')
