/** A key stroke to the rows that answer it, painted, in the built app. */
import { launch, mainWindow } from '../support/app.ts'
import { rows } from '../support/steps.ts'
import { seededProfile } from './bench-profiles.ts'
import { figure } from './figures.ts'
import type { Figure } from './figures.ts'
import { keepWarm } from './bench-page.ts'

export async function paintedSearches(items: number, searches: readonly string[]): Promise<Figure[]> {
  const profile = await seededProfile(items)
  const app = await launch({ userData: profile.path })
  try {
    const page = await mainWindow(app)
    await rows(page).first().waitFor()
    await keepWarm(page)
    const painted: number[] = []
    const frames: number[] = []
    for (const search of searches) {
      const elapsed = await page.evaluate(typeAndSeeRows, search)
      if (elapsed !== null) painted.push(elapsed)
      frames.push(await page.evaluate(twoFrames))
    }
    const anchor = { what: 'two frames of the same window', p50: figure('', 'ms', frames).p50 }
    return [figure('key stroke to painted rows, in the app', 'ms', painted, anchor)]
  } finally {
    await app.close()
    profile.remove()
  }
}

/**
 * In the page: puts `text` into the search box as typing does, and waits for the answer's rows to be painted.
 * Null: the rows stayed as they were, so that there was nothing to see.
 */
function typeAndSeeRows(text: string): Promise<number | null> {
  const box = document.querySelector<HTMLInputElement>('form[role=search] input')
  // The list's whole section: where nothing is found, words stand in place of the grid.
  const result = document.querySelector('main section')
  if (!box || !result) throw new Error('the Items screen is not there')
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const unchanged = setTimeout(() => {
      observer.disconnect()
      resolve(null)
    }, 1000)
    const observer = new MutationObserver(() => {
      observer.disconnect()
      clearTimeout(unchanged)
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - startedAt)))
    })
    observer.observe(result, { subtree: true, childList: true, characterData: true, attributes: true })
    box.value = text
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

function twoFrames(): Promise<number> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - startedAt)))
  })
}
