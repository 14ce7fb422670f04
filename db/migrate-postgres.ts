/** How does a PostgreSQL database come up to date? Locked and in one transaction; backups are its operator's. */

import { Client } from 'pg';

import { type AppliedMigration, type Migration, MigrationError, pendingMigrations } from './migrations';

/** Any number that no other program would lock by chance: "muster" in ASCII. */
const LOCK = '120364946777458';

const JOURNAL = `CREATE TABLE IF NOT EXISTS muster_migrations (
  position bigint PRIMARY KEY, tag text NOT NULL, hash text NOT NULL, applied_at bigint NOT NULL
)`;

/** What the runner needs of a connection; `exec` takes several statements. */
export interface PostgresConnection {
  exec(sql: string): Promise<unknown>;
  query(sql: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Applies what is missing and returns the tags of it. A second process waits; a failure changes nothing. */
export async function migratePostgres(
  connection: PostgresConnection,
  { migrations, now }: { migrations: Migration[]; now: number },
): Promise<string[]> {
  await connection.exec('BEGIN');
  try {
    await connection.exec(`SELECT pg_advisory_xact_lock(${LOCK})`);
    await connection.exec(JOURNAL);
    const { rows } = await connection.query('SELECT tag, hash FROM muster_migrations ORDER BY position', []);
    const applied = rows as AppliedMigration[];
    const pending = pendingMigrations(migrations, applied);
    for (const [index, { tag, hash, sql }] of pending.entries()) {
      await connection.exec(sql).catch((cause) => {
        throw new MigrationError(`Migration "${tag}" failed; the database is as it was before.`, { cause });
      });
      await connection.query('INSERT INTO muster_migrations VALUES ($1, $2, $3, $4)', [
        applied.length + index,
        tag,
        hash,
        now,
      ]);
    }
    await connection.exec('COMMIT');
    return pending.map(({ tag }) => tag);
  } catch (error) {
    await connection.exec('ROLLBACK');
    throw error;
  }
}

/** Opens one connection to `url`, migrates through it and closes it. */
export async function migratePostgresAt(
  url: string,
  options: { migrations: Migration[]; now: number },
): Promise<string[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await migratePostgres(
      { exec: (sql) => client.query(sql), query: (sql, values) => client.query(sql, values) },
      options,
    );
  } finally {
    await client.end();
  }
}
