import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { PacklightError } from '../../../shared/result.ts'
import { Statement } from '../statement.ts'
import { items } from './001-items.ts'
import { search } from './002-search.ts'
import { syncRuns } from './003-sync-runs.ts'
import { rawPages } from './004-raw-pages.ts'
import { changes } from './005-changes.ts'
import type { Migration } from './migration.ts'

/** All steps from an empty file to the schema of this version. Only ever appended to. */
export const migrations: readonly Migration[] = [items, search, syncRuns, rawPages, changes]

/** Tells whether a step was edited after its release. Indentation does not count. */
export function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 16)
}

/** The number of the last step done in this file; 0 for an empty one. */
export function schemaVersion(db: DatabaseSync): number {
  return new Statement<[], { user_version: number }>(db, 'PRAGMA user_version').get()?.user_version ?? 0
}

/** @throws `cache.newer-schema`, or `cache.damaged` where the file's steps are not the ones known here. */
export function checkSchema(db: DatabaseSync, known: readonly Migration[] = migrations): number {
  const found = schemaVersion(db)
  const newest = known.at(-1)?.number ?? 0
  if (found > newest) {
    throw new PacklightError({ code: 'cache.newer-schema', params: { found, known: newest } })
  }
  if (found === 0) return found
  const recorded = new Statement<[], { number: number; checksum: string }>(
    db,
    'SELECT number, checksum FROM migrations ORDER BY number',
  ).all()
  const expected = known.filter(({ number }) => number <= found)
  const same =
    recorded.length === expected.length &&
    expected.every((one, index) => recorded[index]?.checksum === checksum(one))
  if (!same)
    throw new PacklightError({ code: 'cache.damaged', details: 'the schema is not the recorded one' })
  return found
}

/** Brings the file's schema to this version, each step in its own transaction. */
export function migrate(db: DatabaseSync, known: readonly Migration[] = migrations): void {
  const found = checkSchema(db, known)
  if (found === 0) {
    db.exec(`
      CREATE TABLE IF NOT EXISTS migrations (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        checksum TEXT NOT NULL,
        applied_at TEXT NOT NULL
      ) STRICT`)
  }
  for (const migration of known) {
    if (migration.number > found) apply(db, migration)
  }
}

function apply(db: DatabaseSync, migration: Migration): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    db.exec(migration.sql)
    new Statement<[number, string, string, string]>(db, 'INSERT INTO migrations VALUES (?, ?, ?, ?)').run(
      migration.number,
      migration.name,
      checksum(migration),
      new Date().toISOString(),
    )
    db.exec(`PRAGMA user_version = ${migration.number}`)
    db.exec('COMMIT')
  } catch (thrown) {
    db.exec('ROLLBACK')
    throw thrown
  }
}
