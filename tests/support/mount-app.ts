/** Mounting components over the fake bridge, with the stores loaded as `main.ts` loads them. */
import { mount } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { createMemoryHistory, createRouter } from 'vue-router'
import { defineComponent, h } from 'vue'
import type { Component, ComponentOptionsMixin } from 'vue'
import { createPacklightI18n } from '../../src/renderer/src/i18n/index.ts'
import { useSettings } from '../../src/renderer/src/stores/settings.ts'
import { useStores } from '../../src/renderer/src/stores/stores.ts'
import { useSync } from '../../src/renderer/src/stores/sync.ts'
import { createFakeBridge } from '../fakes/fake-bridge.ts'
import type { FakeBridge } from '../fakes/fake-bridge.ts'
import type { FakeWorld } from '../fakes/fake-world.ts'

/** Puts a fake bridge where the preload's object would be, with a fresh Pinia. */
export function useFakeBridge(world: Partial<FakeWorld> = {}): FakeBridge {
  const fake = createFakeBridge(world)
  Object.assign(window, { packlight: fake.bridge })
  setActivePinia(createPinia())
  return fake
}

/** Loads the stores that every screen counts on. */
export async function loadStores(): Promise<void> {
  await Promise.all([useSettings().load(), useStores().load(), useSync().load()])
}

/** Mounts a component as the app would; routes lead nowhere, but can be followed. `mixins` watch every component. */
export function mountInApp(
  component: Component,
  props: Record<string, unknown> = {},
  mixins: ComponentOptionsMixin[] = [],
): VueWrapper {
  const nowhere = defineComponent({ render: () => h('div') })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:screen*', component: nowhere }],
  })
  return mount(component, {
    props,
    attachTo: document.body,
    global: { plugins: [createPacklightI18n(useSettings().language), router], mixins },
  }) as VueWrapper
}
