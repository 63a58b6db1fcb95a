import { describe, expect, it } from 'vitest'
import { neighboursOf, pageOf } from '../../../../src/main/sample-store/paging.ts'

const page = (query: string, count = 250, maxLimit = 100) =>
  pageOf(new URLSearchParams(query), count, maxLimit)

describe('pageOf', () => {
  it.each([
    ['', { number: 1, size: 20, last: 13 }],
    ['limit=100&page=3', { number: 3, size: 100, last: 3 }],
    ['limit=1000', { number: 1, size: 100, last: 3 }],
    ['limit=0', { number: 1, size: 20, last: 13 }],
    ['limit=many', { number: 1, size: 20, last: 13 }],
    ['page=last', { number: 13, size: 20, last: 13 }],
  ])('%s', (query, expected) => expect(page(query)).toEqual(expected))

  it.each(['page=0', 'page=-1', 'page=14', 'page=abc', 'page=1.5', 'page='])('has no %s', (query) =>
    expect(page(query)).toBeNull(),
  )

  it('has one empty page where there is nothing', () => {
    expect(page('', 0)).toEqual({ number: 1, size: 20, last: 1 })
    expect(page('page=2', 0)).toBeNull()
  })

  it('never gives more rows than the most', () =>
    expect(page('', 250, 7)).toEqual({ number: 1, size: 7, last: 36 }))
})

describe('neighboursOf', () => {
  const url = new URL('http://127.0.0.1:1/list/?order_number=A%26B&page=2&limit=20')

  it('keeps the rest of the query', () => {
    expect(neighboursOf({ number: 2, size: 20, last: 3 }, url)).toEqual({
      next: 'http://127.0.0.1:1/list/?limit=20&order_number=A%26B&page=3',
      previous: 'http://127.0.0.1:1/list/?limit=20&order_number=A%26B',
    })
  })

  it('ends at both ends', () => {
    expect(neighboursOf({ number: 1, size: 20, last: 1 }, url)).toEqual({ next: null, previous: null })
  })
})
