import { standardColumns } from '../../shared/grid-columns.ts'
import { storeViewsSchema } from '../../shared/store-views-schema.ts'
import type { StoreViews } from '../../shared/store-views.ts'
import { openJsonFile } from '../files/json-file.ts'
import type { JsonFile } from '../files/json-file.ts'

export interface StoreViewsFile extends Pick<JsonFile<StoreViews>, 'get' | 'wasDamaged'> {
  /** Throws `settings.unwritable`, and nothing has changed. */
  save(views: StoreViews): Promise<StoreViews>
  /** Once what was given to be saved is on the disk, or has failed. */
  settled(): Promise<void>
}

const defaults: StoreViews = { columns: standardColumns.map((column) => ({ ...column })), views: [] }

/** How one store's items are looked at on this computer, kept in `file`. */
export async function openStoreViews({ file }: { file: string }): Promise<StoreViewsFile> {
  const json = await openJsonFile({ file, schema: storeViewsSchema, defaults })
  return {
    get: () => json.get(),
    wasDamaged: json.wasDamaged,
    save: (views) => json.update(() => views),
    settled: async () => {
      await json.update((views) => views)
    },
  }
}
