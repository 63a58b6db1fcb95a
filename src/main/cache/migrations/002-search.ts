import type { Migration } from './migration.ts'

/**
 * Products are indexed, not items: there are far fewer of them. What items say of themselves is indexed once
 * for each different text. All texts are folded before they come here, so the tokenizer only cuts at spaces.
 */
export const search: Migration = {
  number: 2,
  name: 'search',
  sql: `
    CREATE VIRTUAL TABLE product_search USING fts5 (
      codes, words,
      content = '', contentless_delete = 1, prefix = '1 2 3',
      tokenize = "unicode61 remove_diacritics 0"
    );

    -- SKU, base code and barcode without spaces and leading zeros, for exact hits.
    CREATE TABLE product_codes (
      code_key TEXT NOT NULL,
      product_id INTEGER NOT NULL REFERENCES products (id),
      field TEXT NOT NULL CHECK (field IN ('sku', 'baseCode', 'barcode')),
      PRIMARY KEY (code_key, product_id, field)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX product_codes_by_product ON product_codes (product_id);

    CREATE TABLE item_texts (
      id INTEGER PRIMARY KEY,
      text TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE VIRTUAL TABLE item_text_search USING fts5 (
      words,
      content = '', contentless_delete = 1, prefix = '1 2 3',
      tokenize = "unicode61 remove_diacritics 0"
    );

    ALTER TABLE items ADD COLUMN text_id INTEGER REFERENCES item_texts (id);
  `,
}
