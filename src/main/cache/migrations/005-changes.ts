import type { Migration } from './migration.ts'

/** What the newest sync changed, and counters for what would take long to count. */
export const changes: Migration = {
  number: 5,
  name: 'changes',
  sql: `
    -- Emptied when the next sync begins. The first walk of all changes nothing: it is where everything begins.
    CREATE TABLE item_changes (
      item_id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('new', 'changed'))
    ) STRICT;

    INSERT INTO meta SELECT 'orders', count(DISTINCT order_id) FROM items;
    INSERT INTO meta SELECT 'products', count(*) FROM products;
    INSERT INTO meta SELECT 'gone', count(*) FROM items WHERE gone_since IS NOT NULL;
  `,
}
