import type { Migration } from './migration.ts'

export const syncRuns: Migration = {
  number: 3,
  name: 'sync-runs',
  sql: `
    CREATE TABLE sync_runs (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('full', 'refresh')),
      started_at TEXT NOT NULL,
      finished_at TEXT,
      outcome TEXT NOT NULL,
      error TEXT,
      progress TEXT,
      checkpoint TEXT,
      seen INTEGER NOT NULL DEFAULT 0,
      gone INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    -- The items seen in the newest run: what is missing at its end is gone.
    CREATE TABLE seen_items (
      item_id INTEGER PRIMARY KEY
    ) STRICT;
  `,
}
