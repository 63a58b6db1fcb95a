import { expect } from '@playwright/test'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch, mainWindow, temporaryFolder } from '../../tests/support/app.ts'
import { changeLook, goTo, looks } from './looks.ts'
import type { Look } from './looks.ts'
import { words } from './words.ts'

/** Leads through the app and takes pictures on the way. */
export class Guide {
  readonly #folder: string
  readonly #profile = temporaryFolder()
  #app!: ElectronApplication
  #page!: Page
  #look: Look = { language: 'en', theme: 'light' }

  private constructor(folder: string) {
    this.#folder = folder
  }

  static async start(folder: string): Promise<Guide> {
    const guide = new Guide(folder)
    // Without a bus there is no keyring to write to: the tour's token must not end up in anybody's.
    const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere', LC_ALL: 'en_US.UTF-8' }
    guide.#app = await launch({ userData: guide.#profile.path, args: ['--lang=en-US'], env })
    guide.#page = await mainWindow(guide.#app)
    return guide
  }

  /** Runs a step and says how it went; a text that it answers with is said too. */
  async step(what: string, work: () => Promise<unknown>): Promise<void> {
    const startedAt = Date.now()
    const more = await work()
    console.log(`✓ ${what}${typeof more === 'string' ? `: ${more}` : ''} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
  }

  async picture(name: string): Promise<void> {
    await this.#page.screenshot({ path: join(this.#folder, `${name}.png`) })
  }

  async seeConnect(): Promise<void> {
    await this.#page.getByRole('button', { name: this.#t('connect.openSample') }).waitFor()
    await this.#page.emulateMedia({ colorScheme: 'light' })
    await this.picture('connect-light-en')
  }

  async connect({ address, token }: { address: string; token: string }, items: number): Promise<string> {
    const page = this.#page
    await page.getByLabel(this.#t('connect.address')).fill(address)
    await page.getByLabel(this.#t('connect.token'), { exact: true }).fill(token)
    await page.getByRole('button', { name: this.#t('connect.testAndSave') }).click()
    const sessionOnly = page.getByRole('button', { name: this.#t('connect.sessionOnly') })
    const list = page.getByRole('grid')
    await sessionOnly.or(list).first().waitFor()
    if (await sessionOnly.isVisible()) {
      await this.picture('connect-no-keychain-light-en')
      await sessionOnly.click()
    }
    await expect(list).toHaveAttribute('aria-rowcount', String(items + 1), { timeout: 90_000 })
    return `${items} items`
  }

  async searchAndOpen(text: string): Promise<string> {
    await this.#search(text)
    await this.#page.getByRole('grid').press('Home')
    await this.#picturesLoaded()
    // Some products have no picture, on purpose: down to the first one that has.
    for (let row = 0; row < 20 && !(await this.#zoomedPicture.isVisible()); row++) {
      await this.#page.keyboard.press('ArrowDown')
      await this.#picturesLoaded()
    }
    return `${await this.#rowCount()} items`
  }

  async zoom(): Promise<void> {
    await this.#page.getByRole('grid').press('Space')
    const dialog = this.#page.getByRole('dialog')
    await expect
      .poll(() => dialog.locator('img').first().evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0)
    await this.picture('zoom-light-en')
    await this.#page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }

  async everyScreen(): Promise<void> {
    for (const look of looks) {
      await changeLook(this.#page, this.#look, look)
      this.#look = look
      await this.#pictureOf('settings')
      await goTo(this.#page, look.language, 'sync')
      await this.#page.getByRole('table').waitFor()
      await this.#pictureOf('sync')
      await goTo(this.#page, look.language, 'items')
      await this.#zoomedPicture.waitFor()
      await this.#picturesLoaded()
      await this.#pictureOf('items')
      await this.#pictureOfOpened('filter', 'filters.names.state')
      await this.#pictureOfOpened('filter-date', 'filters.names.createdDate')
      await this.#pictureOfOpened('filters', 'filters.more')
      await this.#pictureOfOpened('columns', 'columns.title')
      await this.#pictureOfOpened('save-view', 'views.save')
      await this.#page.keyboard.press('ControlOrMeta+e')
      await this.#page.getByRole('button', { name: this.#t('export.start') }).waitFor()
      await this.#pictureOf('export')
      await this.#page.keyboard.press('Escape')
    }
  }

  /** The server is gone: a sync finds out, and says so. */
  async goOffline(): Promise<string> {
    await this.#page.keyboard.press('ControlOrMeta+r')
    const [before = '', after = ''] = this.#t('common.status.offlineSince').split('{time}')
    const status = this.#page.locator('[data-tone]')
    const offline = status.filter({ hasText: before.trim() || after.trim() })
    await offline.first().waitFor({ timeout: 60_000 })
    return 'the app says that it is offline'
  }

  async searchOffline(text: string): Promise<string> {
    await this.#search(text)
    await this.#picturesLoaded()
    await this.#pictureOf('offline')
    return `${await this.#rowCount()} items`
  }

  /** Answers with the number of rows in the file. */
  async exportTo(target: string): Promise<number> {
    await this.#app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, target)
    const expected = await this.#rowCount()
    await this.#page.keyboard.press('ControlOrMeta+e')
    await this.#page.getByRole('button', { name: this.#t('export.start') }).click()
    await this.#page.getByRole('button', { name: this.#t('export.reveal') }).waitFor()
    await this.#pictureOf('exported')
    await this.#page.keyboard.press('Escape')
    const lines = readFileSync(target, 'utf8').split('\r\n').length - 2
    if (lines < expected) throw new Error(`${lines} rows in the file, ${expected} on the screen`)
    return expected
  }

  async end(): Promise<void> {
    await this.#app.close()
    this.#profile.remove()
  }

  get #t(): (key: string) => string {
    return words(this.#look.language)
  }

  /** The large picture of the item shown. */
  get #zoomedPicture(): Locator {
    return this.#page.getByRole('button', { name: this.#t('items.detail.zoom') }).locator('img')
  }

  /** Of what a button opens; Escape closes it again. */
  async #pictureOfOpened(screen: string, button: string): Promise<void> {
    // A column of the same name stands below its filter.
    await this.#page
      .getByRole('button', { name: this.#t(button), exact: true })
      .first()
      .click()
    // Counts come a moment after what they stand beside.
    await this.#page.waitForTimeout(300)
    await this.#pictureOf(screen)
    await this.#page.keyboard.press('Escape')
  }

  async #pictureOf(screen: string): Promise<void> {
    await this.picture(`${screen}-${this.#look.theme}-${this.#look.language}`)
  }

  async #search(text: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+k')
    await this.#page.keyboard.type(text)
    await expect(this.#page.getByRole('grid').locator('mark').first()).toBeVisible()
  }

  async #rowCount(): Promise<number> {
    return Number(await this.#page.getByRole('grid').getAttribute('aria-rowcount')) - 1
  }

  /** Waits until each picture on the screen is there or is known to be missing. */
  async #picturesLoaded(): Promise<void> {
    await expect
      .poll(() =>
        this.#page.locator('img').evaluateAll((images: HTMLImageElement[]) => images.every((image) => image.complete)),
      )
      .toBe(true)
  }
}
