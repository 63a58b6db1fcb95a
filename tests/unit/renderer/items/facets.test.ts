// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { useFacets } from '../../../../src/renderer/src/stores/facets.ts'
import { useItems } from '../../../../src/renderer/src/stores/items.ts'
import type { Facets } from '../../../../src/shared/item-filters.ts'
import { createFakeItems } from '../../../fakes/fake-items.ts'
import { worldOf } from '../../../fakes/fake-scenarios.ts'
import { loadStores, useFakeBridge } from '../../../support/mount-app.ts'

async function open() {
  const fakeItems = createFakeItems(300)
  const fake = useFakeBridge({ ...worldOf('online'), items: fakeItems })
  await loadStores()
  const items = useItems()
  items.open()
  await vi.waitFor(() => expect(items.answer).not.toBeNull())
  const asked = () => fake.world.asked.filter(({ name }) => name === 'items.facets').length
  return { fake, fakeItems, items, facets: useFacets(), asked }
}

it('counts only while somebody looks, and anew with each answer', async () => {
  const { items, facets, asked } = await open()
  await items.setSearch('keten')
  expect(asked()).toBe(0)
  const stop = facets.follow()
  await vi.waitFor(() => expect(facets.facets).not.toBeNull())
  const before = facets.facets!.values.priceCurrency['TRY']
  await items.setFilter('kind', ['part'])
  await vi.waitFor(() => expect(facets.facets?.values.priceCurrency['TRY']).not.toBe(before))
  // Its own filter set aside: what else could be chosen.
  expect(Object.keys(facets.facets!.values.kind).sort()).toEqual(['part', 'single'])
  stop()
  await items.setSearch('')
  await flushPromises()
  expect(asked()).toBe(2)
  expect(facets.facets).toBeNull()
})

it('drops counts that come after those of a newer answer', async () => {
  const { fake, fakeItems, items, facets } = await open()
  const answers: (() => void)[] = []
  const real = fakeItems.handlers['items.facets']
  Object.assign(fake.bridge.items, {
    facets: (input: { queryId: number }) =>
      new Promise((give) => {
        const value = real(input) as Facets | null
        answers.push(() => give({ ok: true, value }))
      }),
  })
  facets.follow()
  await vi.waitFor(() => expect(answers).toHaveLength(1))
  await items.setSearch('kemer')
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]!()
  await flushPromises()
  const counted = facets.facets
  expect(counted).not.toBeNull()
  answers[0]!()
  await flushPromises()
  expect(facets.facets).toBe(counted)
})
