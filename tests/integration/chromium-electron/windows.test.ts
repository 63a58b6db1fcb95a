import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { AppAtCommand } from './tiny-app.ts'

let app: AppAtCommand
beforeAll(async () => {
  app = new AppAtCommand()
  await app.isReady()
})
afterEach(() =>
  app.run(`
    const windows = BrowserWindow.getAllWindows()
    await Promise.all(windows.map((window) => new Promise((done) => { window.on('closed', done); window.destroy() })))
    nativeTheme.themeSource = 'system'
    serve = () => html('<p>hello')
  `),
)
afterAll(() => app.remove())

describe('a window', () => {
  it('gives the page exactly the size that was asked, and never less than the minimum', async () => {
    const told = await app.run(`
      const size = '[innerWidth, innerHeight]'
      const { window, js } = await open({ width: 1440, height: 900, minWidth: 1024, minHeight: 700 })
      const first = await js(size)
      const resized = new Promise((done) => window.once('resized', done))
      window.setSize(600, 800)
      await resized
      return { first, second: await js(size), known: window.getSize(), again: (await (await open({ width: 900, height: 500 })).js(size)) }
    `)
    expect(told).toEqual({
      first: [1440, 900],
      second: [1024, 800],
      known: [1024, 800],
      again: [900, 500],
    })
  })

  it('zooms as a user does: the page sees a smaller window', async () => {
    const told = await app.run(`
      const { window, js } = await open({ width: 1200, height: 800 })
      window.webContents.setZoomFactor(2)
      await js('new Promise((done) => { const look = () => innerWidth < 1200 ? done() : requestAnimationFrame(look); look() })')
      const zoomed = await js('[innerWidth, innerHeight, devicePixelRatio]')
      window.webContents.setZoomFactor(1)
      await js('new Promise((done) => { const look = () => innerWidth === 1200 ? done() : requestAnimationFrame(look); look() })')
      return { zoomed, factor: window.webContents.getZoomFactor() }
    `)
    expect(told).toEqual({ zoomed: [600, 400, 2], factor: 1 })
  })

  it('stays where it is when the app vetoes a navigation, and goes where the app sends it', async () => {
    const told = await app.run(`
      serve = ({ url }) => html(new URL(url).pathname)
      const { window, js } = await open()
      const asked = []
      let last
      const askedForLast = new Promise((done) => (last = done))
      window.webContents.on('will-navigate', (event) => {
        asked.push(event.url)
        event.preventDefault()
        if (event.url === 'https://example.com/') last()
      })
      await js('location.href = "/elsewhere"; location.href = "https://example.com/"; undefined')
      await askedForLast
      await js('new Promise((done) => setTimeout(done, 100))') // a page that left would be gone by now
      const stayed = await js('document.body.textContent')
      await window.loadURL('app://tiny/by-the-app')
      return { asked: asked.at(-1), stayed, then: await js('document.body.textContent'), url: window.webContents.getURL() }
    `)
    expect(told).toEqual({
      asked: 'https://example.com/',
      stayed: '/index.html',
      then: '/by-the-app',
      url: 'app://tiny/by-the-app',
    })
  })

  it('opens no popup, by script or by link, and asks the app for each', async () => {
    const told = await app.run(`
      serve = () => html('<a target="_blank" href="https://example.com/link">x</a>')
      const { window, js } = await open()
      const asked = []
      let both
      const askedForBoth = new Promise((done) => (both = done))
      window.webContents.setWindowOpenHandler(({ url }) => {
        asked.push(url)
        if (asked.length === 2) both()
        return { action: 'deny' }
      })
      const answer = await js('window.open("https://example.com/script")')
      await js('document.querySelector("a").click()')
      await askedForBoth
      return { asked, answer, windows: BrowserWindow.getAllWindows().length }
    `)
    expect(told).toEqual({
      asked: ['https://example.com/script', 'https://example.com/link'],
      answer: null,
      windows: 1,
    })
  })

  it('tells of a crashed page, and loads it again', async () => {
    const told = await app.run(`
      let served = 0
      serve = ({ url }) => html('<p>' + (url.endsWith('/index.html') ? ++served : ''))
      const { window, js } = await open()
      const reason = new Promise((done) => window.webContents.once('render-process-gone', (_event, details) => done(details.reason)))
      window.webContents.forcefullyCrashRenderer()
      const why = await reason
      const loaded = new Promise((done) => window.webContents.once('did-finish-load', done))
      window.webContents.reload()
      await loaded
      return { why, text: await js('document.body.textContent'), api: await js('typeof api.call') }
    `)
    expect(told).toEqual({ why: 'crashed', text: '2', api: 'function' })
  })

  it('has its page refused every permission that the app refuses', async () => {
    const told = await app.run(`
      const asked = new Set()
      session.defaultSession.setPermissionCheckHandler((_contents, name, origin) => { asked.add(name + ' ' + origin); return name !== 'geolocation' })
      session.defaultSession.setPermissionRequestHandler((_contents, name, done) => done(name === 'geolocation' || name === 'notifications'))
      const { js } = await open()
      const state = (name) => js('navigator.permissions.query({ name: "' + name + '" }).then(({ state }) => state)')
      return { states: [await state('geolocation'), await state('camera'), await state('notifications')], asked: asked.has('geolocation app://tiny/') }
    `)
    expect(told).toEqual({ states: ['denied', 'denied', 'granted'], asked: true })
  })

  it('follows the theme that the app sets', async () => {
    const told = await app.run(`
      const before = nativeTheme.shouldUseDarkColors
      nativeTheme.themeSource = 'dark'
      const { js } = await open()
      const dark = 'matchMedia("(prefers-color-scheme: dark)").matches'
      const first = [nativeTheme.shouldUseDarkColors, await js(dark)]
      nativeTheme.themeSource = 'light'
      await js('new Promise((done) => { const look = () => ' + dark + ' ? requestAnimationFrame(look) : done(); look() })')
      return { before, first, second: [nativeTheme.shouldUseDarkColors, await js(dark)] }
    `)
    expect(told).toEqual({ before: false, first: [true, true], second: [false, false] })
  })

  it('prints to a PDF of the paper that was asked for', async () => {
    const told = await app.run(`
      const { window } = await open()
      const pdf = await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true })
      return { head: pdf.subarray(0, 5).toString(), box: /MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)/.exec(pdf.toString('latin1')).slice(1).map((point) => Math.round(point / 10)) }
    `)
    expect(told).toEqual({ head: '%PDF-', box: [60, 84] })
  })

  it('closes when its page says so, unless the app vetoes', async () => {
    const told = await app.run(`
      const { window, js } = await open()
      const vetoed = new Promise((done) => window.once('close', (event) => { event.preventDefault(); done(true) }))
      await js('window.close()')
      await vetoed
      const stayed = !window.isDestroyed()
      const closed = new Promise((done) => window.once('closed', () => done(true)))
      void js('window.close()').catch(() => {})
      return { stayed, closed: await closed, left: BrowserWindow.getAllWindows().length }
    `)
    expect(told).toEqual({ stayed: true, closed: true, left: 0 })
  })
})
