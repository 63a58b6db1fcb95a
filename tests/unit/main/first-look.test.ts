import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFirstLook } from '../../../src/main/first-look.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function isOver(look: { over: Promise<void> }): Promise<boolean> {
  return Promise.race([look.over.then(() => true), Promise.resolve(false).then(() => false)])
}

it('is over once the page had time to draw its first rows', async () => {
  const look = createFirstLook()
  await vi.advanceTimersByTimeAsync(1000)
  expect(await isOver(look)).toBe(false)
  look.answered()
  expect(await isOver(look)).toBe(false)
  await vi.advanceTimersByTimeAsync(300)
  expect(await isOver(look)).toBe(true)
})

it('does not wait for ever for a page that asks nothing', async () => {
  const look = createFirstLook()
  await vi.advanceTimersByTimeAsync(5000)
  expect(await isOver(look)).toBe(true)
})
