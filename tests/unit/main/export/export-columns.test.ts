import { describe, expect, it } from 'vitest'
import { exportColumns } from '../../../../src/main/export/export-columns.ts'
import { gridColumns, standardColumns } from '../../../../src/shared/grid-columns.ts'
import { itemColumns } from '../../../../src/shared/item-columns.ts'
import { sortColumns } from '../../../../src/shared/item-query.ts'
import type { SortColumn } from '../../../../src/shared/item-query.ts'

const attributes = { product: ['renk', 'integration_color', 'beden'], item: ['not'] }
const shownIds = (...shown: SortColumn[]) => exportColumns(shown, attributes).shown.map(({ id }) => id)

describe('the columns of an export', () => {
  it('are those of the grid, in its order, a product with what tells it from its sisters', () => {
    expect(shownIds('state', 'product', 'sku')).toEqual([
      'state.name',
      'product.name',
      'product.attributes.renk',
      'product.attributes.beden',
      'product.sku',
    ])
    expect(shownIds('sku')).toEqual(['product.sku'])
  })

  it('hold the currency once, however many amounts need it', () => {
    expect(shownIds('netAmount', 'retailPrice', 'priceCurrency')).toEqual([
      'net_amount',
      'price_currency',
      'retail_price',
    ])
  })

  it('can be all there are, also what integrations wrote', () => {
    const { all } = exportColumns(['sku'], attributes)
    expect(all).toHaveLength(itemColumns.length + 4)
    expect(all.map(({ id }) => id)).toContain('product.attributes.integration_color')
  })
})

describe('the columns of the grid', () => {
  it('are every column that can sort, each with a name in files', () => {
    expect(gridColumns.map(({ id }) => id).sort()).toEqual([...sortColumns].sort())
    const known = new Set(itemColumns.map(({ id }) => id))
    expect(gridColumns.flatMap(({ exported }) => exported).filter((id) => !known.has(id))).toEqual([])
    expect(standardColumns.map(({ id }) => id)).toEqual(expect.arrayContaining(['product', 'state']))
  })
})
