import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { BackupError, makeBackup } from './archive';
import { defaultMigrationsFolder } from './migrations';
import { openStore } from './open-store';
import { getSetting, setSetting } from './queries/settings';
import { getVersion, listVersions } from './queries/versions';
import { restoreBackup } from './restore';
import { createPostgresDatabase, TEST_POSTGRES_URL } from './testing/engines';
import { buildChild } from './testing/processes';
import { makeAgent, makeWorkspace } from './testing/rows';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 6);

let folder: string;
let dataDir: string;
let into: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-archive-'));
  dataDir = join(folder, 'data');
  into = join(folder, 'backups');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the store in `place` and remembers `value`; returns what was remembered before. */
async function remember(place: { dataDir: string; url?: string }, value?: string): Promise<string | null> {
  const store = await openStore(place);
  try {
    const before = await getSetting(store.read, { key: 'remembered' });
    if (value) await store.write((tx) => setSetting(tx, { key: 'remembered', value, now: 1 }));
    return before;
  } finally {
    await store.close();
  }
}

const restore = (source: string, target: string, { force = false, now = NOW } = {}) =>
  restoreBackup({ source, dataDir: target, force, now });

test('a backup under load holds every save that was acknowledged before it began', async () => {
  const store = await openStore({ dataDir });
  const workspace = await makeWorkspace(store);
  const { agentId } = await makeAgent(store, workspace, {});
  await store.close();
  const task = { dataDir, workspaceId: workspace.id, agentId, userId: workspace.ownerId };
  const program = await buildChild();
  const writers = [1, 2].map(() => program.start('save', task));
  const said = () => writers.flatMap((writer) => writer.lines());
  try {
    for (let round = 0; round < 4; round++) {
      const enough = said().length + 20;
      while (said().length < enough) {
        for (const { process, ended } of writers) if (process.exitCode !== null) await ended;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      const before = said();
      const { folder: source, manifest } = await makeBackup({ dataDir, into, now: NOW + round });
      const after = said().length;
      const target = join(folder, `restored-${round}`);
      const { counts } = await restore(source, target);
      expect(counts).toEqual(manifest.counts);
      const copy = await openStore({ dataDir: target });
      const key = { workspaceId: workspace.id, agentId };
      for (const line of before) {
        const { versionId, text } = JSON.parse(line) as { versionId: string; text: string };
        expect((await getVersion(copy.read, { ...key, versionId }))?.text.slice(0, 36)).toBe(text);
      }
      // A prefix: numbered without a gap, and not beyond what could be said by then.
      const history = await listVersions(copy.read, { ...key, offset: 0, limit: 100_000 });
      expect(history.map(({ number }) => number)).toEqual(history.map((_, i) => history.length - i));
      expect(history.length - 1).toBeLessThanOrEqual(after + writers.length + 1);
      await copy.close();
    }
  } finally {
    for (const { process } of writers) process.kill('SIGKILL');
    await Promise.all(writers.map(({ ended }) => ended));
    program.remove();
  }
});

test('what is copied is for its owner alone, has the secret, and nothing unfinished beside it', async () => {
  await remember({ dataDir }, 'one');
  writeFileSync(join(dataDir, 'auth-secret'), 'hush\n', { mode: 0o600 });
  const { folder: made } = await makeBackup({ dataDir, into, now: NOW });
  expect(readdirSync(into)).toEqual(['muster-20260102T030405006Z']);
  expect(readdirSync(made).sort()).toEqual(['auth-secret', 'manifest.json', 'muster.db']);
  if (process.platform !== 'win32') {
    expect(statSync(made).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(made)) expect(statSync(join(made, name)).mode & 0o777).toBe(0o600);
  }
  await expect(makeBackup({ dataDir: join(folder, 'none'), into, now: NOW + 1 })).rejects.toThrow(
    /There is no database in .*none/,
  );
  expect(readdirSync(into)).toHaveLength(1);
});

test('restoring asks before it takes the place of data, and moves them aside', async () => {
  await remember({ dataDir }, 'one');
  writeFileSync(join(dataDir, 'auth-secret'), 'first\n', { mode: 0o600 });
  const { folder: source } = await makeBackup({ dataDir, into, now: NOW });
  await remember({ dataDir }, 'two');
  writeFileSync(join(dataDir, 'auth-secret'), 'second\n', { mode: 0o600 });

  await expect(restore(source, dataDir)).rejects.toThrow(/holds data already. Add --force/);
  expect(await remember({ dataDir })).toBe('two');

  const { aside } = await restore(source, dataDir, { force: true });
  expect(await remember({ dataDir })).toBe('one');
  expect(readFileSync(join(dataDir, 'auth-secret'), 'utf8')).toBe('first\n');
  expect(readdirSync(aside ?? '').sort()).toEqual(['auth-secret', 'muster.db']);
  expect(await remember({ dataDir: aside ?? '' })).toBe('two');
  expect(readdirSync(dataDir).filter((name) => name.includes('.part'))).toEqual([]);
});

test('nothing is restored while a server has the database open', async () => {
  await remember({ dataDir }, 'one');
  const { folder: source } = await makeBackup({ dataDir, into, now: NOW });
  const server = await openStore({ dataDir });
  try {
    await expect(restore(source, dataDir, { force: true })).rejects.toThrow(/open\. Stop it first/);
    await server.write((tx) => setSetting(tx, { key: 'remembered', value: 'two', now: 1 }));
  } finally {
    await server.close();
  }
  expect(await remember({ dataDir })).toBe('two');
});

test('a damaged database is no hindrance, and is kept', async () => {
  await remember({ dataDir }, 'one');
  const { folder: source } = await makeBackup({ dataDir, into, now: NOW });
  writeFileSync(join(dataDir, 'muster.db'), 'no database');
  const { aside } = await restore(source, dataDir, { force: true });
  expect(await remember({ dataDir })).toBe('one');
  expect(readFileSync(join(aside ?? '', 'muster.db'), 'utf8')).toBe('no database');
});

describe('what is not restored', () => {
  const target = () => join(folder, 'target');
  const refused = async (source: string, message: RegExp) => {
    await expect(restore(source, target())).rejects.toThrow(message);
    expect(existsSync(join(target(), 'muster.db'))).toBe(false);
  };

  test('nothing, a folder that is no backup, a backup with a changed or missing file', async () => {
    await remember({ dataDir }, 'one');
    const { folder: source } = await makeBackup({ dataDir, into, now: NOW });
    await refused(join(folder, 'nowhere'), /There is nothing at/);
    await refused(dataDir, /is no backup/);
    appendFileSync(join(source, 'muster.db'), 'x');
    await refused(source, /muster\.db is missing or was changed/);
    rmSync(join(source, 'muster.db'));
    await refused(source, /muster\.db is missing or was changed/);
    writeFileSync(join(source, 'manifest.json'), '{');
    await refused(source, /manifest\.json is damaged/);
  });

  test('a copy that is newer, damaged, or not ours', async () => {
    await remember({ dataDir }, 'one');
    const file = join(folder, 'copy.db');
    copyFileSync(join(dataDir, 'muster.db'), file);
    const connection = new Database(file);
    connection.exec("INSERT INTO muster_migrations VALUES (999, 'next_later', 'h', 1)");
    connection.close();
    await refused(file, /newer than this Muster/);
    writeFileSync(file, 'x'.repeat(10_000));
    await refused(file, /copy\.db is damaged\. Nothing was changed/);
    const other = join(folder, 'other.db');
    new Database(other).exec('CREATE TABLE a (b)').close();
    await refused(other, /no database of Muster/);
  });
});

test('the copy that is made before a migration can be restored by itself', async () => {
  await remember({ dataDir }, 'one');
  writeFileSync(join(dataDir, 'auth-secret'), 'kept\n');
  const file = join(folder, 'muster-before.db');
  copyFileSync(join(dataDir, 'muster.db'), file);
  await remember({ dataDir }, 'two');
  await restore(file, dataDir, { force: true });
  expect(await remember({ dataDir })).toBe('one');
  expect(readFileSync(join(dataDir, 'auth-secret'), 'utf8')).toBe('kept\n');
});

describe.runIf(TEST_POSTGRES_URL)('PostgreSQL', () => {
  test('is dumped, and comes back into an empty database only', async () => {
    const first = await createPostgresDatabase(TEST_POSTGRES_URL);
    const second = await createPostgresDatabase(TEST_POSTGRES_URL);
    try {
      const unmade = makeBackup({ dataDir, url: first.url, into, now: NOW });
      await expect(unmade).rejects.toThrow(BackupError);
      await remember({ dataDir, url: first.url }, 'one');
      const { folder: source } = await makeBackup({ dataDir, url: first.url, into, now: NOW });
      expect(statSync(join(source, 'muster.dump')).mode & 0o777).toBe(0o600);
      const back = { source, dataDir, force: true, now: NOW };
      await expect(restoreBackup({ ...back, url: first.url })).rejects.toThrow(/holds data already/);
      await expect(restoreBackup({ ...back })).rejects.toThrow(/of a PostgreSQL database/);
      const { migrations } = await restoreBackup({ ...back, url: second.url });
      expect(migrations.length).toBeGreaterThan(7);
      expect(await remember({ dataDir, url: second.url })).toBe('one');
      const older = { ...back, url: second.url, migrationsFolder: olderMigrations() };
      await expect(restoreBackup(older)).rejects.toThrow(/newer than this Muster/);
    } finally {
      await first.drop();
      await second.drop();
    }
  });

  /** As an older Muster has them: without the last. */
  function olderMigrations(): string {
    const copy = mkdtempSync(join(folder, 'migrations-'));
    cpSync(join(defaultMigrationsFolder(), 'postgres'), join(copy, 'postgres'), { recursive: true });
    const journal = join(copy, 'postgres', 'meta', '_journal.json');
    const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: unknown[] };
    writeFileSync(journal, JSON.stringify({ entries: entries.slice(0, -1) }));
    return copy;
  }
});
