import { exportedIds } from '../../shared/grid-columns.ts'
import { attributeColumn, itemColumns } from '../../shared/item-columns.ts'
import type { ItemColumn } from '../../shared/item-columns.ts'
import type { SortColumn } from '../../shared/item-query.ts'

export interface ExportColumns {
  shown: ItemColumn[]
  all: ItemColumn[]
}

/** Integrations write these for themselves. */
const isForPeople = ({ id }: ItemColumn): boolean => !id.startsWith('product.attributes.integration_')

/**
 * The columns of a file: those that the grid shows, in its order, and all that there are. A product's attributes
 * come after its name: on screen they stand below it.
 */
export function exportColumns(
  shown: readonly SortColumn[],
  attributes: { product: readonly string[]; item: readonly string[] },
): ExportColumns {
  const ofProduct = attributes.product.map((key) => attributeColumn('product', key))
  const ofItem = attributes.item.map((key) => attributeColumn('item', key))
  const columnsOf = (id: string): ItemColumn[] => {
    const column = itemColumns.filter((one) => one.id === id)
    return id === 'product.name' ? [...column, ...ofProduct.filter(isForPeople)] : column
  }
  return {
    shown: exportedIds(shown).flatMap(columnsOf),
    all: [...itemColumns, ...ofProduct, ...ofItem],
  }
}
