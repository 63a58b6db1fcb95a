/** A program that dies, as by a power cut, in the middle of storing a page. Arguments: file, items stored before. */
import { createCacheService } from '../../src/main/cache/cache-service.ts'
import type { PageToStore } from '../../src/main/cache/protocol.ts'
import { makeItem, makeProgress } from './cache-items.ts'

const [file = '', storedBefore = '0'] = process.argv.slice(2)
const { calls } = createCacheService({ file, readOnly: false })
const runId = calls.startRun('full', '2026-01-01T00:00:00.000Z')
const rest = { unchangedIds: [], progress: makeProgress(), fetchedAt: '2026-01-01T00:00:00.000Z' }
const pageOf = (first: number, count: number): PageToStore['items'] =>
  Array.from({ length: count }, (_none, index) => ({ item: makeItem(first + index), rawJson: '{}' }))

calls.commitPage({ runId, items: pageOf(1, 10), checkpoint: { page: 1 }, ...rest })
const items = pageOf(11, 500)
const deadly = items[Number(storedBefore)]
if (deadly) {
  Object.defineProperty(deadly, 'rawJson', { get: () => process.kill(process.pid, 'SIGKILL') })
}
calls.commitPage({ runId, items, checkpoint: { page: 2 }, ...rest })
// Not closed: the page is stored, and then the power goes.
process.kill(process.pid, 'SIGKILL')
