/**
 * Pictures of the screens in both themes and languages at both usual sizes and at 200 % zoom, and what the console said:
 * `node tests/support/preview/take-shots.ts <folder> [part of a name]`. Needs a Chromium (CHROMIUM, else /usr/bin/chromium).
 */
import { chromium } from '@playwright/test'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { itemShots } from './item-shots.ts'
import type { Shot } from './item-shots.ts'
import { servePreview } from './serve.ts'

const shots: Shot[] = [
  ...itemShots,
  { name: 'connect', scenario: 'first-start' },
  {
    name: 'connect-filled',
    scenario: 'first-start',
    act: async (page) => {
      await page.locator('input[inputmode=url]').fill('https://Shop.Akinon.net/login')
      await page.locator('input[type=password]').fill('a-token')
    },
  },
  {
    name: 'connect-keychain',
    scenario: 'first-start',
    act: async (page) => {
      await page.evaluate("window.fake.world.failures['stores.connect'] = { code: 'keychain.locked' }")
      await page.locator('input[inputmode=url]').fill('shop.akinon.net')
      await page.locator('input[type=password]').fill('a-token')
      await page.locator('button[type=submit]').click()
    },
  },
  { name: 'sync-fresh', scenario: 'online', screen: '/sync' },
  { name: 'sync-running', scenario: 'syncing', screen: '/sync' },
  { name: 'sync-waiting', scenario: 'waiting', screen: '/sync' },
  { name: 'sync-offline', scenario: 'offline', screen: '/sync' },
  { name: 'sync-signed-out', scenario: 'signed-out', screen: '/sync' },
  { name: 'sync-never', scenario: 'never-synced', screen: '/sync' },
  { name: 'settings', scenario: 'online', screen: '/settings' },
  {
    name: 'settings-sign-out',
    scenario: 'online',
    screen: '/settings',
    act: async (page) => {
      await page.locator('li[aria-current] button').last().click()
    },
  },
]

const [folder = 'shots', only = ''] = process.argv.slice(2)
await mkdir(folder, { recursive: true })
const server = await servePreview()
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const address = server.resolvedUrls?.local[0] ?? ''
for (const [width, height] of [
  [1440, 900],
  [1024, 700],
  // 1440 x 900 at 200 %.
  [720, 450],
] as const)
  for (const theme of ['light', 'dark'])
    for (const language of ['en', 'tr'])
      for (const shot of shots) {
        const name = `${shot.name}-${theme}-${language}-${width}.png`
        if (!name.includes(only)) continue
        const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' })
        page.on('console', (message) => {
          if (message.type() !== 'debug' && !message.location().url.endsWith('favicon.ico'))
            process.stdout.write(`${name}: ${message.text()}\n`)
        })
        page.on('pageerror', (error) => process.stdout.write(`${name}: ${error.message}\n`))
        await page.goto(
          `${address}?scenario=${shot.scenario}&theme=${theme}&language=${language}&${shot.also ?? ''}`,
        )
        await page.locator('main *').first().waitFor()
        if (shot.screen) await page.locator(`nav a[href="${shot.screen}"]`).click()
        await shot.act?.(page)
        await page.waitForLoadState('networkidle')
        await page.screenshot({ path: resolve(folder, name) })
        await page.close()
      }
await browser.close()
await server.close()
