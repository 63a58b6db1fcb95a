import { describe, expect, it } from 'vitest'
import type { Answer } from '../../../../src/main/oms/answer.ts'
import { answerFailure, networkFailure, type Target } from '../../../../src/main/oms/errors.ts'

interface Given extends Partial<Omit<Answer, 'headers'>> {
  target?: Target
  headers?: Record<string, string>
}

function failureOf({ target = 'list', headers = {}, ...given }: Given) {
  const answer: Answer = {
    status: 500,
    kind: 'json',
    bytes: 0,
    source: new Uint8Array(),
    url: 'https://shop.example/api/v1/oms/order_items/',
    words: null,
    milliseconds: 1,
    headers: new Headers(headers),
    ...given,
  }
  return answerFailure(answer, target, 'shop.example').toAppError()
}

describe('an answer that is not the one asked for', () => {
  it('401 and 403 are told apart', () => {
    expect(failureOf({ status: 401, words: 'Invalid token.' })).toEqual({
      code: 'oms.unauthorized',
      params: { message: 'Invalid token.' },
      details: 'HTTP 401',
    })
    expect(failureOf({ status: 403 })).toMatchObject({ code: 'oms.forbidden', params: {} })
  })

  it.each([401, 403, 400, 418])('%i in HTML comes from something in between', (status) => {
    expect(failureOf({ status, kind: 'html' })).toMatchObject({
      code: 'oms.not-an-oms',
      params: { host: 'shop.example' },
    })
  })

  it('400 carries the words of the server, or at least the status', () => {
    expect(failureOf({ status: 400, words: 'page: too large' })).toMatchObject({
      code: 'oms.refused',
      params: { status: 400, message: 'page: too large' },
    })
    expect(failureOf({ status: 405, words: null })).toMatchObject({
      code: 'oms.refused',
      params: { message: 'HTTP 405' },
    })
  })

  it.each([
    ['list', 'json', 'oms.no-oms-here'],
    ['list', 'html', 'oms.no-oms-here'],
    ['item', 'json', 'oms.item-gone'],
    ['item', 'html', 'oms.no-oms-here'],
    ['item', 'other', 'oms.no-oms-here'],
  ] as const)('404 on %s in %s', (target, kind, code) => {
    expect(failureOf({ status: 404, target, kind })).toMatchObject({ code, params: { host: 'shop.example' } })
  })

  it('429 says how long to wait, with a guess where the server does not', () => {
    expect(failureOf({ status: 429, headers: { 'retry-after': '17' } }).params).toEqual({ seconds: 17 })
    expect(failureOf({ status: 429 }).params).toEqual({ seconds: 5 })
  })

  it.each([500, 502, 503, 504, 408, 425])('%i is a server in trouble, also in HTML', (status) => {
    expect(failureOf({ status, kind: 'html' })).toMatchObject({
      code: 'oms.server-error',
      params: { status },
    })
  })

  it('503 passes on how long the server wants to be left alone', () => {
    expect(failureOf({ status: 503, headers: { 'retry-after': '9' } }).params).toEqual({
      status: 503,
      seconds: 9,
    })
  })

  it.each([0, 204, 206, 301, 302, 307, 308, 304, 407, 511])('%i is not the OMS', (status) => {
    expect(failureOf({ status }).code).toBe('oms.not-an-oms')
  })

  it('a redirect names the host it leads to and nothing else of it', () => {
    const location = 'https://login.example/sso?session=secret'
    expect(failureOf({ status: 302, headers: { location } }).details).toBe('redirect (302) to login.example')
    expect(failureOf({ status: 302, headers: { location: '/login' } }).details).toContain('shop.example')
    expect(failureOf({ status: 302, headers: { location: 'http://' } }).details).toContain('unnamed')
  })
})

describe('a request that failed below HTTP', () => {
  const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' })

  it('is unreachable before the answer, broken within it', () => {
    const context = { host: 'shop.example', milliseconds: 10 }
    expect(networkFailure(reset, { ...context, phase: 'request' }).toAppError()).toEqual({
      code: 'oms.unreachable',
      params: { host: 'shop.example' },
      details: 'ECONNRESET',
    })
    const badChunk = Object.assign(new Error('bad chunk'), { code: 'HPE_INVALID_CHUNK_SIZE' })
    for (const error of [reset, badChunk]) {
      expect(networkFailure(error, { ...context, phase: 'body' }).code).toBe('oms.broken-answer')
    }
  })

  it('a time-out of the network itself tells the seconds that passed', () => {
    const error = new Error('net::ERR_CONNECTION_TIMED_OUT')
    expect(
      networkFailure(error, { host: 'shop.example', phase: 'request', milliseconds: 21_300 }).toAppError(),
    ).toMatchObject({ code: 'oms.timeout', params: { seconds: 21 } })
  })
})
