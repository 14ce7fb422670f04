import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import Database from 'better-sqlite3';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Engine } from './database';
import { migratePostgresAt } from './migrate-postgres';
import { migrateSqlite } from './migrate-sqlite';
import { defaultMigrationsFolder, readMigrations } from './migrations';
import { openStore, type StoreOptions } from './open-store';
import { listAgents } from './queries/agents';
import { listAgentsWithoutProfile } from './queries/profiles';
import { createPostgresDatabase, TEST_POSTGRES_URL } from './testing/engines';
import { buildChild, type ChildProgram } from './testing/processes';
import { makeAgent, makeWorkspace } from './testing/rows';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 6);
const BEFORE = NOW - 6;
const tagsOf = (engine: Engine) => readMigrations(defaultMigrationsFolder(), engine).map(({ tag }) => tag);
const TAGS = tagsOf('sqlite');
const ALL = TAGS.length;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the migrations with only the first `kept` and then `added`, as an older or newer Muster has them. */
function variant(engine: Engine, kept: number, added: Record<string, string> = {}): string {
  const copy = mkdtempSync(join(folder, 'migrations-'));
  cpSync(join(defaultMigrationsFolder(), engine), join(copy, engine), { recursive: true });
  const journal = join(copy, engine, 'meta', '_journal.json');
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as {
    entries: { idx: number; tag: string }[];
  };
  const tags = Object.keys(added).map((tag, i) => ({ idx: kept + i, tag }));
  writeFileSync(journal, JSON.stringify({ entries: [...entries.slice(0, kept), ...tags] }));
  for (const [tag, sql] of Object.entries(added)) writeFileSync(join(copy, engine, `${tag}.sql`), sql);
  return copy;
}

const paths = () => ({ file: join(folder, 'data', 'muster.db'), backups: join(folder, 'data', 'backups') });
const migrate = (migrations: string, now = NOW) =>
  migrateSqlite({ ...paths(), migrations: readMigrations(migrations, 'sqlite'), now });
const backupsMade = () => (existsSync(paths().backups) ? readdirSync(paths().backups) : []);

function withDatabase<T>(file: string, use: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    return use(db);
  } finally {
    db.close();
  }
}

/** What an earlier Muster, with the first two migrations, wrote when Ada saved her first agent. */
function earlierRows(engine: Engine): string {
  const text = 'Écrit avant';
  const hex = Buffer.from(text).toString('hex');
  const bytes = engine === 'sqlite' ? `x'${hex}'` : `'\\x${hex}'`;
  const yes = engine === 'sqlite' ? '1' : 'true';
  return `INSERT INTO users (id, email, name, created_at, updated_at)
  VALUES ('u', 'ada@example.org', 'Ada', 1, 1);
    INSERT INTO workspaces VALUES ('w', 'team', 'Team', 1, 1);
    INSERT INTO texts VALUES ('w', 'sha', ${bytes});
    INSERT INTO agents VALUES ('a', 'w', 'v', NULL, NULL, 1, 'u', 1, 'u', NULL, 'before', 'before', 'before', '',
      NULL, NULL, '{"kind":"inherit"}', ${yes}, NULL, 1, 1, 'before écrit avant');
    INSERT INTO versions VALUES ('v', 'w', 'a', 1, 'sha', '[]', '["u"]', NULL, 1, 'u')`;
}

/** Expects an agent that an earlier Muster saved to be found by the present one, and to have a profile coming. */
async function findsEarlierAgents(engine: Engine, options: StoreOptions) {
  const migrated: string[][] = [];
  const store = await openStore({ ...options, onMigrated: (tags) => migrated.push(tags) });
  const query = { workspaceId: 'w', filter: { query: 'avant é' }, offset: 0, limit: 10 };
  const { rows } = await listAgents(store.read, query);
  const recipe = { workspaceId: 'w', recipe: 1, limit: 10 };
  const waiting = await listAgentsWithoutProfile(store.read, recipe);
  await store.close();
  expect(rows.map(({ id }) => id)).toEqual(['a']);
  expect(waiting).toEqual([{ agentId: 'a', versionId: 'v', text: 'Écrit avant' }]);
  expect(migrated).toEqual([tagsOf(engine).slice(2)]);
}

const INSERT_PERSON = `INSERT INTO users (id, email, name, created_at, updated_at)
  VALUES ('u', 'ada@example.org', 'Ada', 1, 1);
  INSERT INTO sessions VALUES ('s', 'u', 1, 1, 9, NULL, NULL)`;
