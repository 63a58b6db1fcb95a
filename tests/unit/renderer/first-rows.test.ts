// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { firstRows } from '../../../src/renderer/src/stores/first-rows.ts'
import { useItems } from '../../../src/renderer/src/stores/items.ts'
import { createFakeItems } from '../../fakes/fake-items.ts'
import { worldOf } from '../../fakes/fake-scenarios.ts'
import { loadStores, useFakeBridge } from '../../support/mount-app.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function page(queryHandler?: () => never) {
  const items = createFakeItems(1000)
  if (queryHandler) items.handlers['items.query'] = queryHandler
  useFakeBridge({ ...worldOf('online'), items })
  await loadStores()
  return useItems()
}

it('waits for the rows that a first drawing shows', async () => {
  const items = await page()
  const drawn = firstRows(items)
  await vi.advanceTimersByTimeAsync(20)
  await drawn
  expect(items.rowAt(0)).toBeDefined()
})

it('waits for the reason why there are none', async () => {
  const items = await page(() => {
    throw new Error('broken')
  })
  const drawn = firstRows(items)
  await vi.advanceTimersByTimeAsync(20)
  await drawn
  expect(items.error).not.toBeNull()
})

it('does not wait long: with a slow store the page begins with grey bars', async () => {
  const items = await page(() => new Promise(() => undefined) as never)
  const drawn = firstRows(items)
  await vi.advanceTimersByTimeAsync(150)
  await drawn
  expect(items.answer).toBeNull()
})
