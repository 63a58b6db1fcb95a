import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replaceFile } from '../../../../src/main/export/replace-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packlight-export-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function* chunks(...texts: string[]): AsyncGenerator<string> {
  for (const text of texts) yield await Promise.resolve(text)
}

async function* failingAfter(text: string, failure: Error): AsyncGenerator<string> {
  yield await Promise.resolve(text)
  throw failure
}

describe('replaceFile', () => {
  it('writes all chunks and counts bytes, not letters', async () => {
    const target = join(folder, 'a.csv')
    expect(await replaceFile(target, chunks('ş', 'b'))).toBe(3)
    expect(readFileSync(target, 'utf8')).toBe('şb')
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })

  it.skipIf(process.platform === 'win32')('keeps the file for the user alone', async () => {
    const target = join(folder, 'a.csv')
    await replaceFile(target, chunks('x'))
    expect(statSync(target).mode & 0o777).toBe(0o600)
  })

  it('leaves the old file and no remains when the source fails', async () => {
    const target = join(folder, 'a.csv')
    writeFileSync(target, 'old')
    await expect(replaceFile(target, failingAfter('half', new Error('stopped')))).rejects.toThrow('stopped')
    expect(readFileSync(target, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })

  it.each([
    ['ENOSPC', 'export.disk-full'],
    ['EBUSY', 'export.target-busy'],
    ['EACCES', 'export.no-permission'],
    ['EIO', 'export.failed'],
  ])('names %s as %s', async (code, expected) => {
    const failure = Object.assign(new Error('write'), { code })
    await expect(replaceFile(join(folder, 'a.csv'), failingAfter('x', failure))).rejects.toMatchObject({
      code: expected,
    })
  })

  it('says that the folder is gone', async () => {
    await expect(replaceFile(join(folder, 'no', 'a.csv'), chunks('x'))).rejects.toMatchObject({
      code: 'export.folder-gone',
    })
  })

  it('does not replace a folder, and leaves nothing behind', async () => {
    mkdirSync(join(folder, 'a.csv'))
    writeFileSync(join(folder, 'a.csv', 'inside'), 'kept')
    await expect(replaceFile(join(folder, 'a.csv'), chunks('x'))).rejects.toThrow()
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })
})
