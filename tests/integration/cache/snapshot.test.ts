import fc from 'fast-check'
import { DatabaseSync } from 'node:sqlite'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createCacheService } from '../../../src/main/cache/cache-service.ts'
import type { CacheService } from '../../../src/main/cache/cache-service.ts'
import { noFilters } from '../../../src/shared/item-filters.ts'
import { allItems, sortColumns } from '../../../src/shared/item-query.ts'
import type { ItemQuery } from '../../../src/shared/item-query.ts'
import type { OrderItem } from '../../../src/shared/order-item.ts'
import { orderItem } from '../../support/arbitraries.ts'
import { makeItem, makeProduct, shipped } from '../../support/cache-items.ts'
import { fillService, idsOf } from '../../support/cache-service.ts'
import { temporaryFile } from '../../support/open-cache.ts'

const open = (file: string, readOnly = false) => createCacheService({ file, readOnly })

function endRun({ calls }: CacheService): void {
  const unfinished = calls.unfinishedRun()
  if (!unfinished) return
  const { run } = unfinished
  const end = { finishedAt: '2026-02-02T11:00:00.000Z', error: null, progress: run, markUnseenGone: false }
  calls.finishRun({ runId: run.id, outcome: 'complete', ...end })
}

/** Fills a file as a sync does, and lets the engine be written down. */
function fillFile(file: string, items: OrderItem[]): void {
  const service = open(file)
  fillService(service.calls, items)
  endRun(service)
  service.calls.query({ ...allItems, search: 'x' })
  while (!service.prepare()) continue
  service.calls.close()
}

/** Behind the engine's back: what is now answered with the old values comes from the snapshot. */
function editBehind(file: string, sql: string): void {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

const queries: ItemQuery[] = [
  ...sortColumns.flatMap((column) =>
    (['ascending', 'descending'] as const).map((direction) => ({ ...allItems, sort: { column, direction } })),
  ),
  ...['a', 'product', '1', '50', 'x'].map((search) => ({ ...allItems, search })),
  ...(['bundle', 'part', 'single'] as const).map((kind) => ({
    ...allItems,
    filters: { ...noFilters, kind: [kind] },
  })),
  { ...allItems, filters: { ...noFilters, picture: ['missing'], netAmount: { from: '-5', to: '1000.5' } } },
]
const answersOf = ({ calls }: CacheService) =>
  queries.map((query) => [idsOf(calls, query), calls.facets(calls.query(query).queryId)])

const items = [1, 2, 3, 4, 5].map((id) => makeItem(id, { product: makeProduct(id % 2) }))
const shippedOnly = { filters: { ...noFilters, state: ['OrderStatus:500'] } }

describe('the engine on the disk', () => {
  it('answers as one that was read from the database, also after changes', async () => {
    const file = await temporaryFile()
    const some = fc.uniqueArray(orderItem, { selector: ({ id }) => id, maxLength: 12 })
    fc.assert(
      fc.property(some, some, (first, second) => {
        fillFile(file, first)
        const taken = open(file)
        const before = answersOf(taken)
        fillService(taken.calls, second)
        endRun(taken)
        const after = answersOf(taken)
        taken.calls.close()
        writeFileSync(`${file}-engine`, '')
        const read = open(file)
        expect(after).toEqual(answersOf(read))
        read.calls.close()
        expect(before).toHaveLength(after.length)
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })

  it('is taken up by the next start, and by a reader', async () => {
    const file = await temporaryFile()
    fillFile(file, items)
    editBehind(file, 'UPDATE items SET state_id = NULL; UPDATE items SET order_id = 1')
    for (const readOnly of [false, true]) {
      const service = open(file, readOnly)
      expect(service.calls.count([{ ...allItems, filters: { ...noFilters, state: [''] } }])).toEqual([0])
      service.calls.close()
    }
  })

  it('is not taken up when the database has gone on without it', async () => {
    const file = await temporaryFile()
    fillFile(file, items)
    editBehind(
      file,
      `UPDATE meta SET value = value + 1 WHERE name = 'revision'; UPDATE items SET state_id = NULL`,
    )
    const service = open(file)
    expect(service.calls.count([{ ...allItems, filters: { ...noFilters, state: [''] } }])).toEqual([5])
    service.calls.close()
  })

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut', (whole: Buffer) => whole.subarray(0, whole.length - 30)],
    ['something else', () => Buffer.from('{"stamp":"PACKLIGHT ENGINE"}'.repeat(50))],
    ['changed in one bit', (whole: Buffer) => flipped(whole, Math.floor(whole.length * 0.9))],
    ['changed in its head', (whole: Buffer) => flipped(whole, 20)],
  ])('is not taken up when it is %s, and written anew', async (_what, damage) => {
    const file = await temporaryFile()
    fillFile(file, items)
    const snapshot = `${file}-engine`
    const whole = readFileSync(snapshot)
    writeFileSync(snapshot, damage(whole))
    const service = open(file)
    expect(idsOf(service.calls, { search: 'product' })).toEqual([5, 4, 3, 2, 1])
    service.calls.close()
    editBehind(file, 'UPDATE items SET state_id = NULL')
    const next = open(file)
    expect(next.calls.count([{ ...allItems, filters: { ...noFilters, state: [''] } }])).toEqual([0])
    next.calls.close()
  })

  it('is not written while a sync runs, but after it, and at the end', async () => {
    const file = await temporaryFile()
    const service = open(file)
    fillService(service.calls, items)
    service.calls.query({ ...allItems, search: 'x' })
    while (!service.prepare()) continue
    expect(existsSync(`${file}-engine`)).toBe(false)
    endRun(service)
    while (!service.prepare()) continue
    const written = readFileSync(`${file}-engine`)
    fillService(service.calls, [makeItem(1, { state: shipped })])
    endRun(service)
    service.calls.close()
    expect(readFileSync(`${file}-engine`).equals(written)).toBe(false)
    const next = open(file)
    expect(idsOf(next.calls, shippedOnly)).toEqual([1])
    next.calls.close()
  })

  it('gives way to what is written in the middle of its writing', async () => {
    const file = await temporaryFile()
    const service = open(file)
    fillService(service.calls, items)
    endRun(service)
    service.calls.query({ ...allItems, search: 'x' })
    // Until the writing has begun: its new file is there.
    while (!existsSync(`${file}-engine.new`)) service.prepare()
    fillService(service.calls, [makeItem(1, { state: shipped })])
    while (!service.prepare()) continue
    expect(existsSync(`${file}-engine`)).toBe(false)
    expect(existsSync(`${file}-engine.new`)).toBe(false)
    endRun(service)
    service.calls.close()
    const next = open(file)
    expect(idsOf(next.calls, shippedOnly)).toEqual([1])
    next.calls.close()
  })
})

function flipped(bytes: Buffer, place: number): Buffer {
  const changed = Buffer.from(bytes)
  changed[place] = (changed[place] ?? 0) ^ 1
  return changed
}
