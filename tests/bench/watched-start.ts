/**
 * Starts an app as a person does, and sees it from outside through its DevTools port. Playwright's own launcher keeps
 * the app from being ready until it has looked around, in which time work would be done that nobody counts.
 */
import { chromium } from '@playwright/test'
import type { Browser, Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { electronHost } from '../../tools/electron-host.mjs'

/** A cell of a row that has its item: a row that is not here yet is busy. */
export const rowSelector = '[role=grid] [role=row]:not([aria-busy=true]) [role=gridcell]'

export interface WatchedStart {
  /** Milliseconds from the start of the process until what was waited for was painted. */
  elapsed: number
  page: Page
  process: ChildProcess
  /** Closes the window as a person does, and waits for the app's end. */
  close(): Promise<void>
}

/** Starts the app in `folder`, and waits until something that `selector` finds has text and is painted. */
export async function startAndSee(options: {
  folder: string
  userData: string
  selector: string
  env?: NodeJS.ProcessEnv
}): Promise<WatchedStart> {
  const { folder, userData, selector, env } = options
  const host = electronHost()
  if (host.executable === undefined) throw new Error('there is no Electron to start')
  const args = [folder, `--user-data-dir=${userData}`, '--lang=en-US', '--remote-debugging-port=0']
  const startedAt = performance.now()
  const child = spawn(host.executable, args, {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...host.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const browser = await chromium.connectOverCDP(await devToolsOf(child))
  const page = await firstPage(browser)
  await whenPainted(page, selector)
  const elapsed = performance.now() - startedAt
  return {
    elapsed,
    page,
    process: child,
    async close() {
      const ended = once(child, 'exit')
      await page.close()
      await ended
      await browser.close()
    },
  }
}

/** The address that Chromium writes when it listens. */
function devToolsOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = []
    if (child.stderr) {
      createInterface(child.stderr).on('line', (line) => {
        said.push(line)
        const found = /^DevTools listening on (ws:\/\/.*)$/.exec(line)
        if (found?.[1]) resolve(found[1])
      })
    }
    child.once('exit', (code) => reject(new Error(`the app ended with ${code}\n${said.join('\n')}`)))
  })
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts()
  if (!context) throw new Error('the browser has no context')
  return context.pages()[0] ?? (await context.waitForEvent('page'))
}

async function whenPainted(page: Page, selector: string): Promise<void> {
  for (;;) {
    try {
      await page.evaluate(paintedIn, selector)
      return
    } catch (thrown) {
      // The blank page that a window begins with was left meanwhile.
      if (!(thrown instanceof Error) || !/context|navigation/i.test(thrown.message)) throw thrown
    }
  }
}

/** In the page: waits for the frame after the one that drew it. */
function paintedIn(selector: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = [...document.querySelectorAll(selector)].some((element) => element.textContent !== '')
      if (found) requestAnimationFrame(() => resolve())
      else requestAnimationFrame(look)
    }
    look()
  })
}
