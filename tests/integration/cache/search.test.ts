import { describe, expect, it } from 'vitest'
import { allItems } from '../../../src/shared/item-query.ts'
import { dropdown, makeItem, makeProduct } from '../../support/cache-items.ts'
import { cacheWith, idsOf } from '../../support/open-cache.ts'

const catalogue = [
  makeItem(1, {
    order: 71,
    product: makeProduct(11, {
      name: 'SİYAH Gömlek',
      sku: 'AB-12 34',
      barcode: '0012345678905',
      baseCode: 'GML',
      attributesKwargs: { beden: dropdown('Large', 'L') },
    }),
  }),
  makeItem(2, { order: 72, product: makeProduct(12, { name: 'Işıl ışıltı kazak', sku: 'KZK-1' }) }),
  makeItem(3, { order: 72, product: makeProduct(13, { name: 'Beyaz gömlek', sku: 'GML' }) }),
  makeItem(4, {
    order: 73,
    product: makeProduct(13, { name: 'Beyaz gömlek', sku: 'GML' }),
    attributesKwargs: { not: dropdown('Hediye paketi') },
  }),
]

describe('a search', () => {
  it.each([
    ['siyah', [1]],
    ['SIYAH', [1]],
    ['sıyah', [1]],
    ['SİYAH', [1]],
    ['isil', [2]],
    ['IŞIL', [2]],
    ['ışıl kaz', [2]],
    ['gomlek', [1, 3, 4]],
    ['göm bey', [3, 4]],
    ['large', [1]],
    ['l gömlek siyah', [1]],
    ['hediye', [4]],
    ['beyaz paketi', [4]],
    ['ab1234', [1]],
    ['AB 12', [1]],
    ['ab-12 34', [1]],
    ['12345678905', [1]],
    ['00012345678905', [1]],
    ['0012345', [1]],
    ['001 234 567 8905', [1]],
    ['500002', [2]],
    ['72', [2, 3]],
    ['0073', [4]],
    ['ömlek', []],
    ['siyah kazak', []],
  ])('for %j finds items %j', async (search, expected) => {
    const cache = await cacheWith(catalogue)
    const ids = await idsOf(cache, { search, sort: { column: 'createdDate', direction: 'ascending' } })
    expect(ids.sort()).toEqual(expected)
  })
})
