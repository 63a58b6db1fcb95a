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
    for (const channel of ['echo', 'boom', 'sum', 'numbers']) ipcMain.removeHandler(channel)
    ipcMain.removeAllListeners()
    serve = () => html('<p>hello')
  `),
)
afterAll(() => app.remove())

describe('IPC between page and app', () => {
  it('carries structured clone values both ways', async () => {
    const told = await app.run(`
      ipcMain.handle('echo', (_event, value) => value)
      const { js } = await open()
      return js(\`(async () => {
        const shared = { s: 1 }
        const out = await api.call('echo', { undef: undefined, nan: NaN, big: 12n, date: new Date(5),
          map: new Map([['k', new Set([1])]]), ints: new Int32Array([1, -2]), twice: [shared, shared], error: new TypeError('bad') })
        return ['undef' in out, Number.isNaN(out.nan), out.big === 12n, out.date.getTime() === 5, out.map.get('k').has(1),
          out.ints instanceof Int32Array && out.ints[1] === -2, out.twice[0] === out.twice[1], out.error.message === 'bad']
      })()\`)
    `)
    expect(told).toEqual(Array(8).fill(true))
  })

  it('refuses proxies and functions, and hands an error on as Electron does', async () => {
    const told = await app.run(`
      ipcMain.handle('echo', (_event, value) => value)
      ipcMain.handle('boom', () => { throw new TypeError('the handler failed') })
      const { js } = await open()
      const message = (call) => js('(async () => api.call(' + call + '))().then(() => "ok", (error) => error.message)')
      return [await message('"echo", new Proxy({}, {})'), await message('"boom"'), await message('"nobody"')]
    `)
    expect(told).toEqual([
      expect.stringContaining('could not be cloned'),
      "Error invoking remote method 'boom': TypeError: the handler failed",
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    ])
  })

  it.each(["'self'", "'none'"])(
    'keeps the order and the bytes of large messages where connect-src is %s',
    async (policy) => {
      const told = await app.run(`
      serve = () => html('<p>hello', { 'content-security-policy': "default-src 'self'; connect-src ${policy}" })
      ipcMain.handle('sum', (_event, ints) => ints.reduce((sum, int) => sum + int, 0))
      ipcMain.handle('echo', (_event, value) => value)
      ipcMain.handle('numbers', (_event, count) => Int32Array.from({ length: count }, (_, i) => i - 7))
      const arrived = []
      ipcMain.on('note', (_event, value) => arrived.push(value.length))
      const { js, window } = await open()
      const heard = js(\`new Promise((done) => { const all = []; api.on('news', (value) => { all.push(value.length); if (all.length === 3) done(all) }) })\`)
      for (const count of [300_000, 1, 200_000]) window.webContents.send('news', 'x'.repeat(count))
      const page = await js(\`(async () => {
        const big = new Int32Array(200_000).fill(3)
        api.send('note', big)
        const sum = api.call('sum', big)
        api.send('note', [1])
        big.fill(0) // after the call: must not be seen
        const numbers = await api.call('numbers', 200_000)
        const text = await api.call('echo', 'ü'.repeat(100_000))
        return { sum: await sum, last: numbers.at(-1), text: text.length + text.at(-1) }
      })()\`)
      return { ...page, arrived, heard: await heard }
    `)
      expect(told).toEqual({
        sum: 600_000,
        last: 199_992,
        text: '100000ü',
        arrived: [200_000, 1],
        heard: [300_000, 1, 200_000],
      })
    },
  )

  it('names the page as the app knows it', async () => {
    const told = await app.run(`
      ipcMain.handle('echo', (event) => ({ url: event.senderFrame.url, origin: event.senderFrame.origin,
        top: event.senderFrame.parent, window: BrowserWindow.fromWebContents(event.sender) !== null }))
      return (await open({}, 'app://tiny/some/page?a=1#b')).js('api.call("echo")')
    `)
    expect(told).toEqual({
      url: 'app://tiny/some/page?a=1#b',
      origin: 'app://tiny',
      top: null,
      window: true,
    })
  })
})

describe('the server of the app’s scheme', () => {
  it('hands requests on as they are, and answers as the app does', async () => {
    const told = await app.run(`
      serve = async (request) => {
        const { pathname } = new URL(request.url)
        if (pathname === '/teapot') {
          const body = request.method === 'POST' ? await request.text() : ''
          return new Response(request.method + ' ' + request.url + ' ' + body, { status: 418, headers: { 'x-kind': 'tea' } })
        }
        if (pathname === '/fails') throw new Error('on purpose')
        return html('<p>hello')
      }
      const { js } = await open()
      return js(\`(async () => {
        const get = await fetch('/teapot?a=%20b')
        const post = await fetch('/teapot', { method: 'POST', body: 'çay' })
        const failed = await fetch('/fails').then((answer) => answer.status, () => 'network error')
        return { status: get.status, kind: get.headers.get('x-kind'), get: await get.text(), post: await post.text(), failed,
          secure: isSecureContext, origin: location.origin }
      })()\`)
    `)
    expect(told).toEqual({
      status: 418,
      kind: 'tea',
      get: 'GET app://tiny/teapot?a=%20b ',
      post: 'POST app://tiny/teapot çay',
      failed: expect.toBeOneOf([500, 'network error']) as unknown,
      secure: true,
      origin: 'http://tiny.app.localhost',
    })
  })

  it('lets a page reach no host but the app’s own', async () => {
    const told = await app.run(`
      const other = (await import('node:http')).createServer((_request, response) => response.end('reached'))
      await new Promise((done) => other.listen(0, '127.0.0.1', done))
      const { js } = await open()
      const outcome = await js('fetch("http://localhost:' + other.address().port + '/", { mode: "no-cors" }).then(() => "reached", () => "not reached")')
      other.close()
      return outcome
    `)
    expect(told).toBe('not reached')
  })
})
