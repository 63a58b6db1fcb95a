import type { Session, WebContents } from 'electron'
import { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { secureContents } from '../../../../src/main/security/navigation.ts'
import { openExternal, revealInFolder } from '../../../../src/main/security/open-external.ts'
import { denyPermissions } from '../../../../src/main/security/permissions.ts'
import { createMainWindow, mainWindowOptions } from '../../../../src/main/window.ts'

const electron = vi.hoisted(() => ({
  opened: [] as string[],
  shown: [] as string[],
  windows: [] as EventEmitter[],
  loads: true,
}))
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')
  class BrowserWindow extends Emitter {
    isShown = false
    constructor() {
      super()
      electron.windows.push(this)
    }
    show() {
      this.isShown = true
    }
    isDestroyed() {
      return false
    }
    loadURL() {
      return electron.loads ? new Promise(() => undefined) : Promise.reject(new Error('ERR_FAILED'))
    }
  }
  return {
    BrowserWindow,
    shell: {
      openExternal: (url: string) => Promise.resolve(electron.opened.push(url)),
      showItemInFolder: (path: string) => electron.shown.push(path),
    },
  }
})
beforeEach(() => {
  electron.opened.length = 0
  electron.loads = true
})

describe('openExternal', () => {
  it('opens https in the browser', async () => {
    await openExternal('https://example.com/')
    expect(electron.opened).toEqual(['https://example.com/'])
  })

  it('throws for anything else, without the address in its words', async () => {
    await expect(openExternal('file:///secret')).rejects.toMatchObject({
      code: 'ipc.invalid-arguments',
      details: expect.not.stringContaining('secret') as string,
    })
    expect(electron.opened).toEqual([])
  })

  it('shows a file in its folder', () => {
    revealInFolder('/tmp/items.csv')
    expect(electron.shown).toEqual(['/tmp/items.csv'])
  })
})

describe('secureContents', () => {
  const current = 'app://packlight/index.html#/items'
  class Page extends EventEmitter {
    open: ((details: { url: string }) => { action: string }) | undefined
    getURL = () => current
    setWindowOpenHandler(open: Page['open']) {
      this.open = open
    }
    /** Whether the page was kept from it. */
    isRefused(name: string, details: object): boolean {
      const preventDefault = vi.fn()
      this.emit(name, { ...details, preventDefault })
      return preventDefault.mock.calls.length > 0
    }
  }
  const securedPage = () => {
    const page = new Page()
    secureContents(page as unknown as WebContents)
    return page
  }

  it.each([
    'app://packlight/images/shop/1?size=preview',
    'app://evil/index.html',
    'http://example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,hello',
  ])('keeps the page from %s', (url) => {
    expect(securedPage().isRefused('will-navigate', { url })).toBe(true)
    expect(electron.opened).toEqual([])
  })

  it('hands https over to the browser', () => {
    expect(securedPage().isRefused('will-navigate', { url: 'https://example.com/a' })).toBe(true)
    expect(securedPage().open?.({ url: 'https://example.com/b' })).toEqual({ action: 'deny' })
    expect(electron.opened).toEqual(['https://example.com/a', 'https://example.com/b'])
  })

  it('opens no window', () => {
    for (const url of ['app://packlight/', 'about:blank', 'http://example.com/', '']) {
      expect(securedPage().open?.({ url })).toEqual({ action: 'deny' })
    }
    expect(electron.opened).toEqual([])
  })

  it('lets the page reload itself', () => {
    expect(securedPage().isRefused('will-navigate', { url: 'app://packlight/index.html' })).toBe(false)
  })

  it('refuses redirects, navigation of inner frames, and webviews', () => {
    const page = securedPage()
    expect(page.isRefused('will-redirect', { url: current })).toBe(true)
    expect(page.isRefused('will-frame-navigate', { url: current, isMainFrame: false })).toBe(true)
    expect(page.isRefused('will-frame-navigate', { url: current, isMainFrame: true })).toBe(false)
    expect(page.isRefused('will-attach-webview', {})).toBe(true)
  })
})

describe('denyPermissions', () => {
  class FakeSession extends EventEmitter {
    request: ((contents: null, permission: string, answer: (granted: boolean) => void) => void) | undefined
    check: (() => boolean) | undefined
    device: (() => boolean) | undefined
    setPermissionRequestHandler(handler: FakeSession['request']) {
      this.request = handler
    }
    setPermissionCheckHandler(handler: FakeSession['check']) {
      this.check = handler
    }
    setDevicePermissionHandler(handler: FakeSession['device']) {
      this.device = handler
    }
  }

  it('refuses requests, checks, devices and downloads', () => {
    const session = new FakeSession()
    denyPermissions(session as unknown as Session)
    const answer = vi.fn()
    for (const permission of ['media', 'geolocation', 'clipboard-read', 'openExternal', 'fileSystem']) {
      session.request?.(null, permission, answer)
    }
    expect(answer.mock.calls).toEqual([[false], [false], [false], [false], [false]])
    expect(session.check?.()).toBe(false)
    expect(session.device?.()).toBe(false)
    const preventDefault = vi.fn()
    session.emit('will-download', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
  })
})

describe('the main window', () => {
  it('has its walls', () => {
    const { webPreferences, show } = mainWindowOptions({ preloadPath: '/app/preload.cjs', theme: 'dark' })
    expect(show).toBe(false)
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      preload: '/app/preload.cjs',
    })
  })

  it('has the background of its page', async () => {
    const tokens = await readFile(
      new URL('../../../../src/renderer/src/styles/tokens.css', import.meta.url),
      'utf8',
    )
    const [, light, dark] = /--ground: light-dark\((#\w+), (#\w+)\)/.exec(tokens) ?? []
    expect(mainWindowOptions({ preloadPath: '', theme: 'light' }).backgroundColor).toBe(light)
    expect(mainWindowOptions({ preloadPath: '', theme: 'dark' }).backgroundColor).toBe(dark)
  })

  it('is shown when there is something to see, or when that failed', async () => {
    const options = { preloadPath: '', url: 'app://packlight/', theme: 'light' } as const
    const window = createMainWindow(options) as unknown as EventEmitter & { isShown: boolean }
    expect(window.isShown).toBe(false)
    window.emit('ready-to-show')
    expect(window.isShown).toBe(true)

    electron.loads = false
    const failed = createMainWindow(options) as unknown as { isShown: boolean }
    await vi.waitFor(() => {
      expect(failed.isShown).toBe(true)
    })
  })
})
