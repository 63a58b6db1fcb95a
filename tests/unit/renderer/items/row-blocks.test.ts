import { describe, expect, it, vi } from 'vitest'
import { blockSize, RowBlocks } from '../../../../src/renderer/src/stores/row-blocks.ts'
import { WishJournal } from '../../../../src/renderer/src/stores/selection-wishes.ts'
import type { OrderItemRow } from '../../../../src/shared/item-query.ts'
import { fakeRow } from '../../../fakes/fake-catalogue.ts'

const rowsFrom = (from: number, count: number) =>
  Array.from({ length: count }, (_none, at) => ({ ...fakeRow(from + at, 0), id: from + at }))

function setUp(total = 10_000) {
  const waiting: {
    from: number
    answer: (rows: OrderItemRow[] | null) => void
    refuse: (e: Error) => void
  }[] = []
  const asked: number[] = []
  const heard = { onArrival: vi.fn(), onLost: vi.fn(), onError: vi.fn() }
  const wishes = new WishJournal()
  const blocks = new RowBlocks({
    queryId: 7,
    wishes,
    total,
    firstRows: rowsFrom(0, Math.min(total, blockSize)),
    fetchRows: (from) => {
      asked.push(from)
      return new Promise((answer, refuse) => waiting.push({ from, answer, refuse }))
    },
    ...heard,
  })
  async function answerNext() {
    const request = waiting.shift()!
    request.answer(rowsFrom(request.from, Math.min(blockSize, total - request.from)))
    await vi.waitFor(() => expect(blocks.rowAt(request.from)?.id).toBe(request.from))
    await Promise.resolve()
  }
  return { blocks, wishes, asked, waiting, answerNext, ...heard }
}

describe('row blocks', () => {
  it('has the first rows without asking', () => {
    const { blocks, asked } = setUp()
    blocks.want({ first: 0, end: 20 })
    expect(blocks.rowAt(99)?.id).toBe(99)
    expect(blocks.rowAt(100)).toBeUndefined()
    expect(asked).toEqual([])
  })

  it('keeps a last block that is not full', () => {
    const { blocks } = setUp(7)
    expect(blocks.rowAt(6)?.id).toBe(6)
    expect(blocks.rowAt(7)).toBeUndefined()
  })

  it('never asks for blocks that were only scrolled past', async () => {
    const { blocks, asked, answerNext } = setUp()
    for (let first = 100; first <= 9000; first += 50) blocks.want({ first, end: first + 20 })
    await answerNext()
    await answerNext()
    await vi.waitFor(() => expect(asked).toContain(9000))
    expect(asked).toHaveLength(3)
  })

  it('asks once for a block that is wanted again while it comes', () => {
    const { blocks, asked } = setUp()
    blocks.want({ first: 300, end: 320 })
    blocks.want({ first: 310, end: 330 })
    void blocks.load({ first: 320, end: 340 })
    expect(asked).toEqual([300])
  })

  it('says once that the answer is gone, and asks no more', async () => {
    const { blocks, asked, waiting, onLost, onArrival } = setUp()
    blocks.want({ first: 190, end: 210 })
    waiting.forEach((request) => request.answer(null))
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce())
    blocks.want({ first: 500, end: 520 })
    expect(asked).toEqual([100, 200])
    expect(onArrival).not.toHaveBeenCalled()
  })

  it('reports a failure and can try the block again', async () => {
    const { blocks, asked, waiting, onError } = setUp()
    blocks.want({ first: 300, end: 320 })
    waiting.shift()!.refuse(new Error('worker ended'))
    await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce())
    blocks.want({ first: 300, end: 320 })
    expect(asked).toEqual([300, 300])
  })

  it('lets go of what is far from the eye', async () => {
    const { blocks, answerNext } = setUp()
    for (let first = 100; first < 6000; first += 100) {
      blocks.want({ first, end: first + 20 })
      await answerNext()
    }
    expect(blocks.rowAt(0)).toBeUndefined()
    expect(blocks.rowAt(5900)?.id).toBe(5900)
    expect(blocks.positionOf(5950)).toBe(5950)
    expect(blocks.positionOf(0)).toBeNull()
  })

  it('asks for one block ahead of the eye, once all that it looks at is here', async () => {
    const { blocks, asked, answerNext } = setUp()
    blocks.want({ first: 0, end: 12 })
    blocks.want({ first: 30, end: 42 })
    expect(asked).toEqual([])
    blocks.want({ first: 60, end: 72 })
    expect(asked).toEqual([100])
    await answerNext()
    blocks.want({ first: 5020, end: 5032 })
    await answerNext()
    // Upwards now: what lies above is next.
    blocks.want({ first: 5010, end: 5022 })
    await vi.waitFor(() => expect(asked).toEqual([100, 5000, 4900]))
  })

  it('shows what was chosen while rows were on their way, and where they are', async () => {
    const { blocks, wishes, answerNext } = setUp()
    const chosen = () =>
      [5, 310, 311, 312].filter((index) => blocks.rowAt(index)?.selected).map((index) => index)
    blocks.want({ first: 300, end: 320 })
    const made = [
      { kind: 'rows', queryId: 7, first: 0, end: 312, chosen: true },
      { kind: 'ids', ids: new Set([310]), chosen: false },
      // Positions of another answer say nothing here.
      { kind: 'rows', queryId: 6, first: 0, end: 9000, chosen: false },
    ] as const
    for (const wish of made) {
      wishes.note(wish)
      blocks.apply([wish])
    }
    await answerNext()
    expect(chosen()).toEqual([5, 311])
    wishes.note({ kind: 'none' })
    blocks.apply([{ kind: 'none' }])
    expect(chosen()).toEqual([])
  })

  it('leaves rows alone that a wish does not change', () => {
    const { blocks } = setUp()
    const before = blocks.rowAt(3)
    blocks.apply([{ kind: 'ids', ids: new Set([4]), chosen: true }])
    expect(blocks.rowAt(3)).toBe(before)
    expect(blocks.rowAt(4)?.selected).toBe(true)
  })
})
