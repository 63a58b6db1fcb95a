import { z } from 'zod'
import { PacklightError } from '../../shared/result.ts'
import type { Store, StoreKey } from '../../shared/stores.ts'
import { openJsonFile } from '../files/json-file.ts'
import type { JsonFile } from '../files/json-file.ts'

/** A store and whether its token went to the keychain: a locked keychain answers as an empty one would. */
export interface KnownStore extends Store {
  savedToken: boolean
}

export interface StoreList {
  stores: KnownStore[]
  /** The one used last. */
  active: StoreKey | null
}

/** Changes throw `settings.unwritable`, and nothing has changed. */
export interface StoreListFile extends Pick<JsonFile<StoreList>, 'get' | 'onChange' | 'wasDamaged'> {
  /** Adds a store, or replaces the one with its key. */
  put(store: KnownStore): Promise<void>
  remove(key: StoreKey): Promise<void>
  /** Throws `store.unknown` for a store that is not listed. */
  activate(key: StoreKey): Promise<void>
}

const schema: z.ZodType<StoreList> = z.object({
  stores: z.array(
    // Loose: what a newer version wrote about a store stays with it.
    z.looseObject({
      key: z.string().regex(/^[A-Za-z0-9._-]{1,255}$/),
      origin: z.url(),
      name: z.string(),
      isSample: z.boolean(),
      savedToken: z.boolean(),
    }),
  ),
  active: z.string().nullable(),
})

/** The stores that this computer knows, kept in `file`. No token is in it. */
export async function openStoreList({ file }: { file: string }): Promise<StoreListFile> {
  const json = await openJsonFile({ file, schema, defaults: { stores: [], active: null } })
  const change = async (make: (list: StoreList) => StoreList): Promise<void> => {
    await json.update(make)
  }
  return {
    get: () => json.get(),
    onChange: (listener) => json.onChange(listener),
    wasDamaged: json.wasDamaged,
    put: (store) =>
      change(({ stores, active }) => {
        const at = stores.findIndex(({ key }) => key === store.key)
        const changed = at < 0 ? [...stores, store] : stores.with(at, { ...stores[at], ...store })
        return { active, stores: changed }
      }),
    remove: (key) =>
      change(({ stores, active }) => {
        const rest = stores.filter((store) => store.key !== key)
        return { stores: rest, active: active === key ? (rest[0]?.key ?? null) : active }
      }),
    activate: (key) =>
      change((list) => {
        if (!list.stores.some((store) => store.key === key)) {
          throw new PacklightError({ code: 'store.unknown', params: { store: key } })
        }
        return list.active === key ? list : { ...list, active: key }
      }),
  }
}
