import { expect, it } from 'vitest'
import { NewestOnly } from '../../../../src/main/cache/newest-only.ts'

it('goes on with the newest also when the one before it failed', async () => {
  const newest = new NewestOnly()
  const first = newest.run(() => Promise.reject(new Error('first')))
  const second = newest.run(() => Promise.resolve('second'))
  const third = newest.run(() => Promise.resolve('third'))
  await expect(second).rejects.toMatchObject({ code: 'cache.superseded' })
  await expect(first).rejects.toThrow('first')
  expect(await third).toBe('third')
  expect(await newest.run(() => Promise.resolve('fourth'))).toBe('fourth')
})
