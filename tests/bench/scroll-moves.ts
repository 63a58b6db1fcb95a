/** The ways a person moves through a long list, by real input events: wheel, scroll bar, keys. */
import type { Page } from '@playwright/test'
import { setTimeout as delay } from 'node:timers/promises'

export const moves = ['wheel', 'thumb', 'keys'] as const
export type Move = (typeof moves)[number]

/** Where the list is in the window, in CSS pixels. */
export interface Place {
  x: number
  y: number
  width: number
  height: number
}

/** The list has the focus, so that keys go to it. */
export interface Target {
  place: Place
  /** Where the thumb of a list at its top can be taken, below the list's own top. */
  grip: number
  focus: () => Promise<void>
}

const frame = 16
/** From the list's right edge to the middle of its scroll bar, CSS px. */
export const barMiddle = 7

/** Moves in one way for so long. */
export async function move(page: Page, kind: Move, target: Target, milliseconds: number): Promise<void> {
  const until = performance.now() + milliseconds
  const isOver = (): boolean => performance.now() >= until
  if (kind === 'wheel') await turnWheel(page, target.place, isOver)
  else if (kind === 'thumb') await dragThumb(page, target, isOver)
  else await pressKeys(page, target, isOver)
}

/** Long flicks down and shorter ones up, in the middle of each 12,000 px a second: a wheel that spins freely. */
async function turnWheel(page: Page, { x, y, width, height }: Place, isOver: () => boolean): Promise<void> {
  await page.mouse.move(x + width / 2, y + height / 2)
  for (let turn = 0; !isOver(); turn++) {
    const phase = (turn % 60) / 60
    const speed = Math.round(20 + 180 * Math.sin(Math.PI * phase))
    await inTime(page.mouse.wheel(0, Math.floor(turn / 60) % 3 === 2 ? -speed : speed))
  }
}

/** The thumb from end to end and back, slowly at first and then in leaps. */
async function dragThumb(page: Page, { place, grip, focus }: Target, isOver: () => boolean): Promise<void> {
  const { x, y, width, height } = place
  const bar = x + width - barMiddle
  const at = (share: number): number => y + grip + share * (height - 2 * grip)
  await focus()
  await pressAndWait(page, 'Home', 300)
  await page.mouse.move(bar, at(0))
  await page.mouse.down()
  try {
    for (let step = 0; !isOver(); step++) {
      const slow = (1 - Math.cos((step / 120) * Math.PI)) / 2
      const leaps = ((step * 37) % 100) / 100
      await inTime(page.mouse.move(bar, at(step % 240 < 180 ? slow : leaps)))
    }
  } finally {
    await page.mouse.up()
  }
}

/** Pages as a held key gives them, and jumps to both ends. */
async function pressKeys(page: Page, { focus }: Target, isOver: () => boolean): Promise<void> {
  await focus()
  for (let turn = 0; !isOver(); turn++) {
    if (turn % 40 === 30) await pressAndWait(page, 'End')
    else if (turn % 40 === 39) await pressAndWait(page, 'Home')
    else await inTime(page.keyboard.press(turn % 40 < 30 ? 'PageDown' : 'PageUp'), 33)
  }
}

export async function pressAndWait(page: Page, key: string, milliseconds = 150): Promise<void> {
  await page.keyboard.press(key)
  await delay(milliseconds)
}

/** No sooner than the next step is due. */
async function inTime(step: Promise<unknown>, milliseconds = frame): Promise<void> {
  await Promise.all([step, delay(milliseconds)])
}
