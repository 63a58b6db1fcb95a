import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { toAppError } from '../../shared/result.ts'
import type { AppError } from '../../shared/result.ts'
import App from './App.vue'
import { createPacklightI18n } from './i18n/index.ts'
import { createPacklightRouter } from './router.ts'
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
// The Items screen is what is shown first: its rows are fetched while it is being drawn.
if (stores.active !== null && startError === null) useItems(pinia).open()
createApp(App, { startError })
  .use(pinia)
  .use(createPacklightI18n(settings.language))
  .use(createPacklightRouter())
  .mount('#app')
