import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { toAppError } from '../../shared/result.ts'
import type { AppError } from '../../shared/result.ts'
import App from './App.vue'
import { createPacklightI18n } from './i18n/index.ts'
import { createPacklightRouter } from './router.ts'
import { firstRows } from './stores/first-rows.ts'
import { useItems } from './stores/items.ts'
import { useSettings } from './stores/settings.ts'
import { useStores } from './stores/stores.ts'
import { useSync } from './stores/sync.ts'
import './styles/tokens.css'
import './styles/base.css'

const pinia = createPinia()
const settings = useSettings(pinia)
const stores = useStores(pinia)
const sync = useSync(pinia)

async function load(): Promise<AppError | null> {
  try {
    await Promise.all([settings.load(), stores.load(), sync.load()])
    return null
  } catch (error) {
    return toAppError(error)
  }
}

const startError = await load()
const router = createPacklightRouter()
const app = createApp(App, { startError }).use(pinia).use(createPacklightI18n(settings.language)).use(router)
// Drawn once, as it is to be seen: the frame, its screen and the rows in it.
const rows = stores.active !== null && startError === null ? firstRows(useItems(pinia)) : null
await Promise.all([rows, router.isReady()])
app.mount('#app')
