import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  drawnHeight,
  drawnOffset,
  drawnRowTop,
  lastTop,
  mostInView,
  placeAfterScroll,
  placeAt,
  rowsInView,
  rowsOfPage,
  tallestElement,
  topToReveal,
} from '../../../../src/renderer/src/composables/virtual-rows.ts'
import type { ListGeometry, ScrollPlace } from '../../../../src/renderer/src/composables/virtual-rows.ts'

const geometry = fc.record({
  rows: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 3_000_000 })),
  rowHeight: fc.constantFrom(36, 56),
  viewportHeight: fc.integer({ min: 60, max: 2000 }),
})
const million: ListGeometry = { rows: 1_000_000, rowHeight: 56, viewportHeight: 700 }
const thousand: ListGeometry = { rows: 1000, rowHeight: 56, viewportHeight: 700 }
const largestDrawn = (list: ListGeometry) => Math.max(0, drawnHeight(list) - list.viewportHeight)

describe('virtual rows', () => {
  it('never asks for an element that Chromium cannot draw', () => {
    fc.assert(fc.property(geometry, (list) => drawnHeight(list) <= tallestElement))
  })

  it('can bring every row wholly into view', () => {
    fc.assert(
      fc.property(geometry, fc.nat(), fc.nat(), (list, anyTop, anyRow) => {
        fc.pre(list.rows > 0)
        const row = anyRow % list.rows
        const { top } = placeAt(list, topToReveal(list, placeAt(list, anyTop).top, row))
        const { first, end } = rowsInView(list, top)
        expect(row).toBeGreaterThanOrEqual(first)
        expect(row).toBeLessThan(end)
        expect(row * list.rowHeight).toBeGreaterThanOrEqual(top)
        expect((row + 1) * list.rowHeight).toBeLessThanOrEqual(top + list.viewportHeight + 0.001)
      }),
    )
  })

  it('ends exactly with the last row, at the end of the scroll bar', () => {
    fc.assert(
      fc.property(geometry, (list) => {
        fc.pre(list.rows > 0)
        const place = placeAt(list, Number.MAX_SAFE_INTEGER)
        expect(place.drawnTop).toBeCloseTo(largestDrawn(list), 6)
        expect(rowsInView(list, place.top).end).toBe(list.rows)
        const lastRowEnds = drawnRowTop(list, place, list.rows - 1) + list.rowHeight
        expect(lastRowEnds).toBeCloseTo(drawnHeight(list), 3)
      }),
    )
  })

  it('draws inside the element, next to its scroll position', () => {
    fc.assert(
      fc.property(geometry, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        fc.pre(list.rows > 0)
        const place = placeAt(list, share * lastTop(list))
        const { first } = rowsInView(list, place.top)
        const offset = drawnRowTop(list, place, first) - place.drawnTop
        expect(offset).toBeLessThanOrEqual(0.001)
        expect(offset).toBeGreaterThan(-list.rowHeight - 0.001)
      }),
    )
  })

  it('moves by true pixels with the wheel, and comes back to the same pixel', () => {
    for (const list of [thousand, million]) {
      let place = placeAt(list, lastTop(list) / 3)
      const start = place.top
      for (const step of [100, 100, 53, -153, -100])
        place = placeAfterScroll(list, place, place.drawnTop + step)
      expect(place.top).toBeCloseTo(start, 6)
      expect(placeAfterScroll(list, place, place.drawnTop + 100).top).toBeCloseTo(start + 100, 6)
    }
  })

  it('takes a drag of the thumb as a share of the whole', () => {
    const place = placeAfterScroll(million, placeAt(million, 0), largestDrawn(million) / 2)
    expect(place.top).toBeCloseTo(lastTop(million) / 2, 3)
    expect(placeAfterScroll(million, place, largestDrawn(million)).top).toBe(lastTop(million))
  })

  it('wheels on where the scroll bar is at its end and the list is not', () => {
    let place: ScrollPlace = placeAt(million, lastTop(million) - 20_000)
    for (let step = 0; step < 400 && place.top < lastTop(million); step++) {
      const drawnTop = Math.min(largestDrawn(million), place.drawnTop + 100)
      place = placeAfterScroll(million, place, drawnTop)
    }
    expect(place.top).toBeCloseTo(lastTop(million), 3)
    for (let step = 0; step < 1_200; step++) {
      const before = place.top
      place = placeAfterScroll(million, place, Math.max(0, place.drawnTop - 100))
      expect(before - place.top).toBeLessThanOrEqual(100.001)
    }
    expect(place.top).toBeLessThan(lastTop(million) - 100_000)
  })

  it('is not held short of the end by a fraction of a pixel', () => {
    const near = { top: lastTop(million) - 104, drawnTop: largestDrawn(million) - 15 }
    expect(placeAfterScroll(million, near, largestDrawn(million)).top).toBeLessThan(lastTop(million))
    const nearer = { top: lastTop(million) - 17, drawnTop: largestDrawn(million) - 15 }
    expect(placeAfterScroll(million, nearer, largestDrawn(million)).top).toBe(lastTop(million))
  })

  it('stays in the list whatever the scroll position says', () => {
    fc.assert(
      fc.property(
        geometry,
        fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { maxLength: 20 }),
        (list, positions) => {
          let place = placeAt(list, 0)
          for (const position of positions) {
            place = placeAfterScroll(list, place, position)
            expect(place.top).toBeGreaterThanOrEqual(0)
            expect(place.top).toBeLessThanOrEqual(lastTop(list))
          }
        },
      ),
    )
  })

  it('keeps a row of what was seen when a page is turned', () => {
    expect(rowsOfPage(thousand)).toBe(11)
    expect(rowsOfPage({ ...thousand, viewportHeight: 10 })).toBe(1)
  })

  it.each([36, 56])(
    'turns the pages of a million rows of %i px to the very last one, row by row',
    (rowHeight) => {
      const list = { ...million, rowHeight }
      const step = rowsOfPage(list)
      let place = placeAt(list, 0)
      let row = 0
      while (row < list.rows - 1) {
        row = Math.min(row + step, list.rows - 1)
        place = placeAt(list, topToReveal(list, place.top, row))
        // It ends where the view does, to the fraction of a pixel that an element cannot stand at.
        const top = drawnRowTop(list, place, row) - place.drawnTop
        const wanted = Math.min(row * rowHeight, list.viewportHeight - rowHeight)
        if (Math.abs(top - wanted) > 0.02) expect([row, top]).toEqual([row, wanted])
      }
      expect(place.top).toBe(lastTop(list))
      expect(place.drawnTop).toBe(largestDrawn(list))
    },
  )

  it('leaves the rows where they are drawn while one wheels on', () => {
    const steps = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(
        fc.constantFrom(36, 56),
        fc.constantFrom(1000, 1_000_000),
        steps,
        (rowHeight, rows, moves) => {
          const list = { ...million, rows, rowHeight }
          let place = placeAt(list, lastTop(list) / 2)
          const before = { offset: drawnOffset(place), top: place.top }
          for (const move of moves) place = placeAfterScroll(list, place, place.drawnTop + move)
          expect(drawnOffset(place)).toBe(before.offset)
          const whole = moves.reduce((sum, move) => sum + move, 0)
          expect(place.top).toBeCloseTo(before.top + whole, 5)
        },
      ),
    )
  })

  it('has as many pieces as rows are drawn at once, wherever the view stands', () => {
    fc.assert(
      fc.property(geometry, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(9), (list, share, beyond) => {
        const { first, end } = rowsInView(list, share * lastTop(list), beyond)
        expect(end - first).toBeLessThanOrEqual(mostInView(list, beyond))
      }),
    )
  })
})
