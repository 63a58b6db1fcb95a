import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { toSimple } from '../../../src/main/cache/repositories/item-fingerprint.ts'
import { allItems } from '../../../src/shared/item-query.ts'
import type { JsonObject } from '../../../src/shared/json.ts'
import type { OrderItem } from '../../../src/shared/order-item.ts'
import { jsonObject, orderItem } from '../../support/arbitraries.ts'
import {
  dropdown,
  makeItem,
  makeProduct,
  makeProgress,
  pageOf,
  preparing,
  shipped,
} from '../../support/cache-items.ts'
import { commitTo, fillService, idsOf, openTestService } from '../../support/cache-service.ts'

function service(items: OrderItem[] = []) {
  const { calls, dispose } = openTestService(items)
  onTestFinished(dispose)
  return calls
}

const end = (runId: number, over: object = {}) => ({
  runId,
  outcome: 'complete' as const,
  finishedAt: '2026-02-02T11:00:00.000Z',
  error: null,
  progress: makeProgress({ done: 2, expected: 2 }),
  markUnseenGone: true,
  ...over,
})

describe('what is stored', () => {
  it('comes back as it was, every field of it', () => {
    const calls = service()
    fc.assert(
      fc.property(orderItem, (item) => {
        // An item alone in the page: others could bring a newer form of the same product or list.
        if (item.priceList && item.stockList) item.stockList.pk = item.priceList.pk
        fillService(calls, [item])
        expect(calls.detail(item.id)?.item).toEqual(item)
        const { queryId, total } = calls.query(allItems)
        const exported = calls.exportItems(queryId, 0, total)
        expect(exported?.find((one) => one.item.id === item.id)?.item).toEqual(item)
        // What was just stored does not differ from itself, whatever the order of its keys.
        expect(calls.compare([toSimple(item)])).toEqual({ changedIds: [], unchangedIds: [item.id] })
        const turned = Object.fromEntries(Object.entries(item.attributes).reverse())
        expect(calls.compare([{ ...toSimple(item), attributes: turned }]).changedIds).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('keeps the raw JSON, the documented sample and any other', () => {
    const calls = service()
    const sample = JSON.parse(
      readFileSync(new URL('../../fixtures/oms/order_items-1.json', import.meta.url), 'utf8'),
    ) as JsonObject
    const put = (raw: JsonObject) =>
      commitTo(calls, {
        runId: calls.startRun('full', 'now'),
        answers: [pageOf([makeItem(1)], [{ ...raw, id: 1 }])],
        unchangedIds: [],
        checkpoint: {},
        progress: makeProgress(),
        fetchedAt: 'now',
      })
    put(sample)
    expect(calls.raw(1)).toEqual(sample)
    const large = { note: Array.from({ length: 20_000 }, (_none, index) => index) }
    put(large)
    expect(calls.raw(1)).toEqual({ ...large, id: 1 })
    fc.assert(
      fc.property(jsonObject, (raw) => {
        put(raw)
        expect(calls.raw(1)).toEqual({ ...raw, id: 1 })
      }),
      { numRuns: 30 },
    )
    expect(calls.raw(2)).toBeNull()
  })

  it('shows as a line of the grid what one needs at a glance', () => {
    const bundle = makeItem(1, {
      order: 7,
      image: 'https://cdn.example/own.jpg',
      product: makeProduct(1, {
        attributesKwargs: {
          integration_color: dropdown('BLACK'),
          marka: dropdown('Akinon'),
          beden: dropdown('Large', 'L'),
          renk: dropdown('SİYAH'),
          kalip: dropdown('Slim'),
        },
      }),
    })
    const part = (id: number) =>
      makeItem(id, { order: 7, parentOmnitronId: bundle.omnitronId, product: null })
    const calls = service([bundle, part(2), part(3)])
    calls.rememberOrder(7, ' TR-1 ')
    const [first, second] = calls.ofOrder(7)
    expect(first).toMatchObject({
      orderNumber: 'TR-1',
      attributeLabels: ['SİYAH', 'Large', 'Akinon'],
      bundlePartCount: 2,
      gone: false,
      matchedField: null,
      stateId: 450,
    })
    expect(calls.imageUrl(first?.imageId ?? 0)).toBe('https://cdn.example/own.jpg')
    expect(second).toMatchObject({
      productName: null,
      imageId: null,
      bundlePartCount: 0,
      attributeLabels: [],
    })
    expect(calls.detail(1)).toMatchObject({
      orderItemCount: 3,
      orderNumber: 'TR-1',
      fetchedAt: '2026-02-02T10:00:00.000Z',
      goneSince: null,
      bundleParent: null,
      bundleParts: [{ id: 2 }, { id: 3 }],
      pictures: [
        { source: 'item', url: 'https://cdn.example/own.jpg' },
        { source: 'product', url: 'https://cdn.example/products/1.jpg' },
      ],
    })
    expect(calls.detail(2)?.bundleParent?.id).toBe(1)
    expect(calls.detail(99)).toBeNull()
  })

  it('keeps the id of a picture while its product changes', () => {
    const calls = service([makeItem(1)])
    const before = calls.ofOrder(700_001)[0]?.imageId
    fillService(calls, [makeItem(1, { product: makeProduct(1, { name: 'other' }) })])
    expect(calls.ofOrder(700_001)[0]).toMatchObject({ productName: 'other', imageId: before })
  })

  it('is counted as it changes', () => {
    const calls = service([makeItem(1), makeItem(2), makeItem(4, { state: null })])
    const first = calls.summary()
    expect(first).toMatchObject({ items: 3, orders: 2, products: 3, gone: 0, asOf: null })
    expect(first.states.map(({ key, count }) => [key, count])).toEqual([['OrderStatus:450', 2]])
    fillService(calls, [makeItem(1, { state: shipped }), makeItem(4, { state: preparing })])
    const second = calls.summary()
    expect(second.states.map(({ key, count }) => [key, count])).toEqual([
      ['OrderStatus:450', 2],
      ['OrderStatus:500', 1],
    ])
    expect(second.revision).toBeGreaterThan(first.revision)
    expect(calls.facets(calls.query(allItems).queryId)?.values.state).toEqual({
      'OrderStatus:450': 2,
      'OrderStatus:500': 1,
    })
  })
})

describe('a sync', () => {
  it('counts what is added, changed and seen, and raises the revision only for what differs', () => {
    const calls = service()
    const runId = calls.startRun('full', 'now')
    const commit = (items: OrderItem[], unchangedIds: number[] = []) =>
      commitTo(calls, {
        runId,
        answers: [pageOf(items)],
        unchangedIds,
        checkpoint: { page: items.length },
        progress: makeProgress({ done: items.length }),
        fetchedAt: 'now',
      })
    const first = commit([makeItem(1), makeItem(2)])
    expect(first).toMatchObject({ added: 2, changed: 0, seen: 2 })
    const again = commit([makeItem(2)], [1])
    expect(again).toEqual({ added: 0, changed: 0, seen: 2, revision: first.revision })
    const third = commit([makeItem(2, { netAmount: '1.00' }), makeItem(3)], [1, 9])
    expect(third).toMatchObject({ added: 1, changed: 1, seen: 4 })
    expect(third.revision).toBeGreaterThan(again.revision)
  })

  it('asks in full for what is new, differs or was gone', () => {
    const items = [1, 2, 3, 4, 5].map((id) => makeItem(id))
    const calls = service(items)
    const run = calls.startRun('refresh', 'now')
    fillService(calls, [], [1, 2, 3, 4])
    calls.finishRun(end(run))
    const simple = (id: number, over: Partial<OrderItem> = {}) => toSimple(makeItem(id, over))
    const answer = calls.compare([
      simple(1),
      simple(2, { modifiedDate: '2027-01-01T00:00:00.000001Z' }),
      simple(3, { state: shipped }),
      simple(4, { taxAmount: '0.00' }),
      simple(5),
      simple(6),
    ])
    expect(answer).toEqual({ changedIds: [2, 3, 4, 5, 6], unchangedIds: [1] })
  })

  it('takes the new name of a list without asking for its items', () => {
    const calls = service([makeItem(1)])
    const { revision } = calls.summary()
    const stockList = { ...makeItem(1).stockList!, name: 'renamed' }
    expect(calls.compare([toSimple(makeItem(1, { stockList }))]).changedIds).toEqual([])
    expect(calls.detail(1)?.item).toMatchObject({
      stockList: { name: 'renamed' },
      priceList: { name: 'list' },
    })
    expect(calls.summary().revision).toBeGreaterThan(revision)
  })

  it('marks what it did not see as gone, keeps it, and welcomes it back', () => {
    const calls = service([makeItem(1), makeItem(2)])
    const runId = calls.startRun('refresh', 'now')
    fillService(calls, [], [1])
    expect(calls.finishRun(end(runId)).gone).toBe(1)
    expect(calls.summary()).toMatchObject({ items: 2, gone: 1 })
    expect(calls.detail(2)?.goneSince).toBe('2026-02-02T11:00:00.000Z')
    expect(calls.query(allItems).firstRows.map(({ id, gone }) => [id, gone])).toEqual([
      [2, true],
      [1, false],
    ])
    fillService(calls, [makeItem(2)])
    expect(calls.summary().gone).toBe(0)
  })

  it('marks nothing after a walk that was not complete', () => {
    const calls = service([makeItem(1)])
    const runId = calls.startRun('refresh', 'now')
    expect(calls.finishRun(end(runId, { outcome: 'incomplete', markUnseenGone: false })).gone).toBe(0)
    expect(calls.summary()).toMatchObject({ gone: 0, asOf: null })
  })

  it('is written down with its error, and goes on from its checkpoint unless it came to an end', () => {
    const calls = service([makeItem(1)])
    const unfinished = calls.unfinishedRun()
    expect(unfinished).toMatchObject({ run: { kind: 'full', outcome: 'running' }, checkpoint: { page: 1 } })
    const runId = unfinished!.run.id
    const error = { code: 'oms.timeout' as const, params: { seconds: 30 } }
    calls.finishRun(end(runId, { outcome: 'failed', error, markUnseenGone: false }))
    expect(calls.unfinishedRun()?.run).toMatchObject({ id: runId, outcome: 'failed', error, done: 1 })
    calls.resumeRun(runId)
    expect(calls.unfinishedRun()?.run).toMatchObject({ outcome: 'running', error: null, finishedAt: null })
    calls.finishRun(end(runId))
    expect(calls.unfinishedRun()).toBeNull()
    expect(calls.summary().asOf).toBe(unfinished!.run.startedAt)
    const next = calls.startRun('refresh', 'later')
    calls.finishRun(end(next, { outcome: 'cancelled', markUnseenGone: false }))
    expect(calls.unfinishedRun()).toBeNull()
    expect(calls.history(10).map(({ id, outcome }) => [id, outcome])).toEqual([
      [next, 'cancelled'],
      [runId, 'complete'],
    ])
    expect(calls.history(1)).toHaveLength(1)
  })

  it('refuses a page of a run that there is not, and stores nothing of it', () => {
    const calls = service()
    const page = { answers: [pageOf([makeItem(1)])], unchangedIds: [], checkpoint: {} }
    const commit = () => commitTo(calls, { ...page, runId: 5, progress: makeProgress(), fetchedAt: 'now' })
    expect(commit).toThrow('no sync run 5')
    expect(calls.summary()).toMatchObject({ items: 0, products: 0, revision: 0 })
  })
})

describe('an answer', () => {
  const items = Array.from({ length: 250 }, (_none, index) => makeItem(index + 1))

  it('is looked at in windows, from the first one on', () => {
    const calls = service(items)
    const first = calls.query(allItems)
    expect(first).toMatchObject({ total: 250, cached: 250 })
    expect(first.firstRows.map(({ id }) => id)).toEqual(idsOf(calls, {}).slice(0, 100))
    expect(calls.window(first.queryId, 100, 2)?.map(({ id }) => id)).toEqual([150, 149])
    expect(calls.window(first.queryId, 249, 10)).toHaveLength(1)
    expect(calls.window(first.queryId, 900, 10)).toEqual([])
    expect(calls.position(first.queryId, 150)).toBe(100)
    expect(calls.position(first.queryId, 999)).toBeNull()
  })

  it('is held while it is used, and dropped when eight others were', () => {
    const calls = service(items)
    const used = calls.query(allItems).queryId
    const unused = calls.query(allItems).queryId
    for (let count = 0; count < 10; count++) {
      calls.query(allItems)
      expect(calls.window(used, 0, 1)).toHaveLength(1)
    }
    expect(calls.window(unused, 0, 1)).toBeNull()
    expect(calls.position(unused, 1)).toBeNull()
    expect(calls.exportItems(unused, 0, 1)).toBeNull()
  })

  it('tells which of its codes Excel would change, and not of others', () => {
    const with_ = (id: number, over: Parameters<typeof makeProduct>[1]) =>
      makeItem(id, { order: id, product: makeProduct(id, { ...over, name: over?.name ?? 'plain' }) })
    const calls = service([
      with_(1, { name: 'zeros', barcode: '0012' }),
      with_(2, { name: 'long', sku: '1234567890123456' }),
      with_(3, { name: 'exponent', baseCode: '12E5' }),
      with_(4, { sku: '123456789012345', barcode: 'A-0012', baseCode: '0' }),
    ])
    const damaged = (search: string) =>
      calls.excelDamagedColumns(calls.query({ ...allItems, search }).queryId)
    expect(damaged('zeros')).toEqual(['product.barcode'])
    expect(damaged('long')).toEqual(['product.sku'])
    expect(damaged('exponent')).toEqual(['product.base_code'])
    expect(damaged('plain')).toEqual([])
    calls.rememberOrder(4, '000123')
    expect(damaged('plain')).toEqual(['order_number'])
    expect(damaged('zeros')).toEqual(['product.barcode'])
  })
})
