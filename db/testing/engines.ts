/** On which engines do the tests run, each with a fresh, migrated database? */

import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { Client } from 'pg';

import type { QueryBuilder, Signals, Store } from '../database';
import { migratePostgres } from '../migrate-postgres';
import { defaultMigrationsFolder, readMigrations } from '../migrations';
import { openStore } from '../open-store';
import { postgresStore } from '../postgres-store';

export interface TestEngine {
  name: string;
  /** Whether one can read while another writes. PGlite has one connection. */
  concurrent: boolean;
  open(): Promise<Opened>;
}

/** A fresh store; `dispose` closes it and removes the data. */
export interface Opened {
  store: Store;
  dispose(): Promise<void>;
}

const sqlite: TestEngine = {
  name: 'SQLite',
  concurrent: true,
  async open() {
    const dataDir = mkdtempSync(join(tmpdir(), 'muster-db-'));
    const store = await openStore({ dataDir });
    return {
      store,
      async dispose() {
        await store.close();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  },
};

const pglite: TestEngine = {
  name: 'PGlite',
  concurrent: false,
  async open() {
    const client = await PGlite.create({ loadDataDir: await migratedFiles() });
    const signals: Signals = {
      send: async (text) => void (await client.query("SELECT pg_notify('muster', $1)", [text])),
      listen: (hear) => void client.listen('muster', hear),
    };
    const store = postgresStore(drizzle(client) as unknown as QueryBuilder, () => client.close(), signals);
    return { store, dispose: () => store.close() };
  },
};

/** The files of a migrated PGlite: made once for these migrations, copied whenever one is opened. */
async function migratedFiles(): Promise<Blob> {
  const migrations = readMigrations(defaultMigrationsFolder(), 'postgres');
  const manifest = readFileSync(resolve('node_modules/@electric-sql/pglite/package.json'), 'utf8');
  const key = createHash('sha256').update(manifest);
  for (const { hash } of migrations) key.update(hash);
  const kept = resolve('.muster/pglite', `${key.digest('hex').slice(0, 16)}.tar`);
  if (!existsSync(kept)) {
    const client = new PGlite();
    await migratePostgres(client, { migrations, now: Date.now() });
    const files = await client.dumpDataDir('none');
    await client.close();
    // Another process may do the same at this moment: what is read is always whole.
    mkdirSync(dirname(kept), { recursive: true });
    const draft = `${kept}.${process.pid}`;
    writeFileSync(draft, new Uint8Array(await files.arrayBuffer()));
    renameSync(draft, kept);
  }
  return new Blob([Uint8Array.from(readFileSync(kept))]);
}

/** Opens a store in a fresh database on the server of `serverUrl`. */
export async function openPostgres(serverUrl: string): Promise<Opened> {
  const { url, drop } = await createPostgresDatabase(serverUrl);
  const store = await openStore({ url });
  return {
    store,
    async dispose() {
      await store.close();
      await drop();
    },
  };
}

/**
 * Makes an empty database on the server of `serverUrl`, one that sorts as people do (which our own order
 * must not depend on; PostgreSQL 15 or newer). `drop` removes it.
 */
export async function createPostgresDatabase(
  serverUrl: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `muster_test_${randomBytes(6).toString('hex')}`;
  await onServer(
    serverUrl,
    `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-US'`,
  );
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export const TEST_POSTGRES_URL = process.env.TEST_POSTGRES_URL ?? '';

const postgres: TestEngine = {
  name: 'PostgreSQL',
  concurrent: true,
  open: () => openPostgres(TEST_POSTGRES_URL),
};

/** SQLite and PGlite always; PostgreSQL where `TEST_POSTGRES_URL` names a server. */
export const TEST_ENGINES: TestEngine[] = [sqlite, pglite, ...(TEST_POSTGRES_URL ? [postgres] : [])];
