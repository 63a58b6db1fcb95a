import type { Migration } from './migration.ts'

/**
 * Every field of the API has a column; what is open (attributes, extra fields) is kept as JSON. Money is text.
 * Dates are the OMS's text; those that sort also stand as whole microseconds since 1970.
 * A `fingerprint` tells whether a row differs without reading all of it.
 */
export const items: Migration = {
  number: 1,
  name: 'items',
  sql: `
    CREATE TABLE meta (
      name TEXT PRIMARY KEY,
      value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO meta VALUES ('revision', 0);

    CREATE TABLE states (
      id INTEGER PRIMARY KEY,
      name TEXT,
      translations TEXT NOT NULL,
      enum_class TEXT,
      enum_value TEXT,
      content_type INTEGER,
      config TEXT NOT NULL,
      created_date TEXT,
      modified_date TEXT,
      fingerprint TEXT NOT NULL
    ) STRICT;

    CREATE TABLE item_lists (
      kind TEXT NOT NULL CHECK (kind IN ('price', 'stock')),
      pk INTEGER NOT NULL,
      code TEXT,
      name TEXT,
      is_auto_sync INTEGER,
      created_date TEXT,
      modified_date TEXT,
      fingerprint TEXT NOT NULL,
      PRIMARY KEY (kind, pk)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE images (
      id INTEGER PRIMARY KEY,
      url TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE products (
      id INTEGER PRIMARY KEY,
      omnitron_id INTEGER,
      name TEXT,
      base_code TEXT,
      sku TEXT,
      barcode TEXT,
      attributes TEXT NOT NULL,
      attributes_kwargs TEXT NOT NULL,
      extra_attributes TEXT NOT NULL,
      created_date TEXT,
      modified_date TEXT,
      remote_modified_date TEXT,
      attribute_labels TEXT NOT NULL,
      fingerprint TEXT NOT NULL
    ) STRICT;

    CREATE TABLE product_images (
      product_id INTEGER NOT NULL REFERENCES products (id),
      position INTEGER NOT NULL,
      image_id INTEGER NOT NULL REFERENCES images (id),
      api_id INTEGER,
      api_order INTEGER,
      PRIMARY KEY (product_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE items (
      id INTEGER PRIMARY KEY,
      order_id INTEGER,
      omnitron_id INTEGER,
      parent_omnitron_id INTEGER,
      state_id INTEGER REFERENCES states (id),
      product_id INTEGER REFERENCES products (id),
      price_list_pk INTEGER,
      stock_list_pk INTEGER,
      image_id INTEGER REFERENCES images (id),
      created_us INTEGER,
      modified_us INTEGER,
      created_date TEXT,
      modified_date TEXT,
      price_currency TEXT,
      net_amount TEXT,
      price TEXT,
      retail_price TEXT,
      tax_rate TEXT,
      tax_amount TEXT,
      discount_amount TEXT,
      without_net_amount TEXT,
      installment_interest_amount TEXT,
      attributes TEXT NOT NULL,
      attributes_kwargs TEXT NOT NULL,
      extra_field TEXT NOT NULL,
      fetched_at TEXT NOT NULL,
      gone_since TEXT,
      fingerprint TEXT NOT NULL
    ) STRICT;
    CREATE INDEX items_by_order ON items (order_id);
    CREATE INDEX items_by_omnitron_id ON items (omnitron_id);
    CREATE INDEX items_by_modified ON items (modified_us);
    CREATE INDEX items_by_bundle ON items (parent_omnitron_id) WHERE parent_omnitron_id IS NOT NULL;
    CREATE INDEX items_gone ON items (gone_since) WHERE gone_since IS NOT NULL;

    -- How many items are in each state (0: none), kept by the writer: counting a million rows takes long.
    CREATE TABLE state_totals (
      state_id INTEGER PRIMARY KEY,
      items INTEGER NOT NULL
    ) STRICT;

    -- The JSON as the OMS sent it, deflated: apart, so that it never slows a look at items.
    CREATE TABLE raw_items (
      item_id INTEGER PRIMARY KEY,
      dictionary INTEGER NOT NULL,
      deflated BLOB NOT NULL
    ) STRICT;

    -- The API carries no order number: it is what a person typed to find the order.
    CREATE TABLE order_numbers (
      order_id INTEGER PRIMARY KEY,
      number TEXT NOT NULL,
      code_key TEXT NOT NULL
    ) STRICT;
    CREATE INDEX order_numbers_by_key ON order_numbers (code_key);
  `,
}
