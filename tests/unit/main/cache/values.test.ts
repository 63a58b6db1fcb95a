import { describe, expect, it } from 'vitest'
import { canonicalJson, microseconds } from '../../../../src/main/cache/repositories/values.ts'

describe('microseconds', () => {
  it.each([
    ['2021-07-07T08:17:49.927569Z', 1_625_645_869_927_569],
    ['2021-07-07T08:17:49.9275Z', 1_625_645_869_927_500],
    ['2021-07-07T08:17:49Z', 1_625_645_869_000_000],
    ['2021-07-07T11:17:49.000001+03:00', 1_625_645_869_000_001],
    ['1969-12-31T23:59:59.999999Z', -1],
    ['yesterday', null],
    [null, null],
  ])('of %j are %j', (date, expected) => {
    expect(microseconds(date)).toBe(expected)
  })
})

it('the same content is the same canonical JSON', () => {
  const one = canonicalJson({ b: [1, { d: null, c: 'ü' }], a: {} })
  expect(one).toBe(canonicalJson({ a: {}, b: [1, { c: 'ü', d: null }] }))
  expect(JSON.parse(one)).toEqual({ a: {}, b: [1, { c: 'ü', d: null }] })
  expect(canonicalJson({ a: [1, 2] })).not.toBe(canonicalJson({ a: [2, 1] }))
})
