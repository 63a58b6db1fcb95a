import type { DatabaseSync } from 'node:sqlite'
import { SearchIndex } from '../search/search-index.ts'
import { AttributeKeys } from './attribute-keys.ts'
import { Images } from './images.ts'
import { ItemChanges } from './item-changes.ts'
import { ItemKeysReader } from './item-keys-reader.ts'
import { ItemLists } from './item-lists.ts'
import { ItemReader } from './item-reader.ts'
import { ItemRows } from './item-rows.ts'
import { ItemTexts } from './item-texts.ts'
import { ItemWriter } from './item-writer.ts'
import { OrderNumbers } from './order-numbers.ts'
import { Products } from './products.ts'
import { RawPages } from './raw-pages.ts'
import { SeenItems } from './seen-items.ts'
import { States } from './states.ts'
import { SyncRuns } from './sync-runs.ts'
import { Totals } from './totals.ts'

/** All that reads and writes one open database; statements are prepared once. */
export function createRepositories(db: DatabaseSync) {
  const images = new Images(db)
  const states = new States(db)
  const lists = new ItemLists(db)
  const products = new Products(db, images)
  return {
    images,
    states,
    lists,
    /** What the engine's numbers stand for. */
    names: () => {
      const { price, stock } = lists.all()
      return { states: states.all(), priceLists: price, stockLists: stock }
    },
    products,
    itemWriter: new ItemWriter(db, images, new ItemTexts(db)),
    itemReader: new ItemReader(db, states, products, lists),
    itemRows: new ItemRows(db),
    itemKeys: new ItemKeysReader(db),
    itemChanges: new ItemChanges(db),
    rawPages: new RawPages(db),
    orderNumbers: new OrderNumbers(db),
    seenItems: new SeenItems(db),
    syncRuns: new SyncRuns(db),
    totals: new Totals(db),
    attributeKeys: new AttributeKeys(db),
    searchIndex: new SearchIndex(db),
  }
}

export type Repositories = ReturnType<typeof createRepositories>
