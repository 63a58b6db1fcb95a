import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TinyApp } from './tiny-app.ts'

const single = `
if (!app.requestSingleInstanceLock({ hello: 'there' })) {
  tell('second')
  app.quit()
} else {
  app.on('second-instance', (_event, argv, directory, data) =>
    tell({ flag: argv.includes('--from=second'), directory, data }),
  )
  await app.whenReady()
  protocol.handle('app', () => html('<p>hello'))
  await open()
  tell('first')
}
app.on('will-quit', () => tell('quits'))
`

let tiny: TinyApp
beforeEach(() => {
  tiny = new TinyApp(single)
})
afterEach(() => tiny.remove())

describe('an app on the stand-in', () => {
  it('runs once for a profile, and hears of a second start', async () => {
    const first = tiny.start()
    expect(await first.next()).toBe('first')
    const second = tiny.start(['--from=second'])
    expect(await second.next()).toBe('second')
    expect(await second.exit).toBe(0)
    expect(await first.next()).toEqual({ flag: true, directory: tiny.folder, data: { hello: 'there' } })
  })

  it('leaves no Chromium behind when it is killed, and starts again at once', async () => {
    const first = tiny.start()
    await first.next()
    expect(tiny.chromiumProcesses().length).toBeGreaterThan(0)
    await first.kill('SIGKILL')
    const again = tiny.start()
    expect(await again.next()).toBe('first')
    await again.kill('SIGKILL')
    await expect.poll(() => tiny.chromiumProcesses(), { timeout: 10_000 }).toEqual([])
  })

  it('quits in order on SIGTERM', async () => {
    const running = tiny.start()
    await running.next()
    expect(await running.kill('SIGTERM')).toBe(0)
    expect(await running.next()).toBe('quits')
    expect(tiny.chromiumProcesses()).toEqual([])
  })

  it('ends with an error when Chromium does', async () => {
    const running = tiny.start()
    await running.next()
    const browser = Math.min(...tiny.chromiumProcesses())
    process.kill(browser, 'SIGKILL')
    expect(await running.exit).toBe(1)
    expect(running.errors).toContain('Chromium ended')
  })

  it('may refuse to quit until it has put its things away', async () => {
    const patient = new TinyApp(`
      app.on('window-all-closed', () => app.quit())
      let asked = 0
      app.on('will-quit', (event) => {
        if (++asked > 1) return
        event.preventDefault()
        setTimeout(() => app.quit(), 100)
      })
      app.on('quit', () => tell(asked))
      await app.whenReady()
      protocol.handle('app', () => html('<p>hello'))
      const { window } = await open()
      window.close()
    `)
    try {
      const running = patient.start()
      expect(await running.next()).toBe(2)
      expect(await running.exit).toBe(0)
    } finally {
      await patient.remove()
    }
  })

  it('says by name what it does not have', async () => {
    const asking = new TinyApp(`
      const said = (look) => { try { look(); return 'nothing' } catch (error) { return error.message } }
      tell([said(() => app.getFileIcon), said(() => shell.trashItem), said(() => new Notification().show()), Notification.isSupported()])
      process.exit()
    `)
    try {
      expect(await asking.start().next()).toEqual([
        'chromium-electron: app.getFileIcon is not there',
        'chromium-electron: shell.trashItem is not there',
        'chromium-electron: Notification.show (isSupported() says so) is not there',
        false,
      ])
    } finally {
      await asking.remove()
    }
  })

  it('does not link a bundle that imports what is absent', async () => {
    const asking = new TinyApp(
      `await import('./more.mjs').catch((error) => tell(error.message)); process.exit()`,
      {
        'more.mjs': `import { safeStorage } from 'electron'; safeStorage`,
      },
    )
    try {
      expect(await asking.start().next()).toContain('safeStorage')
    } finally {
      await asking.remove()
    }
  })
})
