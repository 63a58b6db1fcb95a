import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PacklightError } from '../../shared/result.ts'
import { checkSchema, migrate, migrations } from './migrations/migrate.ts'
import { toCacheError } from './sqlite-errors.ts'
import { Statement } from './statement.ts'

/** Up to this size the whole file is checked at the start, at about 300 MB a second. */
const fullCheckBytes = 64_000_000

/** WAL pages before they are moved into the file. Large, because that makes a first sync three times faster. */
const checkpointPages = 32_000

export interface OpenDatabaseOptions {
  file: string
  readOnly: boolean
}

/**
 * Opens the cache's file, makes it where there is none, and brings its schema to this version.
 * @throws `cache.damaged`, `cache.newer-schema`, `cache.read-only`, `cache.disk-full`, `cache.failed`
 */
export function openDatabase({ file, readOnly }: OpenDatabaseOptions): DatabaseSync {
  let db: DatabaseSync | null = null
  try {
    if (!readOnly) makePrivate(file)
    db = new DatabaseSync(file, { readOnly, timeout: 5000 })
    if (readOnly) prepareReading(db)
    else prepareWriting(db)
    return db
  } catch (thrown) {
    db?.close()
    throw toCacheError(thrown)
  }
}

/** Orders are other people's business: the folder and the file are the user's alone (no effect on Windows). */
function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // SQLite gives its -wal and -shm files the mode of the file itself.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  else if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
}

function prepareWriting(db: DatabaseSync): void {
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -65536;
    PRAGMA wal_autocheckpoint = ${checkpointPages};
    PRAGMA journal_size_limit = 67108864;
  `)
  checkHealth(db)
  migrate(db)
}

function prepareReading(db: DatabaseSync): void {
  db.exec('PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768;')
  const found = checkSchema(db)
  if (found !== migrations.at(-1)?.number) {
    throw new PacklightError({ code: 'cache.failed', details: `schema ${found} must be brought up to date` })
  }
}

/**
 * A small file is checked as a whole. A large one is checked where damage is most likely and cheap to see: its
 * length, its schema and the ends of its tables; what hides elsewhere shows when it is read.
 * @throws `cache.damaged`
 */
function checkHealth(db: DatabaseSync): void {
  const pages = new Statement<[], { page_count: number }>(db, 'PRAGMA page_count').get()?.page_count ?? 0
  const pageSize = new Statement<[], { page_size: number }>(db, 'PRAGMA page_size').get()?.page_size ?? 0
  if (pages * pageSize <= fullCheckBytes) {
    const verdict = new Statement<[], { quick_check: string }>(db, 'PRAGMA quick_check(1)').get()?.quick_check
    if (verdict !== 'ok')
      throw new PacklightError({ code: 'cache.damaged', details: verdict ?? 'no verdict' })
    return
  }
  const tables = new Statement<[], { name: string }>(
    db,
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
       AND sql NOT LIKE '%WITHOUT ROWID%'`,
  ).all()
  for (const { name } of tables) {
    db.prepare(`SELECT * FROM "${name}" ORDER BY rowid LIMIT 1`).get()
    db.prepare(`SELECT * FROM "${name}" ORDER BY rowid DESC LIMIT 1`).get()
  }
}

/** Closes the file with its write-ahead log moved into it. */
export function closeDatabase(db: DatabaseSync, readOnly: boolean): void {
  try {
    if (!readOnly) db.exec('PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}

/** All that `work` reads is of one state of the database. */
export function atOneMoment<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN')
  try {
    return work()
  } finally {
    db.exec('COMMIT')
  }
}

/** All or nothing. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const answer = work()
    db.exec('COMMIT')
    return answer
  } catch (thrown) {
    // A full disk may already have rolled back by itself.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw thrown
  }
}
