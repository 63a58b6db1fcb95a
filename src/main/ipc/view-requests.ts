import type { OpenStore } from '../stores/open-store.ts'
import type { Handlers } from './answer-request.ts'

/** How the items of the store in use are looked at; `inUse` throws where there is none. */
export function viewRequests(
  inUse: () => Promise<OpenStore>,
): Pick<Handlers, `views.${string}` & keyof Handlers> {
  return {
    'views.get': async () => (await inUse()).views.get(),
    'views.save': async (views) => (await inUse()).views.save(views),
  }
}
