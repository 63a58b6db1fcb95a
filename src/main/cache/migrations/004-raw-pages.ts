import type { Migration } from './migration.ts'

/**
 * What the OMS sent is kept by answer, not by item: a page packed as a whole is a fraction of its items packed one
 * by one, and takes a fraction of the time. What was stored item by item stays packed as it is, as pages of one.
 */
export const rawPages: Migration = {
  number: 4,
  name: 'raw-pages',
  sql: `
    -- How many items point to each page, kept by the writer: a page that none points to is removed. Apart from
    -- the bodies, which would be written anew with every count.
    CREATE TABLE raw_pages (
      id INTEGER PRIMARY KEY,
      items INTEGER NOT NULL
    ) STRICT;

    -- Apart from the items, so that it never slows a look at them. For \`form\` see repositories/raw-pages.ts.
    CREATE TABLE raw_bodies (
      page_id INTEGER PRIMARY KEY,
      form TEXT NOT NULL,
      body BLOB NOT NULL
    ) STRICT;

    ALTER TABLE items ADD COLUMN raw_page_id INTEGER;

    UPDATE items SET raw_page_id = numbered.page
      FROM (SELECT item_id, row_number() OVER (ORDER BY item_id) AS page FROM raw_items) AS numbered
      WHERE numbered.item_id = items.id;
    INSERT INTO raw_pages (id, items)
      SELECT raw_page_id, 1 FROM items WHERE raw_page_id IS NOT NULL ORDER BY raw_page_id;
    INSERT INTO raw_bodies (page_id, form, body)
      SELECT items.raw_page_id, 'deflated-item-' || raw_items.dictionary, raw_items.deflated
      FROM items JOIN raw_items ON raw_items.item_id = items.id ORDER BY items.id;
    DROP TABLE raw_items;
  `,
}
