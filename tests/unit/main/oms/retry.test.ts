import { describe, expect, it, vi } from 'vitest'
import { withRetries } from '../../../../src/main/oms/retry.ts'
import { errorCodes, PacklightError, type AppError } from '../../../../src/shared/result.ts'

const passing = [
  'oms.rate-limited',
  'oms.server-error',
  'oms.unreachable',
  'oms.dns',
  'oms.tls',
  'oms.timeout',
  'oms.broken-answer',
]

/** Work that fails with the given errors, one a time, and then succeeds. */
function failing(...errors: AppError[]) {
  return vi.fn(() => {
    const error = errors.shift()
    return error ? Promise.reject(new PacklightError(error)) : Promise.resolve('done')
  })
}

function setup(random = 0) {
  const waits: number[] = []
  return {
    waits,
    options: {
      signal: new AbortController().signal,
      sleep: (ms: number) => {
        waits.push(ms)
        return Promise.resolve()
      },
      random: () => random,
    },
  }
}

describe('withRetries', () => {
  it.each(errorCodes.filter((code) => !passing.includes(code)))('%s is thrown at once', async (code) => {
    const { waits, options } = setup()
    const work = failing({ code })
    await expect(withRetries(work, options)).rejects.toMatchObject({ code })
    expect(work).toHaveBeenCalledTimes(1)
    expect(waits).toEqual([])
  })

  it.each(passing as AppError['code'][])('%s is tried again', async (code) => {
    const { options } = setup()
    await expect(withRetries(failing({ code }, { code }), options)).resolves.toBe('done')
  })

  it('what is not ours is thrown at once', async () => {
    const work = vi.fn(() => Promise.reject(new TypeError('a mistake')))
    await expect(withRetries(work, setup().options)).rejects.toThrow('a mistake')
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('doubles its waits up to a minute, half of each by chance', async () => {
    const errors = () => Array.from({ length: 9 }, (): AppError => ({ code: 'oms.unreachable' }))
    const low = setup(0)
    await withRetries(failing(...errors()), { ...low.options, attempts: 10 })
    expect(low.waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
    const high = setup(1)
    await withRetries(failing(...errors()), { ...high.options, attempts: 10 })
    expect(high.waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
  })

  it.each(['oms.rate-limited', 'oms.server-error'] as const)('waits as told after %s', async (code) => {
    const { waits, options } = setup(1)
    await withRetries(failing({ code, params: { seconds: 42 } }), options)
    expect(waits).toEqual([42_500])
  })

  it('backs off where the server says "0 seconds" or nothing', async () => {
    const { waits, options } = setup(1)
    await withRetries(failing({ code: 'oms.rate-limited', params: { seconds: 0 } }), options)
    expect(waits).toEqual([1000])
  })

  it('does not take the seconds of a time-out for a wish to wait', async () => {
    const { waits, options } = setup(1)
    await withRetries(failing({ code: 'oms.timeout', params: { seconds: 30 } }), options)
    expect(waits).toEqual([1000])
  })

  it('does not wait for a server that wants to be left alone for more than an hour', async () => {
    const { waits, options } = setup()
    const error: AppError = { code: 'oms.rate-limited', params: { seconds: 3601 } }
    await expect(withRetries(failing(error), options)).rejects.toMatchObject(error)
    expect(waits).toEqual([])
  })

  it('throws the last failure when the attempts are used up', async () => {
    const { waits, options } = setup()
    const work = failing({ code: 'oms.dns' }, { code: 'oms.timeout' }, { code: 'oms.tls' })
    await expect(withRetries(work, { ...options, attempts: 3 })).rejects.toMatchObject({ code: 'oms.tls' })
    expect(waits).toHaveLength(2)
  })

  it('tells of each wait, with its end and its cause', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-03-01T12:00:00Z'), toFake: ['Date'] })
    try {
      const onWait = vi.fn()
      const error: AppError = { code: 'oms.rate-limited', params: { seconds: 10 }, details: 'HTTP 429' }
      await withRetries(failing(error), { ...setup().options, onWait })
      expect(onWait.mock.calls).toEqual([[{ until: new Date('2026-03-01T12:00:10Z'), error }]])
    } finally {
      vi.useRealTimers()
    }
  })

  it('ends a wait at once when the caller gives up', async () => {
    const controller = new AbortController()
    const reason = new Error('paused')
    const work = failing({ code: 'oms.rate-limited', params: { seconds: 3000 } })
    const result = withRetries(work, {
      signal: controller.signal,
      onWait: () => setImmediate(() => controller.abort(reason)),
    })
    await expect(result).rejects.toBe(reason)
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('does nothing for a caller who has already given up, nor after one gave up during the work', async () => {
    const controller = new AbortController()
    const work = vi.fn(() => {
      controller.abort(new Error('paused'))
      return Promise.reject(new PacklightError({ code: 'oms.dns' }))
    })
    await expect(withRetries(work, { signal: controller.signal })).rejects.toThrow('paused')
    await expect(withRetries(work, { signal: controller.signal })).rejects.toThrow('paused')
    expect(work).toHaveBeenCalledTimes(1)
  })
})
