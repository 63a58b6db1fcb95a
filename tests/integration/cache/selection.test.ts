import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { allItems } from '../../../src/shared/item-query.ts'
import { makeItem, makeProduct } from '../../support/cache-items.ts'
import { fillService, openTestService } from '../../support/cache-service.ts'

const items = Array.from({ length: 250 }, (_none, index) =>
  makeItem(index + 1, { product: makeProduct(index % 5, { name: index % 5 === 0 ? 'elma' : 'armut' }) }),
)
let calls: ReturnType<typeof openTestService>['calls']
beforeEach(() => {
  const opened = openTestService(items)
  calls = opened.calls
  onTestFinished(opened.dispose)
})
const ask = (search = '') => calls.query({ ...allItems, search })
const byAmount = { ...allItems, sort: { column: 'netAmount', direction: 'ascending' } } as const

it('stays under another order and another search, and tells how much of it is shown', () => {
  const all = ask()
  expect(all.selected).toEqual({ all: 0, shown: 0 })
  expect(calls.choose(all.queryId, [1, 2, 6], true)).toEqual({ all: 3, shown: 3 })
  expect(calls.choose(all.queryId, [2, 999], false)).toEqual({ all: 2, shown: 2 })
  expect(calls.query(byAmount).selected).toEqual({ all: 2, shown: 2 })
  const elma = ask('elma')
  expect(elma.selected).toEqual({ all: 2, shown: 2 })
  expect(elma.firstRows.filter(({ selected }) => selected).map(({ id }) => id)).toEqual([6, 1])
  const armut = ask('armut')
  expect(armut.selected).toEqual({ all: 2, shown: 0 })
  expect(calls.chooseRows(armut.queryId, 0, armut.total, true)).toEqual({ all: 202, shown: 200 })
  expect(ask().selected).toEqual({ all: 202, shown: 202 })
  expect(calls.clearSelection()).toEqual({ all: 0, shown: 0 })
  expect(ask().selected).toEqual({ all: 0, shown: 0 })
})

it('is of runs of rows, as they stand in the answer', () => {
  const { queryId, total } = ask()
  expect(calls.chooseRows(queryId, 10, 5, true)).toEqual({ all: 5, shown: 5 })
  expect(calls.window(queryId, 9, 7)?.map(({ selected }) => selected)).toEqual([
    false,
    true,
    true,
    true,
    true,
    true,
    false,
  ])
  expect(calls.chooseRows(queryId, 12, 900, false)).toEqual({ all: 2, shown: 2 })
  expect(calls.chooseRows(queryId, 0, total, true)).toEqual({ all: 250, shown: 250 })
  expect(calls.chooseRows(queryId + 50, 0, total, false)).toEqual({ all: 250, shown: 0 })
})

it('gives its rows as the answer has them, then those that it hides', () => {
  const { queryId } = ask()
  calls.choose(queryId, [1, 2, 3, 6], true)
  const elma = ask('elma')
  const idsUpTo = (limit: number) => calls.selectedRows(elma.queryId, limit).map(({ id }) => id)
  expect(idsUpTo(100)).toEqual([6, 1, 2, 3])
  expect(idsUpTo(3)).toEqual([6, 1, 2])
})

it('keeps what was chosen when items change and come', () => {
  const { queryId, total } = ask()
  calls.chooseRows(queryId, 0, total, true)
  fillService(calls, [
    makeItem(1, { netAmount: '1.00' }),
    ...Array.from({ length: 900 }, (_none, at) => makeItem(1000 + at)),
  ])
  expect(ask().selected).toEqual({ all: 250, shown: 250 })
  const [newest] = ask().firstRows
  expect(newest?.selected).toBe(false)
  expect(calls.choose(ask().queryId, [newest!.id], true).all).toBe(251)
})
