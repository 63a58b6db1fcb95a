import { describe, expect, it } from 'vitest'
import { moved, resized, toggled } from '../../../../src/renderer/src/composables/column-order.ts'
import { copiedRows } from '../../../../src/renderer/src/composables/copied-rows.ts'
import { hiddenHit } from '../../../../src/renderer/src/composables/hidden-hit.ts'
import { nextSort } from '../../../../src/renderer/src/stores/default-sort.ts'
import { areSameColumns, isSameQuery } from '../../../../src/renderer/src/stores/same-view.ts'
import { exportedIds, gridColumns, standardColumns } from '../../../../src/shared/grid-columns.ts'
import { allItems, sortColumns } from '../../../../src/shared/item-query.ts'
import type { OrderItemRow } from '../../../../src/shared/item-query.ts'
import { fakeRow } from '../../../fakes/fake-catalogue.ts'

const row = (parts: Partial<OrderItemRow> = {}): OrderItemRow => ({ ...fakeRow(0, 0), ...parts })

describe('copied rows', () => {
  const words = {
    headerOf: (id: string) => id,
    stateOf: () => 'Hazırlanıyor',
    date: (iso: string) => `on ${iso}`,
    decimal: (amount: string) => amount.replace('.', ','),
  }

  it('have a value for every column that an export writes of the grid', () => {
    const amount = '1.5'
    const full = row({
      ...{ price: amount, withoutNetAmount: amount, installmentInterestAmount: amount },
      ...{ orderNumber: 'TR-1', parentOmnitronId: 7, stockList: 'Depo', priceList: 'Liste' },
    })
    const [header = '', line = ''] = copiedRows([full], sortColumns, words).split('\n')
    expect(header.split('\t')).toEqual(exportedIds(sortColumns))
    expect(line.split('\t').filter((cell) => cell === '')).toEqual([])
    expect(line).toContain('1,5')
  })

  it('leave empty what is not known, in its place', () => {
    const text = copiedRows([row({ sku: null, netAmount: null })], ['sku', 'netAmount', 'state'], words)
    expect(text).toBe('product.sku\tnet_amount\tprice_currency\tstate.name\n\t\tTRY\tHazırlanıyor')
  })
})

describe('columns', () => {
  const ids = (columns: readonly { id: string }[]) => columns.map(({ id }) => id)

  it('move to a place, are shown at the end, and never all go', () => {
    expect(ids(moved(standardColumns, 'state', 0)).slice(0, 2)).toEqual(['state', 'product'])
    expect(ids(moved(standardColumns, 'product', 99)).at(-1)).toBe('product')
    expect(ids(toggled(standardColumns, 'barcode')).at(-1)).toBe('barcode')
    expect(ids(toggled(standardColumns, 'sku'))).not.toContain('sku')
    const [only] = standardColumns
    expect(toggled([only!], only!.id)).toEqual([only])
  })

  it('have widths within reason', () => {
    const width = (wanted: number | null) => resized(standardColumns, 'sku', wanted)[2]?.width
    expect([width(10), width(130.4), width(9999), width(null)]).toEqual([48, 130, 1200, null])
  })

  it('sort their own way first: names from A, the newest and the largest on top', () => {
    for (const { id, align } of gridColumns) {
      if (id === allItems.sort.column) continue
      const { direction } = nextSort(allItems.sort, id)
      if (align === 'end') expect([id, direction]).toEqual([id, 'descending'])
    }
    expect(nextSort(allItems.sort, 'stockList').direction).toBe('ascending')
    expect(nextSort(allItems.sort, 'modifiedDate').direction).toBe('ascending')
  })
})

describe('a view', () => {
  it('is the same when it means the same', () => {
    const one = { ...allItems, filters: { ...allItems.filters, state: ['a', 'b'] } }
    const other = { ...allItems, search: ' ', filters: { ...allItems.filters, state: ['b', 'a'] } }
    expect(isSameQuery(one, other)).toBe(true)
    expect(isSameQuery(one, allItems)).toBe(false)
    expect(
      isSameQuery(allItems, {
        ...allItems,
        filters: { ...allItems.filters, netAmount: { from: '1', to: null } },
      }),
    ).toBe(false)
    expect(areSameColumns(standardColumns, resized(standardColumns, 'sku', 200))).toBe(false)
    expect(areSameColumns(standardColumns, moved(standardColumns, 'sku', 0))).toBe(false)
  })
})

describe('a hit that the line does not show', () => {
  const shown = new Set(standardColumns.map(({ id }) => id))
  const hit = (parts: Partial<OrderItemRow>, words: string[]) =>
    hiddenHit(row(parts), words, (id) => shown.has(id))

  it('is named with its value, unless its column is on screen', () => {
    const parts = { matchedField: 'barcode', barcode: '0868' } as const
    expect(hit(parts, ['0868'])).toEqual({ field: 'barcode', value: '0868' })
    expect(hiddenHit(row(parts), ['0868'], () => true)).toBeNull()
  })

  it('is marked in the labels below the name where one of them has it', () => {
    const parts = { matchedField: 'attribute', attributeLabels: ['SİYAH', 'Large'] } as const
    expect(hit({ ...parts, attributeLabels: [...parts.attributeLabels] }, ['siyah'])).toBeNull()
    expect(hit({ ...parts, attributeLabels: [...parts.attributeLabels] }, ['keten'])).toEqual({
      field: 'attribute',
      value: '',
    })
    // A bundle says how many parts it has instead of its labels.
    expect(
      hit({ ...parts, attributeLabels: [...parts.attributeLabels], bundlePartCount: 2 }, ['siyah']),
    ).not.toBeNull()
  })

  it('is the SKU where that column was hidden', () => {
    const parts = { sku: 'KTN-1', productName: 'Gömlek' }
    expect(hit(parts, ['ktn'])).toBeNull()
    expect(hiddenHit(row(parts), ['ktn'], () => false)).toEqual({ field: 'sku', value: 'KTN-1' })
  })
})
