// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { useItems } from '../../../../src/renderer/src/stores/items.ts'
import ItemsView from '../../../../src/renderer/src/views/ItemsView.vue'
import { createFakeItems } from '../../../fakes/fake-items.ts'
import { worldOf } from '../../../fakes/fake-scenarios.ts'
import { loadStores, mountInApp, useFakeBridge } from '../../../support/mount-app.ts'

it('begins anew with another store, also while another screen is shown', async () => {
  const world = worldOf('online')
  const fake = useFakeBridge({ ...world, items: createFakeItems(20) })
  await loadStores()
  const view = mountInApp(ItemsView)
  const items = useItems()
  await vi.waitFor(() => expect(items.answer).not.toBeNull())
  await items.setSearch('kemer')
  view.unmount()

  const { stores } = world.stores
  const other = { ...stores[0]!, key: 'other.akinon.net', origin: 'https://other.akinon.net' }
  fake.emit('stores.changed', { stores: [...stores, other], active: other.key })
  await flushPromises()
  expect(items.query.search).toBe('')
  expect(items.shownQuery.search).toBe('')
})
