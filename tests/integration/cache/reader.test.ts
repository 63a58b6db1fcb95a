import { expect, it } from 'vitest'
import { createCacheService } from '../../../src/main/cache/cache-service.ts'
import { allItems } from '../../../src/shared/item-query.ts'
import { makeItem, makeProgress, pageOf } from '../../support/cache-items.ts'
import { commitTo, fillService } from '../../support/cache-service.ts'
import { temporaryFile } from '../../support/open-cache.ts'

it('an export that begins while a sync goes on holds every item of its moment', async () => {
  const file = await temporaryFile()
  const writer = createCacheService({ file, readOnly: false })
  fillService(
    writer.calls,
    [1, 2, 3].map((id) => makeItem(id)),
  )
  const reader = createCacheService({ file, readOnly: true })
  const { queryId, total } = reader.calls.query(allItems)
  commitTo(writer.calls, {
    runId: writer.calls.unfinishedRun()?.run.id ?? 0,
    answers: [pageOf([makeItem(4), makeItem(5)])],
    unchangedIds: [],
    checkpoint: {},
    progress: makeProgress(),
    fetchedAt: '2026-02-02T10:00:00.000Z',
  })
  const exported = reader.calls.exportItems(queryId, 0, total) ?? []
  expect(exported.map(({ item }) => item.id)).toEqual([3, 2, 1])
  reader.calls.close()
  writer.calls.close()
})