const INSERT_AGENT = `;
  INSERT INTO workspaces (id, slug, name, created_at, updated_at) VALUES ('w', 'w', 'W', 1, 1);
  INSERT INTO texts (workspace_id, sha256, bytes) VALUES ('w', 't', x'00');
  INSERT INTO agents (id, workspace_id, current_version_id, file_name, origin_path, created_at, created_by,
      updated_at, updated_by, archived_at, merged_into, title, sort_key, description, tools, loads,
      description_tokens, body_tokens, search_text)
    VALUES ('a', 'w', 'v', 'a.md', 'old/a.md', 1, 'u', 2, 'u', 3, 'b', 'A', 'a', '', '{}', 1, 4, 5, 'unforgettable');
  INSERT INTO versions (id, workspace_id, agent_id, number, text_sha, parents, authors, created_at, created_by)
    VALUES ('v', 'w', 'a', 1, 't', '[]', '[]', 1, 'u')`;
const REBUILD_USERS = `PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE __new_users (id text PRIMARY KEY NOT NULL, email text NOT NULL, name text NOT NULL,
  password_hash text, created_at integer NOT NULL, updated_at integer NOT NULL, locale text);
--> statement-breakpoint
INSERT INTO __new_users SELECT id, email, name, password_hash, created_at, updated_at, 'en' FROM users;
DROP TABLE users;
ALTER TABLE __new_users RENAME TO users;
PRAGMA foreign_keys=ON;`;

