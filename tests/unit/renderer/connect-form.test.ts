// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import ConnectForm from '../../../src/renderer/src/components/connect/ConnectForm.vue'
import type { ErrorCode } from '../../../src/shared/result.ts'
import { worldOf } from '../../fakes/fake-scenarios.ts'
import { loadStores, mountInApp, useFakeBridge } from '../../support/mount-app.ts'

async function form() {
  const fake = useFakeBridge(worldOf('first-start', { language: 'en' }))
  await loadStores()
  return { ...fake, form: mountInApp(ConnectForm, { knownStore: null }) }
}
async function fill(wrapper: VueWrapper, address: string, token: string): Promise<void> {
  const [addressInput, tokenInput] = wrapper.findAll('input')
  await addressInput!.setValue(address)
  await tokenInput!.setValue(token)
  await flushPromises()
}
async function submit(wrapper: VueWrapper): Promise<void> {
  await wrapper.get('form').trigger('submit')
  await flushPromises()
}
const connects = (asked: { name: string; input: unknown }[]) =>
  asked.filter(({ name }) => name === 'stores.connect').map(({ input }) => input)

describe('the connect form', () => {
  it('shows the address as it will be called', async () => {
    const { form: wrapper } = await form()
    await fill(wrapper, 'https://Shop.Akinon.net/login', '')
    expect(wrapper.text()).toContain('Packlight will connect to https://shop.akinon.net')
  })

  it('does not call half a domain a mistake before the field is left', async () => {
    const { form: wrapper } = await form()
    await fill(wrapper, 'sho', '')
    expect(wrapper.findAll('[aria-invalid]')).toHaveLength(0)
    await wrapper.findAll('input')[0]!.trigger('blur')
    expect(wrapper.findAll('[aria-invalid]')).toHaveLength(1)
  })

  it('asks for what is missing and sends nothing', async () => {
    const { form: wrapper, world } = await form()
    await submit(wrapper)
    expect(wrapper.text()).toContain('Please enter the address of your store.')
    expect(wrapper.text()).toContain('Please enter the token.')
    expect(connects(world.asked)).toEqual([])
  })

  it('connects, and then holds the token no longer', async () => {
    const { form: wrapper, world } = await form()
    await fill(wrapper, 'shop.akinon.net', '  secret ')
    await submit(wrapper)
    expect(connects(world.asked)).toEqual([
      { address: 'shop.akinon.net', token: 'secret', sessionOnly: false },
    ])
    expect(wrapper.emitted('connected')).toHaveLength(1)
    expect(wrapper.findAll('input')[1]!.element.value).toBe('')
  })

  it('offers the session only where the keychain fails, and only when asked', async () => {
    const { form: wrapper, world } = await form()
    world.failures['stores.connect'] = { code: 'keychain.service-missing' }
    await fill(wrapper, 'shop.akinon.net', 'secret')
    await submit(wrapper)
    expect(wrapper.text()).toContain('This computer has no keyring running')
    expect(wrapper.emitted('connected')).toBeUndefined()
    delete world.failures['stores.connect']
    await wrapper.get('[role=alert] button').trigger('click')
    await flushPromises()
    expect(connects(world.asked).at(-1)).toMatchObject({ sessionOnly: true })
    expect(wrapper.emitted('connected')).toHaveLength(1)
  })

  it.each<[ErrorCode, string]>([
    ['oms.unauthorized', 'The store does not accept this token'],
    ['oms.not-an-oms', 'Something else answered instead of the store'],
  ])('says what is wrong (%s) without offering to weaken anything', async (code, title) => {
    const { form: wrapper, world } = await form()
    world.failures['stores.connect'] = { code }
    await fill(wrapper, 'shop.akinon.net', 'secret')
    await submit(wrapper)
    expect(wrapper.text()).toContain(title)
    expect(wrapper.text()).not.toContain('this session only')
    await fill(wrapper, 'shop.akinon.net', 'another')
    expect(wrapper.find('[role=alert]').exists()).toBe(false)
  })

  it('hides the token until it is shown', async () => {
    const { form: wrapper } = await form()
    expect(wrapper.findAll('input')[1]!.attributes('type')).toBe('password')
    await wrapper.get('[aria-pressed]').trigger('click')
    expect(wrapper.findAll('input')[1]!.attributes('type')).toBe('text')
  })

  it('only asks for a token when the store is known', async () => {
    const { world } = useFakeBridge(worldOf('signed-out', { language: 'en' }))
    await loadStores()
    const wrapper = mountInApp(ConnectForm, { knownStore: world.stores.stores[0] })
    await flushPromises()
    expect(wrapper.findAll('input')[0]!.attributes('readonly')).toBeDefined()
    await wrapper.findAll('input')[1]!.setValue('new-token')
    await submit(wrapper)
    expect(connects(world.asked)).toEqual([
      { address: 'https://shop.akinon.net', token: 'new-token', sessionOnly: false },
    ])
  })
})
