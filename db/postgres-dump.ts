/** How is a PostgreSQL database copied and put back? By the programs that come with it. */

import { spawn } from 'node:child_process';

import { Client } from 'pg';

/** `pg_dump` or `pg_restore` is not there, or said no; the message is what it said. */
export class DumpError extends Error {
  override name = 'DumpError';
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** Returns the tags of the migrations that the database has; none where it is not one of Muster. */
export async function appliedOnPostgres(url: string): Promise<string[]> {
  const [found] = await query<{ journal: string | null }>(
    url,
    "SELECT to_regclass('muster_migrations')::text AS journal",
  );
  if (!found?.journal) return [];
  const rows = await query<{ tag: string }>(url, 'SELECT tag FROM muster_migrations ORDER BY position');
  return rows.map(({ tag }) => tag);
}

/** Copies the database at `url` into one file, as it is when the copying begins. */
export async function dumpPostgres(url: string, file: string): Promise<void> {
  await run('pg_dump', url, ['--format=custom', '--no-owner', '--no-acl', `--file=${file}`]);
}

/** Puts such a file into the empty database at `url`: all of it, or nothing. */
export async function loadPostgres(url: string, file: string): Promise<void> {
  await run('pg_restore', url, ['--no-owner', '--no-acl', '--single-transaction', '--exit-on-error', file]);
}

/** The password goes through the environment: arguments are seen by everybody on the machine. */
function run(program: string, url: string, args: string[]): Promise<void> {
  const address = new URL(url);
  const password = decodeURIComponent(address.password);
  address.password = '';
  const child = spawn(program, [`--dbname=${address.href}`, ...args], {
    env: { ...process.env, ...(password && { PGPASSWORD: password }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', () => {
      reject(
        new DumpError(
          `${program} is not installed here. It comes with PostgreSQL (Debian, Ubuntu: postgresql-client), ` +
            'and has to be of the version of the server or newer.',
        ),
      );
    });
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new DumpError(`${program} failed: ${said.trim() || `exit code ${code}`}`));
    });
  });
}
