/** Which columns and tables exist on both engines? Two kits under one type; a schema is a function of a kit. */

import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

function postgresJson<T>(name: string) {
  return pg.customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })(name);
}

const postgresBytes = pg.customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});

/**
 * The columns of PostgreSQL. Identifiers are text, times integer milliseconds, structures JSON in a text
 * column, so that both engines store and compare alike; `bytes` keeps what a text decoder might alter.
 */
export const postgresKit = {
  table: pg.pgTable,
  text: (name: string) => pg.text(name),
  integer: (name: string) => pg.bigint(name, { mode: 'number' }),
  flag: (name: string) => pg.boolean(name),
  json: postgresJson,
  bytes: (name: string) => postgresBytes(name),
  index: (name: string) => pg.index(name),
  uniqueIndex: (name: string) => pg.uniqueIndex(name),
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
};

export type Kit = typeof postgresKit;

function sqliteJson<T>(name: string) {
  return lite.customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })(name);
}

const sqliteBytes = lite.customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'blob',
});

/** The columns of SQLite. The cast is the one place where the two engines' types are declared alike. */
export const sqliteKit = {
  table: lite.sqliteTable,
  text: (name: string) => lite.text(name),
  integer: (name: string) => lite.integer(name),
  flag: (name: string) => lite.integer(name, { mode: 'boolean' }),
  json: sqliteJson,
  bytes: (name: string) => sqliteBytes(name),
  index: (name: string) => lite.index(name),
  uniqueIndex: (name: string) => lite.uniqueIndex(name),
  primaryKey: lite.primaryKey,
  foreignKey: lite.foreignKey,
} as unknown as Kit;
