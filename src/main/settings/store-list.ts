import { z } from 'zod'
import type { Store, StoreKey } from '../../shared/stores.ts'
import { openJsonFile } from '../files/json-file.ts'

/** A store and whether its token went to the keychain: a locked keychain answers as an empty one would. */
export interface KnownStore extends Store {
  savedToken: boolean
}

export interface StoreList {
  stores: KnownStore[]
  /** The one used last. */
  active: StoreKey | null
}

export interface StoreListFile {
  get(): StoreList
  /** Adds a store, or replaces the one with its key. */
  put(store: KnownStore): Promise<void>
  remove(key: StoreKey): Promise<void>
  activate(key: StoreKey): Promise<void>
}

const schema: z.ZodType<StoreList> = z.object({
  stores: z.array(
    z.object({
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
  return {
    get: () => json.get(),
    put(store) {
      const { stores, active } = json.get()
      const at = stores.findIndex(({ key }) => key === store.key)
      return json.set({ active, stores: at < 0 ? [...stores, store] : stores.with(at, store) })
    },
    remove(key) {
      const { stores, active } = json.get()
      const rest = stores.filter((store) => store.key !== key)
      return json.set({ stores: rest, active: active === key ? (rest[0]?.key ?? null) : active })
    },
    activate: (key) => json.set({ ...json.get(), active: key }),
  }
}
