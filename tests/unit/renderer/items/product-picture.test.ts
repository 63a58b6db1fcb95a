// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import ProductPicture from '../../../../src/renderer/src/components/items/ProductPicture.vue'
import { worldOf } from '../../../fakes/fake-scenarios.ts'
import { loadStores, mountInApp, useFakeBridge } from '../../../support/mount-app.ts'

/** A row whose picture was asked for, and that now shows another item. */
async function recycledRow() {
  useFakeBridge(worldOf('online'))
  await loadStores()
  const view = mountInApp(ProductPicture, { imageId: 1, name: 'One', size: 'thumb', patient: true })
  await vi.waitFor(() => expect(view.find('img').exists()).toBe(true))
  const before = view.find('img').element
  await view.setProps({ imageId: 2, name: 'Two' })
  return { view, before }
}

it('asks for a picture only when its row has stayed for a moment', async () => {
  const { view } = await recycledRow()
  expect(view.find('img').exists()).toBe(false)
  await vi.waitFor(() => expect(view.find('img').attributes('src')).toContain('/2?'))
  view.unmount()
})

it('is not missing because the one before it is', async () => {
  const { view, before } = await recycledRow()
  before.dispatchEvent(new Event('error'))
  await vi.waitFor(() => expect(view.find('img').exists()).toBe(true))
  view.unmount()
})

it('is not shown before it is here because the one before it came late', async () => {
  const { view, before } = await recycledRow()
  before.dispatchEvent(new Event('load'))
  await nextTick()
  expect(view.find('.initials').exists()).toBe(true)
  view.unmount()
})
