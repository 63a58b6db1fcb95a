import type { Page } from '@playwright/test'
import { setTimeout as delay } from 'node:timers/promises'
import { searchBox } from '../support/steps.ts'

/** An app as it is when it has been open for a while: what its cache can prepare is prepared. */
export async function keepWarm(page: Page): Promise<void> {
  await searchBox(page).fill('x')
  await searchBox(page).fill('')
  for (let quick = 0; quick < 20;) {
    await delay(10)
    const startedAt = performance.now()
    await page.evaluate(() => window.packlight.items.summary())
    quick = performance.now() - startedAt < 15 ? quick + 1 : 0
  }
}
