import rawCatalogue from '../../../resources/sample-store/catalogue.json' with { type: 'json' }

/** What the sample store sells and in which words: the content of `resources/sample-store/catalogue.json`. */
export interface CatalogueData {
  colours: Colour[]
  /** Size scales by name. `value` is what the OMS sends, `label` what people read. */
  sizes: Record<string, Size[]>
  families: Family[]
  bundles: BundleKind[]
  /** Names that break careless programs: markup, formulas, right-to-left text, invisible characters. */
  oddNames: string[]
  states: StateKind[]
  priceLists: PriceListKind[]
  stockLists: ListKind[]
  giftNotes: string[]
}

export interface Colour {
  id: string
  tr: string
  en: string
  hex: string
}

export interface Size {
  value: string
  label: string
}

/** A line of products that share a look, a code and a price range. */
export interface Family {
  id: string
  /** Which illustration shows it. */
  kind: string
  code: string
  names: string[]
  colours: string[]
  sizes: string
  material: string
  /** Lowest and highest retail price, in hundredths. */
  retail: number[]
  taxRate: string
  language: string
}

/** A product that is sold as several: the families of its parts. */
export interface BundleKind {
  name: string
  parts: string[]
}

/** A state with its chances for orders of today, of the last days, and older. */
export interface StateKind {
  id: number
  enumClass: string
  enumValue: string
  name: string
  translations: Partial<Record<string, string>>
  contentType: number
  fresh: number
  recent: number
  old: number
}

export interface ListKind {
  pk: number
  code: string | null
  name: string
  isAutoSync: boolean
  weight: number
}

export interface PriceListKind extends ListKind {
  currency: string
  /** How many lira one unit of the currency is worth. */
  perUnit: number
}

export const catalogueData: CatalogueData = rawCatalogue

/** An entry of a list by its id. The catalogue is ours: an id that is not there is a mistake in the file. */
export function byId<T extends { id: string | number }>(list: readonly T[], id: T['id']): T {
  const found = list.find((entry) => entry.id === id)
  if (!found) throw new RangeError(`the sample catalogue has no "${id}"`)
  return found
}
