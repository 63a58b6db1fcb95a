import { expect, it } from 'vitest'
import { attributeLabels } from '../../../../src/main/cache/repositories/attribute-labels.ts'
import { dropdown } from '../../../support/cache-items.ts'

it('shows colour and size first, labels before values, nothing twice, and no words of integrations', () => {
  expect(
    attributeLabels({
      integration_ColorId: dropdown('BLACK'),
      Integration_size: dropdown('L'),
      marka: dropdown('Akinon'),
      Beden: dropdown('Large', 'L'),
      renk: { label: ' ', value: 'SİYAH', dataType: null },
      color: dropdown('SİYAH'),
      kalip: dropdown('Slim'),
    }),
  ).toEqual(['SİYAH', 'Large', 'Akinon'])
})

it('leaves out what has no words', () => {
  const kwargs = {
    renk: { label: null, value: null, dataType: null },
    beden: { label: '', value: { nested: 1 }, dataType: null },
    numara: { label: null, value: 42, dataType: 'number' },
  }
  expect(attributeLabels(kwargs)).toEqual(['42'])
  expect(attributeLabels({})).toEqual([])
})
