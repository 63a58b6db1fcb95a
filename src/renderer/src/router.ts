import { createMemoryHistory, createRouter } from 'vue-router'
import type { Router } from 'vue-router'
import { useStores } from './stores/stores.ts'
import ConnectView from './views/ConnectView.vue'
import ItemsView from './views/ItemsView.vue'
import SettingsView from './views/SettingsView.vue'
import SyncView from './views/SyncView.vue'

/**
 * Memory history: a desktop window has no address bar, and app:// has no server to answer a reload.
 * Without a store there is nothing but Connect to show.
 */
export function createPacklightRouter(): Router {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', redirect: '/items' },
      { path: '/connect', name: 'connect', component: ConnectView },
      { path: '/items', name: 'items', component: ItemsView },
      { path: '/sync', name: 'sync', component: SyncView },
      { path: '/settings', name: 'settings', component: SettingsView },
    ],
  })
  router.beforeEach((to) => {
    const isOpen = to.name === 'connect' || to.name === 'settings'
    return isOpen || useStores().active !== null ? true : { name: 'connect' }
  })
  return router
}