describe('SQLite', () => {
  test('brings a fresh file up to date, once, without a backup', async () => {
    expect(await migrate(defaultMigrationsFolder())).toEqual(TAGS);
    expect(await migrate(defaultMigrationsFolder())).toEqual([]);
    expect(backupsMade()).toEqual([]);
  });

  test('brings an earlier state up to date, with a backup of it', async () => {
    expect(await migrate(variant('sqlite', 1))).toEqual(TAGS.slice(0, 1));
    withDatabase(paths().file, (db) => db.exec(INSERT_PERSON));
    expect(await migrate(defaultMigrationsFolder())).toEqual(TAGS.slice(1));
    const [backup] = backupsMade();
    expect(backupsMade()).toEqual([`muster-20260102T030405006Z-before-${TAGS[1]}.db`]);
    const tables = (db: Database.Database) =>
      db.prepare("SELECT name FROM sqlite_master WHERE name IN ('users', 'agent_search')").pluck().all();
    withDatabase(join(paths().backups, backup ?? ''), (db) => {
      expect(tables(db)).toEqual(['users']);
      expect(db.prepare('SELECT name FROM users').pluck().all()).toEqual(['Ada']);
    });
    withDatabase(paths().file, (db) => {
      expect(tables(db)).toEqual(['users', 'agent_search']);
      expect(db.prepare('SELECT name FROM users').pluck().all()).toEqual(['Ada']);
    });
  });

  test('finds what was there before the search index was made anew, and makes profiles of it', async () => {
    await migrate(variant('sqlite', 2));
    withDatabase(paths().file, (db) => db.exec(earlierRows('sqlite')));
    await findsEarlierAgents('sqlite', { dataDir: join(folder, 'data') });
  });

  test('still lets nobody change a version, a text or an audit event after all migrations', async () => {
    await migrate(defaultMigrationsFolder());
    withDatabase(paths().file, (db) => {
      const triggers = db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all();
      for (const table of ['versions', 'texts', 'audit_events']) {
        expect(triggers).toEqual(expect.arrayContaining([`${table}_no_update`, `${table}_no_delete`]));
      }
      expect(triggers).toEqual(expect.arrayContaining(['agents_search_insert', 'agents_search_update']));
    });
  });

  test.skipIf(process.platform === 'win32')(
    'lets nobody else read, in a folder that others may enter',
    async () => {
      const { file, backups } = paths();
      mkdirSync(dirname(file), { mode: 0o755 });
      await migrate(variant('sqlite', 1));
      const { close } = await openStore({ dataDir: dirname(file) });
      const copies = readdirSync(backups).map((name) => join(backups, name));
      for (const path of [file, `${file}-wal`, `${file}-shm`, ...copies]) {
        expect((statSync(path).mode & 0o077).toString(8), path).toBe('0');
      }
      expect(copies).toHaveLength(1);
      await close();
    },
  );

  test('keeps the last five backups, and what is not one', async () => {
    await migrate(defaultMigrationsFolder());
    mkdirSync(paths().backups);
    writeFileSync(join(paths().backups, 'mine.db'), '');
    const added: Record<string, string> = {};
    for (let i = 1; i <= 7; i++) {
      added[`more_${i}`] = `CREATE TABLE more_${i} (id text)`;
      await migrate(variant('sqlite', ALL, added), BEFORE + i);
    }
    expect(backupsMade().sort()).toEqual([
      'mine.db',
      ...[3, 4, 5, 6, 7].map((i) => `muster-20260102T03040500${i}Z-before-more_${i}.db`),
    ]);
  });

  test('the agents that were there keep their columns, their versions and their words', async () => {
    await migrate(variant('sqlite', TAGS.indexOf('0006_identity_tags_and_bulk')));
    withDatabase(paths().file, (db) => db.exec(INSERT_PERSON + INSERT_AGENT));
    await migrate(defaultMigrationsFolder());
    withDatabase(paths().file, (db) => {
      expect(db.prepare('SELECT * FROM agents').get()).toMatchObject({
        id: 'a',
        origin_path: 'old/a.md',
        archived_at: 3,
        merged_into: 'b',
        body_tokens: 5,
        problems: '[]',
        facts_recipe: 0,
        search_text: 'unforgettable',
      });
      expect(db.prepare('SELECT agent_id FROM versions').pluck().all()).toEqual(['a']);
      const found = db.prepare("SELECT count(*) FROM agent_search WHERE agent_search MATCH 'unforgettable'");
      expect(found.pluck().get()).toBe(1);
      db.exec("UPDATE agents SET search_text = 'other'");
      expect(found.pluck().get()).toBe(0);
    });
  });

  test('rebuilding a table keeps the rows that refer to it', async () => {
    await migrate(defaultMigrationsFolder());
    withDatabase(paths().file, (db) => db.exec(INSERT_PERSON));
    await migrate(variant('sqlite', ALL, { next_rebuild: REBUILD_USERS }));
    withDatabase(paths().file, (db) => {
      expect(db.prepare('SELECT user_id FROM sessions').pluck().all()).toEqual(['u']);
      expect(db.prepare('SELECT locale FROM users').pluck().all()).toEqual(['en']);
      expect(db.pragma('foreign_key_check')).toEqual([]);
    });
  });

  test.each([
    [
      'breaks references',
      "DELETE FROM users WHERE id = 'u'",
      /1 rows without what they refer to.*sessions → users/,
    ],
    ['fails half-way', 'CREATE TABLE half (id text); CREATE TABLE users (id text)', /"next_bad" failed/],
  ])('a migration that %s leaves the data as it was', async (_, sql, message) => {
    await migrate(defaultMigrationsFolder());
    withDatabase(paths().file, (db) => db.exec(INSERT_PERSON));
    await expect(migrate(variant('sqlite', ALL, { next_bad: sql }))).rejects.toThrow(message);
    withDatabase(paths().file, (db) => {
      expect(db.prepare('SELECT id FROM users').pluck().all()).toEqual(['u']);
      expect(db.prepare("SELECT name FROM sqlite_master WHERE name = 'half'").all()).toEqual([]);
    });
    expect(await migrate(defaultMigrationsFolder())).toEqual([]);
  });

  test('refuses a database that is newer, or of another line, and says what to do', async () => {
    const newer = variant('sqlite', ALL, { next_later: 'CREATE TABLE later (id text)' });
    await migrate(newer);
    const refused = migrate(defaultMigrationsFolder());
    await expect(refused).rejects.toThrow(
      /newer than this Muster.*"next_later".*Nothing was changed.*backup/,
    );
    await expect(openStore({ dataDir: join(folder, 'data') })).rejects.toThrow(/newer than this Muster/);
    const other = variant('sqlite', ALL, { next_other: 'CREATE TABLE other (id text)' });
    await expect(migrate(other)).rejects.toThrow(/another line of Muster.*"next_later".*"next_other"/);
    const altered = variant('sqlite', ALL, { next_later: 'CREATE TABLE later (id integer)' });
    await expect(migrate(altered)).rejects.toThrow(/another line of Muster/);
    expect(await migrate(newer)).toEqual([]);
  });

  test('does not mind line ends that a checkout turned', async () => {
    await migrate(variant('sqlite', ALL, { next_lines: 'CREATE TABLE lines (\n id text)' }));
    expect(
      await migrate(variant('sqlite', ALL, { next_lines: 'CREATE TABLE lines (\r\n id text)' })),
    ).toEqual([]);
  });

  test('says where it looked when there are no migrations', async () => {
    await expect(openStore({ dataDir: folder, migrationsFolder: folder })).rejects.toThrow(
      /No migrations in .*sqlite. Start Muster from its own folder/,
    );
  });

  test('every connection has its settings', async () => {
    const store = await openStore({ dataDir: folder });
    try {
      await makeAgent(store, await makeWorkspace(store), {});
      const settings = (q: unknown) => {
        const { $client } = q as { $client: Database.Database };
        const names = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'];
        return names.map((name) => $client.pragma(name, { simple: true }));
      };
      const expected = ['wal', 2, 1, 5000];
      expect(settings(store.read.q)).toEqual(expected);
      expect(await store.write(async (tx) => settings(tx.q))).toEqual(expected);
      await expect(async () => store.read.q.delete(store.read.t.settings)).rejects.toThrow(/readonly/);
    } finally {
      await store.close();
    }
  });

  test('names the engine that a URL asks for and it does not have', async () => {
    await expect(openStore({ url: 'mysql://localhost/x' })).rejects.toThrow(/has to start with postgres/);
  });
});

