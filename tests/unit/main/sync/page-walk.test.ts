import { describe, expect, it } from 'vitest'
import { walkPass } from '../../../../src/main/sync/page-walk.ts'
import type { ListPage } from '../../../../src/main/sync/ports.ts'
import { PacklightError } from '../../../../src/shared/result.ts'

interface Row {
  id: number
}

const answer = (ids: number[], count: number | null, nextPage: number | null = null): ListPage<Row> => ({
  count,
  items: ids.map((id) => ({ item: { id } })),
  rejected: [],
  nextPage,
  source: new Uint8Array(10),
  bytes: 10,
  milliseconds: 1,
})

async function walk(
  pages: (page: number) => ListPage<Row>,
  start: { firstPage: number; heldBefore: number } = { firstPage: 1, heldBefore: 0 },
) {
  const asked: number[] = []
  const ids: number[] = []
  const fetchPage = (page: number): Promise<ListPage<Row>> => {
    asked.push(page)
    if (asked.length > 50) throw new Error('walked for ever')
    return Promise.resolve().then(() => pages(page))
  }
  for await (const walked of walkPass({ ...start, fetchPage })) {
    ids.push(...walked.answer.items.map(({ item }) => item.id))
  }
  return { asked, ids }
}

describe('walkPass', () => {
  it('asks once where next names the list itself for ever, as in the document', async () => {
    expect(await walk(() => answer([1], 1, 1))).toEqual({ asked: [1], ids: [1] })
  })

  it('ends when a page brings no new id, whatever count and next say', async () => {
    expect((await walk(() => answer([1, 2], 99, 2))).asked).toEqual([1, 2])
  })

  it('ends at a page beyond the last', async () => {
    const beyond = () => {
      throw new PacklightError({ code: 'oms.no-oms-here' })
    }
    const { asked, ids } = await walk((page) => (page <= 2 ? answer([page], 5) : beyond()))
    expect({ asked, ids }).toEqual({ asked: [1, 2, 3], ids: [1, 2] })
  })

  it('takes a missing list on the first page for what it is', async () => {
    const nothing = () => {
      throw new PacklightError({ code: 'oms.no-oms-here' })
    }
    await expect(walk(nothing)).rejects.toMatchObject({ code: 'oms.no-oms-here' })
  })

  it('trusts the rows that came, not the number asked for', async () => {
    const { ids } = await walk((page) => answer([page * 2 - 1, page * 2], 6, page + 1))
    expect(ids).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('goes by next where there is no count', async () => {
    expect((await walk((page) => answer([page], null, page < 3 ? page + 1 : null))).asked).toEqual([1, 2, 3])
  })

  it('goes on after a page whose items were all set aside', async () => {
    const rejected = { ...answer([], 3), rejected: [{ index: 0, reason: 'no id', raw: {} }] }
    expect((await walk((page) => (page === 2 ? rejected : answer([page], 3)))).ids).toEqual([1, 3])
  })

  it('goes on from where a walk was interrupted', async () => {
    expect((await walk((page) => answer([page], 4), { firstPage: 3, heldBefore: 2 })).asked).toEqual([3, 4])
  })
})
