import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  dialogCommand,
  findProgram,
  freePath,
  runDialog,
} from '../../../tools/chromium-electron/desktop/save-place.mjs'
import { localesOf } from '../../../tools/chromium-electron/locale.mjs'
import { TinyApp } from './tiny-app.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desktop-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function program(name: string, script: string): string {
  const path = join(folder, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`)
  chmodSync(path, 0o755)
  return path
}

describe('a place to save', () => {
  it('is never a file that is there already', () => {
    const names = ['a.csv', 'a.csv', 'a.csv', '.hidden'].map((name) => {
      const path = freePath(join(folder, 'new'), name)
      writeFileSync(path, '')
      return path
    })
    expect(names).toEqual(
      ['a.csv', 'a (2).csv', 'a (3).csv', '.hidden'].map((name) => join(folder, 'new', name)),
    )
  })

  it('is asked for by zenity, else by kdialog, else not', () => {
    const question = { title: 'Save', suggested: '/home/x/Ürünler.csv' }
    const has =
      (...names: string[]) =>
      (name: string) =>
        names.includes(name) ? `/bin/${name}` : undefined
    expect(dialogCommand(question, has('zenity', 'kdialog'))).toEqual([
      '/bin/zenity',
      ['--file-selection', '--save', '--filename=/home/x/Ürünler.csv', '--title=Save'],
    ])
    expect(dialogCommand(question, has('kdialog'))).toEqual([
      '/bin/kdialog',
      ['--title', 'Save', '--getsavefilename', '/home/x/Ürünler.csv'],
    ])
    expect(dialogCommand(question, has())).toBeUndefined()
  })

  it('is what the person chose, or nothing', async () => {
    const choosing = program('zenity', 'echo "/chosen/çok iyi.csv"')
    const cancelling = program('kdialog', 'exit 1')
    expect(findProgram('zenity', `/nowhere:${folder}`)).toBe(choosing)
    expect(findProgram('zenity', '/nowhere')).toBeUndefined()
    expect(await runDialog([choosing, []])).toBe('/chosen/çok iyi.csv')
    expect(await runDialog([cancelling, []])).toBeNull()
  })
})

describe('languages', () => {
  it.each([
    [{ LANG: 'tr_TR.UTF-8' }, undefined, 'tr', 'tr-TR', ['tr-TR'], 'TR'],
    [{ LANG: 'tr_TR.UTF-8', LC_ALL: 'en_GB.UTF-8' }, undefined, 'en-GB', 'en-GB', ['en-GB'], 'GB'],
    [{ LANG: 'C.UTF-8' }, undefined, 'en-US', 'en-US', ['en-US'], 'US'],
    [{}, undefined, 'en-US', 'en-US', ['en-US'], 'US'],
    [{ LANG: 'en_US.UTF-8' }, 'tr', 'tr', 'en-US', ['en-US'], 'US'],
    [{ LANG: 'de_AT@euro', LANGUAGE: 'tr:de' }, undefined, 'tr', 'de-AT', ['tr', 'de', 'de-AT'], 'AT'],
    [{ LANG: 'en_TR' }, undefined, 'en-US', 'en-TR', ['en-TR'], 'TR'],
  ])('of %j with --lang %s', (environment, lang, locale, system, preferred, country) => {
    expect(localesOf(environment, lang)).toEqual({ locale, system, preferred, country })
  })
})

describe('an app without a display', () => {
  it('cancels a dialog that nobody scripted, or saves where it was told to', async () => {
    const target = join(folder, 'saved')
    const tiny = new TinyApp(`
      const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: '/anywhere/list.csv' })
      tell({ canceled, filePath })
      process.exit()
    `)
    try {
      const plain = tiny.start()
      expect(await plain.next()).toEqual({ canceled: true, filePath: '' })
      await plain.exit
      expect(plain.errors).toContain('dialog.showSaveDialog was not scripted')
      expect(await tiny.start([], { CHROMIUM_ELECTRON_SAVE_TO: target }).next()).toEqual({
        canceled: false,
        filePath: join(target, 'list.csv'),
      })
      expect(existsSync(target)).toBe(true)
    } finally {
      await tiny.remove()
    }
  })

  it('opens nothing outside, but remembers what it was asked to open', async () => {
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    program('bin/xdg-open', `touch "${folder}/opened"`)
    const tiny = new TinyApp(`
      await shell.openExternal('https://example.com/')
      shell.showItemInFolder('/some/file.csv')
      tell(shell.opened)
      process.exit()
    `)
    try {
      const running = tiny.start([], { PATH: `${bin}:${process.env['PATH'] ?? ''}` })
      expect(await running.next()).toEqual(['https://example.com/', '/some/file.csv'])
      await running.exit
      expect(readdirSync(folder)).toEqual(['bin'])
    } finally {
      await tiny.remove()
    }
  })

  it('speaks the language that the system is set to', async () => {
    const tiny = new TinyApp(`
      await app.whenReady()
      protocol.handle('app', () => html('<p>hello'))
      const { js } = await open()
      tell([app.getLocale(), app.getSystemLocale(), app.getLocaleCountryCode(), await js('navigator.language')])
    `)
    try {
      const running = tiny.start([], { LANG: 'tr_TR.UTF-8', LC_ALL: '', LC_MESSAGES: '', LANGUAGE: '' })
      expect(await running.next()).toEqual(['tr', 'tr-TR', 'TR', 'tr'])
    } finally {
      await tiny.remove()
    }
  })
})

describe('net', () => {
  it('follows no redirect that it was told not to, and shows where it leads', async () => {
    const tiny = new TinyApp(`
      const { createServer } = await import('node:http')
      const server = createServer((request, response) =>
        request.url === '/from' ? response.writeHead(307, { location: '/to?x=' + request.headers['x-ask'] }).end() : response.end('there'))
      await new Promise((done) => server.listen(0, '127.0.0.1', done))
      const url = 'http://127.0.0.1:' + server.address().port + '/from'
      const followed = await (await net.fetch(url)).text()
      const manual = await net.fetch(url, { redirect: 'manual' }).catch((error) => error.message)
      const seen = await new Promise((done, fail) => {
        const request = net.request({ url, redirect: 'manual' })
        request.setHeader('x-ask', 'yes')
        request.on('redirect', (status, method, target) => { done([status, method, target.replace(/:\\d+/, '')]); request.abort() })
        request.on('error', fail)
        request.end()
      })
      tell({ followed, manual, seen })
      process.exit()
    `)
    try {
      expect(await tiny.start().next()).toEqual({
        followed: 'there',
        manual: 'Redirect was cancelled',
        seen: [307, 'GET', 'http://127.0.0.1/to?x=yes'],
      })
    } finally {
      await tiny.remove()
    }
  })
})
