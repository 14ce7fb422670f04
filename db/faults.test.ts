import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { Pool } from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { Store } from './database';
import { storageFaultInWords } from './fault-words';
import { storageFault } from './faults';
import { openStore } from './open-store';
import { getSetting, setSetting } from './queries/settings';
import { TEST_POSTGRES_URL } from './testing/engines';

let folder: string;
let dataDir: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-faults-'));
  dataDir = join(folder, 'data');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

/** Opens and closes it; returns what went wrong and the words for it. */
async function opening(options: { dataDir: string; url?: string }) {
  const error = await failureOf(openStore(options).then((store) => store.close()));
  return { fault: storageFault(error), said: storageFaultInWords(error, options) };
}

async function withStore(work: (store: Store) => Promise<void>) {
  const store = await openStore({ dataDir });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

const set = (store: Store, key: string, value: string) =>
  store.write((tx) => setSetting(tx, { key, value, now: 1 }));

/** As long as a write waits for another program. */
const WRITE_WAITS_MS = 10_000;

/** So much later, for whoever asks what time it is. */
function passTime(milliseconds: number) {
  const now = Date.now;
  return vi.spyOn(Date, 'now').mockImplementation(() => now() + milliseconds);
}

const checkOf = (file: string) => {
  const connection = new Database(file);
  try {
    return connection.pragma('integrity_check');
  } finally {
    connection.close();
  }
};

/** Runs as somebody whom modes bind: root is not. */
async function withoutPrivilege<T>(work: () => Promise<T>): Promise<T> {
  const { seteuid } = process;
  if (process.geteuid?.() !== 0 || !seteuid) return work();
  chmodSync(folder, 0o755);
  seteuid(65_534);
  try {
    return await work();
  } finally {
    seteuid(0);
  }
}

describe('at the start', () => {
  test('a file in place of the folder, or of its parent', async () => {
    writeFileSync(dataDir, 'not a folder');
    for (const place of [dataDir, join(dataDir, 'below')]) {
      const { said } = await opening({ dataDir: place });
      expect(said).toMatch(/is a file, or lies below one\. MUSTER_DATA_DIR has to name a folder/);
    }
    expect(readFileSync(dataDir, 'utf8')).toBe('not a folder');
  });

  test.skipIf(process.platform === 'win32')('a folder, or a database, that may not be written', async () => {
    await withStore(async (store) => set(store, 'a', 'kept'));
    chmodSync(dataDir, 0o555);
    chmodSync(join(dataDir, 'muster.db'), 0o444);
    const present = await withoutPrivilege(() => opening({ dataDir }));
    expect(present).toMatchObject({ fault: 'read-only', said: expect.stringContaining('cannot be written') });
    const empty = join(folder, 'empty');
    mkdirSync(empty, { mode: 0o555 });
    expect((await withoutPrivilege(() => opening({ dataDir: join(empty, 'data') }))).fault).toBe('read-only');
    chmodSync(dataDir, 0o755);
    chmodSync(join(dataDir, 'muster.db'), 0o600);
    await withStore(async (store) => expect(await getSetting(store.read, { key: 'a' })).toBe('kept'));
  });

  test('a database that is none, or cut off, is left as it is', async () => {
    await withStore(async (store) => set(store, 'a', 'x'.repeat(300_000)));
    const file = join(dataDir, 'muster.db');
    truncateSync(file, 40_000);
    const cut = readFileSync(file);
    expect(await opening({ dataDir })).toMatchObject({
      fault: 'damaged',
      said: expect.stringContaining('npm run restore'),
    });
    expect(readFileSync(file)).toEqual(cut);
    writeFileSync(file, 'something else entirely, '.repeat(1000));
    expect((await opening({ dataDir })).fault).toBe('damaged');
    expect(readFileSync(file, 'utf8')).toContain('something else entirely');
  });

  test('a database server that is not there, or an address that is none', async () => {
    const listener = net.createServer();
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    const { port } = listener.address() as AddressInfo;
    await new Promise((resolve) => listener.close(resolve));
    const gone = await opening({ dataDir, url: `postgres://muster:hush@127.0.0.1:${port}/muster` });
    expect(gone).toMatchObject({ fault: 'unreachable', said: expect.stringContaining(`127.0.0.1:${port}`) });
    expect(gone.said).not.toContain('hush');
    const { said } = await opening({ dataDir, url: 'postgres://muster:pass#word@host/muster' });
    expect(said).toMatch(/DATABASE_URL is no address/);
  });

  test.runIf(TEST_POSTGRES_URL)('a database that is not on the server', async () => {
    const url = new URL(TEST_POSTGRES_URL);
    url.pathname = '/no_such_database';
    expect(await opening({ dataDir, url: url.href })).toMatchObject({
      fault: 'refused',
      said: expect.stringContaining('Check user, password and database'),
    });
  });
});

describe('while it runs', () => {
  test('a full disk: nothing is changed, reading goes on, and so does writing when there is space', async () => {
    await withStore(async (store) => {
      await set(store, 'before', 'kept');
      const limit = (pages: number) =>
        store.write(async ({ q }) => {
          const { $client } = q as unknown as { $client: Database.Database };
          $client.pragma(`max_page_count = ${pages}`);
        });
      await limit(1);
      for (let attempt = 0; attempt < 3; attempt++) {
        const error = await failureOf(set(store, 'big', 'x'.repeat(300_000)));
        expect(storageFault(error)).toBe('disk-full');
      }
      expect(await getSetting(store.read, { key: 'before' })).toBe('kept');
      expect(await getSetting(store.read, { key: 'big' })).toBeNull();
      await limit(1_000_000);
      await set(store, 'big', 'now');
      expect(await getSetting(store.read, { key: 'big' })).toBe('now');
    });
    expect(checkOf(join(dataDir, 'muster.db'))).toEqual([{ integrity_check: 'ok' }]);
  });

  test('a lock: reading goes on, writers hear of it together, and write when it is gone', async () => {
    await withStore(async (store) => {
      await set(store, 'before', 'kept');
      const other = new Database(join(dataDir, 'muster.db'));
      other.exec('BEGIN EXCLUSIVE');
      const writes = ['a', 'b', 'c'].map((key) => failureOf(set(store, key, 'late')));
      let waiting = true;
      const all = Promise.all(writes).finally(() => {
        waiting = false;
      });
      for (let reads = 0; reads < 20; reads++) {
        expect(await getSetting(store.read, { key: 'before' })).toBe('kept');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      expect(waiting).toBe(true);
      // Each waits from when it was asked for, not from its turn: the time that is over for one is over for all.
      const clock = passTime(WRITE_WAITS_MS);
      for (const error of await all) expect(storageFault(error)).toBe('locked');
      clock.mockRestore();
      other.exec('ROLLBACK');
      other.close();
      await set(store, 'a', 'after');
      expect(await getSetting(store.read, { key: 'a' })).toBe('after');
    });
  });

  test.runIf(TEST_POSTGRES_URL)('a connection that the server ends', async () => {
    const pool = new Pool({ connectionString: TEST_POSTGRES_URL });
    pool.on('error', () => undefined);
    const error = await failureOf(
      pool.query('SELECT pg_terminate_backend(pg_backend_pid())').catch((cause) => {
        throw new Error('outside', { cause });
      }),
    );
    expect(storageFault(error)).toBe('unreachable');
    await pool.end();
  });
});

test('an error of our own, or of another server, is no fault of the storage', () => {
  expect(storageFault(new Error('no'))).toBeNull();
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  expect(storageFault(new TypeError('fetch failed', { cause: refused }))).toBeNull();
  expect(storageFault('SQLITE_FULL')).toBeNull();
});
