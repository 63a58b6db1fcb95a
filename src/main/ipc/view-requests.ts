import { PacklightError } from '../../shared/result.ts'
import type { StoreKey } from '../../shared/stores.ts'
import type { OpenStore } from '../stores/open-store.ts'
import type { Handlers } from './answer-request.ts'

/** How the items of the store in use are looked at; `inUse` throws where there is none. */
export function viewRequests(
  inUse: () => Promise<OpenStore>,
): Pick<Handlers, `views.${string}` & keyof Handlers> {
  async function viewsOf(storeKey: StoreKey): Promise<OpenStore['views']> {
    const { store, views } = await inUse()
    // The page may not have heard yet that another store was opened: its views must not be written over.
    if (store.key !== storeKey) throw new PacklightError({ code: 'store.unknown' })
    return views
  }
  return {
    'views.get': async (storeKey) => (await viewsOf(storeKey)).get(),
    'views.save': async ({ storeKey, ...views }) => (await viewsOf(storeKey)).save(views),
  }
}
