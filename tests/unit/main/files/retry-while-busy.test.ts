import { describe, expect, it, vi } from 'vitest'
import { retryWhileBusy } from '../../../../src/main/files/retry-while-busy.ts'

const failure = (code: string) => Object.assign(new Error(code), { code })

describe('a file that is busy', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])('is tried again: %s', async (code) => {
    const work = vi.fn<() => Promise<string>>().mockRejectedValueOnce(failure(code)).mockResolvedValue('done')
    expect(await retryWhileBusy(work, [0, 0])).toBe('done')
    expect(work).toHaveBeenCalledTimes(2)
  })

  it('is given up in the end, with the last failure', async () => {
    const work = vi.fn<() => Promise<string>>().mockRejectedValue(failure('EBUSY'))
    await expect(retryWhileBusy(work, [0, 0])).rejects.toMatchObject({ code: 'EBUSY' })
    expect(work).toHaveBeenCalledTimes(3)
  })

  it('is told from a failure that will not pass', async () => {
    const work = vi.fn<() => Promise<string>>().mockRejectedValue(failure('ENOSPC'))
    await expect(retryWhileBusy(work, [0, 0])).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(work).toHaveBeenCalledTimes(1)
  })
})
