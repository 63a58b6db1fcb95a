import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { closeDatabase, openDatabase } from '../../../src/main/cache/database.ts'
import { checksum, migrate, migrations } from '../../../src/main/cache/migrations/migrate.ts'
import { PacklightError } from '../../../src/shared/result.ts'
import { makeItem } from '../../support/cache-items.ts'
import { fill, openTestCache, temporaryFile } from '../../support/open-cache.ts'

/** Every object of the schema as SQLite would write it, columns as they came. */
function schemaOf(db: DatabaseSync) {
  return db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all()
}

function failureOf(work: () => unknown): PacklightError {
  try {
    work()
  } catch (thrown) {
    if (thrown instanceof PacklightError) return thrown
    throw thrown
  }
  throw new Error('did not fail')
}

async function filledFile(count: number): Promise<string> {
  const file = await temporaryFile()
  const cache = await openTestCache(file)
  await fill(
    cache,
    Array.from({ length: count }, (_none, index) => makeItem(index + 1)),
  )
  await cache.close()
  return file
}

describe('the schema', () => {
  it.each([0, ...migrations.map(({ number }) => number)])('is the same from version %i on', (version) => {
    const fresh = new DatabaseSync(':memory:')
    migrate(fresh)
    const earlier = new DatabaseSync(':memory:')
    migrate(earlier, migrations.slice(0, version))
    earlier.exec(version > 0 ? `INSERT INTO order_numbers VALUES (7, 'TR-7', 'tr7')` : '')
    migrate(earlier)
    expect(schemaOf(earlier)).toEqual(schemaOf(fresh))
    const kept = earlier.prepare('SELECT number FROM order_numbers').all()
    expect(kept).toHaveLength(version > 0 ? 1 : 0)
  })

  it('is numbered without gaps, and released steps are as they were', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_one, index) => index + 1))
    expect(migrations.map((one) => `${one.name} ${checksum(one)}`)).toMatchInlineSnapshot(`
      [
        "items 2fc3261eeb6b3627",
        "search 1a1566f9cbbd6ae2",
        "sync-runs 8c1974e63978dbc1",
        "raw-pages 0e7bab65dedbdd78",
        "changes e40599bb92ed6206",
      ]
    `)
  })

  it('of a later version is refused, and left as it is', async () => {
    const file = await filledFile(1)
    const later = new DatabaseSync(file)
    later.exec('PRAGMA user_version = 99')
    later.close()
    const error = failureOf(() => openDatabase({ file, readOnly: false }))
    expect(error).toMatchObject({
      code: 'cache.newer-schema',
      params: { found: 99, known: migrations.length },
    })
    expect(new DatabaseSync(file).prepare('SELECT count(*) AS n FROM items').get()).toMatchObject({ n: 1 })
  })

  it('that is not the recorded one is damage', async () => {
    const file = await filledFile(1)
    const edited = new DatabaseSync(file)
    edited.exec(`UPDATE migrations SET checksum = 'other' WHERE number = 1`)
    edited.close()
    expect(failureOf(() => openDatabase({ file, readOnly: false })).code).toBe('cache.damaged')
  })

  it('is left as it was by a step that fails', () => {
    const db = new DatabaseSync(':memory:')
    const broken = { number: 2, name: 'broken', sql: 'CREATE TABLE half (id); CREATE TABLE half (id)' }
    const [first] = migrations
    expect(() => migrate(db, [first!, broken])).toThrow('half')
    expect(schemaOf(db).map((row) => row['name'])).not.toContain('half')
    migrate(db)
    expect(db.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: migrations.length })
  })
})

describe('the file', () => {
  it.runIf(process.platform !== 'win32')('is the user alone to read, as is its folder', async () => {
    const file = await temporaryFile()
    const db = openDatabase({ file, readOnly: false })
    const mode = async (path: string) => (await stat(path)).mode & 0o777
    expect(await mode(file)).toBe(0o600)
    expect(await mode(`${file}-wal`)).toBe(0o600)
    expect(await mode(dirname(file))).toBe(0o700)
    closeDatabase(db, false)
  })

  it('that is no database at all is damage', async () => {
    const file = await temporaryFile()
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, '<html>sign in</html>'.repeat(500))
    expect(failureOf(() => openDatabase({ file, readOnly: false })).code).toBe('cache.damaged')
  })

  it.each([0.5, 0.9])('cut off at %d of its length is damage', async (part) => {
    const file = await filledFile(200)
    await truncate(file, Math.floor((await stat(file)).size * part))
    expect(failureOf(() => openDatabase({ file, readOnly: false })).code).toBe('cache.damaged')
  })

  it.each([0, 1, 5])('with wrong bytes in page %i is damage', async (page) => {
    const file = await filledFile(200)
    const handle = await open(file, 'r+')
    await handle.write(randomBytes(4096).fill(0xff, 0, 16), 0, 4096, page * 4096)
    await handle.close()
    expect(failureOf(() => openDatabase({ file, readOnly: false })).code).toBe('cache.damaged')
    // Whoever owns it sets it aside: it is not touched here.
    expect((await readFile(file)).length).toBeGreaterThan(4096)
  })

  it('that cannot be there is told as such', async () => {
    const file = await temporaryFile()
    await writeFile(dirname(file), 'a file where the folder should be')
    expect(failureOf(() => openDatabase({ file, readOnly: false })).code).toBe('cache.failed')
    const missing = failureOf(() => openDatabase({ file: `${file}.other`, readOnly: true }))
    expect(missing.code).toBe('cache.failed')
  })

  it('that is full is told as such, and what was held stays', async () => {
    const file = await filledFile(1)
    const db = openDatabase({ file, readOnly: false })
    db.exec('PRAGMA max_page_count = 1')
    const grow = () =>
      db.exec(`INSERT INTO images (url) SELECT hex(randomblob(2000)) FROM items, (VALUES (1), (2)),
      json_each('[1,2,3,4,5,6,7,8,9]'), json_each('[1,2,3,4,5,6,7,8,9]'), json_each('[1,2,3,4,5,6,7,8,9]')`)
    expect(grow).toThrow('full')
    closeDatabase(db, false)
    const cache = await openTestCache(file)
    expect((await cache.summary()).items).toBe(1)
  })
})