describe('SQLite, several processes', () => {
  let program: ChildProgram;
  beforeAll(async () => {
    program = await buildChild();
  });
  afterAll(() => program.remove());

  test('one migrates, the others wait', async () => {
    await migrate(variant('sqlite', 1));
    const input = { ...paths(), folder: defaultMigrationsFolder() };
    const children = [1, 2, 3, 4].map(() => program.start('migrate', input));
    await Promise.all(children.map(({ ended }) => ended));
    const said = children.map((child) => JSON.parse(child.lines()[0] ?? 'null') as string[]);
    expect(said.filter((tags) => tags.length > 0)).toEqual([TAGS.slice(1)]);
    expect(backupsMade()).toHaveLength(1);
  });

  test('one makes a fresh file, the others wait', async () => {
    const input = { ...paths(), folder: defaultMigrationsFolder() };
    const children = [1, 2, 3, 4].map(() => program.start('migrate', input));
    await Promise.all(children.map(({ ended }) => ended));
    const said = children.map((child) => JSON.parse(child.lines()[0] ?? 'null') as string[]);
    expect(said.filter((tags) => tags.length > 0)).toEqual([TAGS]);
  });
});

describe.runIf(TEST_POSTGRES_URL)('PostgreSQL', () => {
  let url: string;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    ({ url, drop } = await createPostgresDatabase(TEST_POSTGRES_URL));
  });
  afterEach(() => drop());

  const migratePg = (migrations: string) =>
    migratePostgresAt(url, { migrations: readMigrations(migrations, 'postgres'), now: NOW });

  async function query(sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  }

  test('of several that start at once, one migrates and the others wait', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => migratePg(defaultMigrationsFolder())));
    expect(all.filter((tags) => tags.length > 0)).toEqual([TAGS]);
  });

  test('brings an earlier state up to date, keeps the data, refuses a newer one', async () => {
    expect(await migratePg(variant('postgres', 1))).toEqual(TAGS.slice(0, 1));
    await query("INSERT INTO users VALUES ('u', 'ada@example.org', 'Ada', NULL, 1, 1)");
    const later = variant('postgres', ALL, { next_later: 'CREATE TABLE later (id text)' });
    expect(await migratePg(later)).toEqual([...TAGS.slice(1), 'next_later']);
    expect(await query('SELECT name FROM users')).toEqual([{ name: 'Ada' }]);
    await expect(migratePg(defaultMigrationsFolder())).rejects.toThrow(/newer than this Muster/);
  });

  test('finds what was there before the search index was made anew, and makes profiles of it', async () => {
    await migratePg(variant('postgres', 2));
    await query(earlierRows('postgres'));
    await findsEarlierAgents('postgres', { url });
  });

  test('a migration that fails leaves the data as it was', async () => {
    await migratePg(defaultMigrationsFolder());
    const bad = variant('postgres', ALL, {
      next_bad: 'CREATE TABLE half (id text); CREATE TABLE users (id text)',
    });
    await expect(migratePg(bad)).rejects.toThrow(/"next_bad" failed/);
    expect(await query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  });
});
