// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import type { VueWrapper } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import FilterBar from '../../../../src/renderer/src/components/items/filters/FilterBar.vue'
import { useItems } from '../../../../src/renderer/src/stores/items.ts'
import { createFakeItems } from '../../../fakes/fake-items.ts'
import { worldOf } from '../../../fakes/fake-scenarios.ts'
import { loadStores, mountInApp, useFakeBridge } from '../../../support/mount-app.ts'

describe('the filter bar', () => {
  let bar: VueWrapper
  afterEach(() => bar.unmount())

  async function show(language: 'en' | 'tr' = 'en', count = 600) {
    const fake = useFakeBridge({ ...worldOf('online', { language }), items: createFakeItems(count) })
    await loadStores()
    bar = mountInApp(FilterBar)
    useItems().open()
    await vi.waitFor(() => expect(useItems().answer).not.toBeNull())
    await flushPromises()
    return fake
  }
  const chip = (text: string) => bar.findAll('button[aria-expanded]').find((one) => one.text() === text)!
  const texts = () => bar.findAll('button[aria-expanded]').map((one) => one.text())
  const choices = () =>
    bar.findAll('label.choice').map((one) => {
      const count = one.find('.count')
      const words = one.text().slice(0, count.exists() ? -count.text().length : undefined)
      return `${words.trim()}${count.exists() ? ` ${count.text()}` : ''}`
    })
  async function open(text: string) {
    await chip(text).trigger('click')
    await flushPromises()
  }
  async function choose(text: string) {
    const label = bar.findAll('label.choice').find((one) => one.text().startsWith(text))!
    await label.find('input').setValue(true)
    await flushPromises()
  }

  it('says how many items each state would leave, live, and is set by a press', async () => {
    await show()
    await open('State')
    const { total } = useItems()
    const counts = choices().map((choice) => Number(/(\d+)$/.exec(choice)?.[1]))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total)
    await choose('Cancelled')
    expect(useItems().total).toBe(counts[choices().findIndex((choice) => choice.startsWith('Cancelled'))])
    expect(texts()).toContain('State: Cancelled')
    // What else could be chosen beside it.
    expect(choices().find((choice) => choice.startsWith('Preparing'))).toBe(`Preparing ${counts[0]!}`)
    await useItems().setSearch('kemer')
    await flushPromises()
    expect(choices().find((choice) => choice.startsWith('Preparing'))).not.toBe(`Preparing ${counts[0]!}`)
  })

  it('names lists by name, else code, and items without one', async () => {
    await show()
    await open('Stock list')
    const names = choices().map((choice) => choice.replace(/ \d+$/, ''))
    expect(names).toEqual(['Ankara Depo', 'İstanbul Depo', 'IZM-02', 'None'])
    await choose('IZM-02')
    await choose('None')
    expect(useItems().query.filters.stockList).toEqual(['36', ''])
    expect(texts()).toContain('Stock list: IZM-02, None')
    const { total } = useItems()
    expect(total).toBeGreaterThan(0)
    await bar.find('[aria-label="Remove the filter Stock list"]').trigger('click')
    await flushPromises()
    expect(useItems().total).toBe(600)
  })

  it('keeps rare filters behind one chip until they are set', async () => {
    await show()
    expect(texts()).not.toContain('Type')
    await open('More filters')
    await bar
      .findAll('.names button')
      .find((one) => one.text() === 'Type')!
      .trigger('click')
    await flushPromises()
    expect(chip('Type').attributes('aria-expanded')).toBe('true')
    expect(document.activeElement).toBe(chip('Type').element)
    expect(choices()[1]).toMatch(/^Bundle \d+$/)
    await choose('Bundle')
    expect(useItems().rowAt(0)?.bundlePartCount).toBe(2)
    await bar.find('.sheet').trigger('keydown', { key: 'Escape' })
    expect(texts()).toContain('Type: Bundle')
    await bar
      .findAll('button')
      .find((one) => one.text() === 'Clear filters')!
      .trigger('click')
    await flushPromises()
    expect(texts().join()).not.toContain('Type')
    expect(useItems().total).toBe(600)
  })

  it('takes back a rare filter that was opened and not set', async () => {
    await show()
    await open('More filters')
    await bar
      .findAll('.names button')
      .find((one) => one.text() === 'Picture')!
      .trigger('click')
    await flushPromises()
    await chip('Picture').trigger('keydown', { key: 'Escape' })
    await flushPromises()
    expect(texts()).not.toContain('Picture')
    expect(document.activeElement).toBe(chip('More filters').element)
  })

  it('offers days with their counts, or from one day to another', async () => {
    await show()
    await open('Created')
    expect(choices().map((choice) => choice.replace(/ \d+$/, ''))).toEqual([
      'Any time',
      'Today',
      'Last 7 days',
      'Last 30 days',
      'Last 90 days',
    ])
    const week = Number(/(\d+)$/.exec(choices()[2]!)?.[1])
    await choose('Last 7 days')
    expect(useItems().total).toBe(week)
    expect(texts()).toContain('Created: Last 7 days')
    const [from, to] = bar.findAll('input[type=date]')
    await from!.setValue('2001-02-03')
    await to!.setValue('2001-02-01')
    expect(bar.text()).toContain('The first day is after the last one.')
    expect(useItems().query.filters.createdDate).toEqual({ from: '2001-02-03', to: null })
    await to!.setValue('2001-03-01')
    await flushPromises()
    expect(useItems().query.filters.createdDate).toEqual({ from: '2001-02-03', to: '2001-03-01' })
    expect(texts().join()).toMatch(/Created: 3 Feb 2001 – 1 Mar 2001/)
    expect(bar.text()).toContain('0 items left')
  })

  it('filters by an amount as it is typed, exactly, and names what is none', async () => {
    await show('tr')
    await open('Net tutar')
    const [from, to] = bar.findAll('input[inputmode=decimal]')
    await from!.setValue('599,99')
    await flushPromises()
    expect(useItems().query.filters.netAmount).toEqual({ from: '599.99', to: null })
    const left = useItems().total
    expect(left).toBeLessThan(600)
    expect(bar.text()).toContain(`${left} kalem kalıyor`)
    await to!.setValue('1.000,5o')
    await flushPromises()
    expect(bar.text()).toContain('Bu bir tutar değil. Şöyle yazın: 1.234,5')
    expect(useItems().total).toBe(left)
    await to!.setValue('1.000')
    await flushPromises()
    expect(useItems().query.filters.netAmount).toEqual({ from: '599.99', to: '1000' })
    expect(texts().join()).toContain('Net tutar: 599,99 – 1.000')
    await to!.setValue('1')
    await flushPromises()
    expect(bar.text()).toContain('Alt sınır üst sınırdan büyük.')
    expect(useItems().query.filters.netAmount).toEqual({ from: '599.99', to: '1000' })
  })

  it('leaves the focus where it is while items come and go', async () => {
    await show()
    document.body.focus()
    await useItems().setSearch('keten')
    await useItems().setFilter('kind', ['part'])
    await flushPromises()
    expect(document.activeElement).toBe(document.body)
  })

  it('says how many are left, as before', async () => {
    await show('en', 300)
    await useItems().setFilter('priceCurrency', ['EUR'])
    await flushPromises()
    expect(bar.find('.result').text()).toBe(`${useItems().total} of 300 items · 4 ms`)
  })
})
