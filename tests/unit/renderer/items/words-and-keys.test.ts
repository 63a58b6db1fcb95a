import { describe, expect, it } from 'vitest'
import { clipboardTable } from '../../../../src/renderer/src/composables/clipboard-table.ts'
import { colourOf } from '../../../../src/renderer/src/composables/colour-words.ts'
import { fieldGroups } from '../../../../src/renderer/src/composables/field-groups.ts'
import { rowAfterKey } from '../../../../src/renderer/src/composables/grid-keys.ts'
import { groupDigits } from '../../../../src/renderer/src/composables/group-digits.ts'
import { hueOf, initialsOf } from '../../../../src/renderer/src/composables/initials.ts'
import { tellingAttributes } from '../../../../src/renderer/src/composables/telling-attributes.ts'
import { columnLabel } from '../../../../src/shared/column-labels.ts'
import { itemColumns } from '../../../../src/shared/item-columns.ts'
import { fakeRow } from '../../../fakes/fake-catalogue.ts'
import { fakeDetail } from '../../../fakes/fake-detail.ts'

describe('column labels', () => {
  it('has words for every column in both languages, and no two columns with the same', () => {
    for (const language of ['en', 'tr'] as const) {
      const labels = itemColumns.map(({ id }) => columnLabel(id, language))
      expect(new Set(labels).size).toBe(itemColumns.length)
      expect(itemColumns.filter(({ id }) => columnLabel(id, language) === id)).toEqual([])
    }
  })
})

describe('all fields', () => {
  it('shows every column exactly once, empty ones too', () => {
    const row = fakeRow(0, 0)
    const shown = fieldGroups(fakeDetail(row, [row]), 'en').flatMap(({ fields }) => fields)
    expect(shown.map(({ id }) => id).sort()).toEqual(itemColumns.map(({ id }) => id).sort())
    expect(shown.find(({ id }) => id === 'order_number')?.value).toBeNull()
  })
})

describe('telling attributes', () => {
  it('names each once and leaves out what integrations write for themselves', () => {
    const row = fakeRow(0, 0)
    const detail = fakeDetail(row, [row])
    const attribute = (label: string | null, value: string) => ({ label, value, dataType: 'dropdown' })
    detail.item.product!.attributesKwargs = {
      renk: attribute('SİYAH', 'SİYAH'),
      integration_color: attribute('BLACK', 'SİYAH'),
      ColorId: attribute(null, '7'),
      iç_kumaş: attribute('', 'Keten'),
    }
    detail.item.attributesKwargs = { renk: attribute('Gece siyahı', 'SİYAH') }
    expect(tellingAttributes(detail)).toEqual([
      { key: 'renk', name: 'Renk', text: 'Gece siyahı', value: 'SİYAH' },
      { key: 'iç_kumaş', name: 'İç kumaş', text: 'Keten', value: null },
    ])
  })
})

describe('initials', () => {
  it.each([
    ['ince triko hırka', 'İT'],
    ['Keten Gömlek — Slim Fit', 'KG'],
    ['ışık', 'I'],
    ['  ', '?'],
    [null, '?'],
  ])('of %s are %s', (name, initials) => expect(initialsOf(name)).toBe(initials))

  it('stand on the same colour for the same name', () => {
    expect(hueOf('Deri Kemer')).toBe(hueOf('Deri Kemer'))
    expect(hueOf('Deri Kemer')).toBeLessThan(360)
  })
})

describe('colour words', () => {
  it('knows a colour in any case and language, and nothing else', () => {
    expect(colourOf('SİYAH')).toBe(colourOf('black'))
    expect(colourOf('Kırmızı')).toBe(colourOf('KIRMIZI'))
    expect(colourOf('Navy blue')).toBe(colourOf('lacivert'))
    expect(colourOf('Large')).toBeNull()
    expect(colourOf('constructor')).toBeNull()
    expect(colourOf('siyah beyaz çizgili')).toBeNull()
  })
})

describe('clipboard table', () => {
  it('keeps a cell in its place and never makes a formula of it', () => {
    expect(
      clipboardTable(
        ['SKU', 'Name'],
        [
          ['=1+1', 'a\tb\nc'],
          [null, 0],
        ],
      ),
    ).toBe("SKU\tName\n'=1+1\ta b c\n\t0")
  })
})

describe('grouped digits', () => {
  it('groups ids and leaves other codes', () => {
    expect(groupDigits('1042771')).toBe('1\u00a0042\u00a0771')
    expect(groupDigits('771')).toBe('771')
    expect(groupDigits('TR-1042771')).toBe('TR-1042771')
  })
})

describe('keys of the grid', () => {
  const place = { index: 50, firstInView: 45, total: 100, pageRows: 11 }
  const press = (key: string, parts = {}, altKey = false) =>
    rowAfterKey({ key, altKey }, { ...place, ...parts })

  it('moves by rows, pages and to the ends, and stays in the list', () => {
    expect([press('ArrowDown'), press('ArrowUp'), press('PageDown'), press('PageUp')]).toEqual([
      51, 49, 61, 39,
    ])
    expect([press('Home'), press('End')]).toEqual([0, 99])
    expect([press('ArrowDown', { index: 99 }), press('PageUp', { index: 3 })]).toEqual([99, 0])
  })

  it('starts in view, and leaves other keys alone', () => {
    expect(press('ArrowDown', { index: null })).toBe(45)
    expect(press('x')).toBeNull()
    expect(press('ArrowDown', {}, true)).toBeNull()
    expect(press('End', { total: 0 })).toBeNull()
  })
})
