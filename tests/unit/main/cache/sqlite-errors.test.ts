import { expect, it } from 'vitest'
import { toCacheError } from '../../../../src/main/cache/sqlite-errors.ts'
import { PacklightError } from '../../../../src/shared/result.ts'

const sqlite = (errcode: number) => Object.assign(new Error('text'), { code: 'ERR_SQLITE_ERROR', errcode })
const system = (code: string) => Object.assign(new Error('text'), { code })

it.each([
  [sqlite(11), 'cache.damaged'],
  [sqlite(267), 'cache.damaged'], // SQLITE_CORRUPT_VTAB
  [sqlite(26), 'cache.damaged'],
  [sqlite(13), 'cache.disk-full'],
  [sqlite(8), 'cache.read-only'],
  [sqlite(1032), 'cache.read-only'], // SQLITE_READONLY_DBMOVED
  [sqlite(5), 'cache.failed'],
  [system('ENOSPC'), 'cache.disk-full'],
  [system('EROFS'), 'cache.read-only'],
  [system('EACCES'), 'cache.read-only'],
  [system('ENOTDIR'), 'cache.failed'],
  ['thrown text', 'cache.failed'],
])('names a failure for what it means: %o', (thrown, code) => {
  expect(toCacheError(thrown).code).toBe(code)
})

it('leaves a failure that has its name as it is', () => {
  const error = new PacklightError({ code: 'cache.newer-schema' })
  expect(toCacheError(error)).toBe(error)
})
