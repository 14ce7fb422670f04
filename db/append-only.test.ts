import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { expect, it } from 'vitest';

const ROOMS = ['db', 'lib', 'app', 'cli', 'scripts', 'drizzle'];

/** What changes or removes rows of the audit, or takes away what guards them; by the builder and in SQL. */
const CHANGES = [
  /\.(update|delete)\(\s*[\w.]*\.?audit(Events|Subjects)\b/,
  /\b(update|delete\s+from|replace\s+into|truncate(\s+table)?|drop\s+table|rename\s+to)\s+["'`]?audit_/i,
  /drop\s+trigger[^;]*audit_/i,
  /disable\s+trigger|session_replication_role/i,
];

/** Also before a driver: SQLite's triggers know nothing of a row that `OR REPLACE` puts in the place of another. */
const REPLACES = /insert\s+or\s+replace/i;

function sources(): { file: string; text: string }[] {
  return ROOMS.flatMap((room) =>
    readdirSync(resolve(room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx|mjs|sql)$/.test(file) && !/\.test\.tsx?$|(^|\/)testing\//.test(file))
      .map((file) => join(room, file))
      .map((file) => ({ file, text: readFileSync(file, 'utf8') })),
  );
}

it('changes no row of the audit, and removes none', () => {
  const all = sources();
  // The two that add rows, so that it is known that the sources were read.
  const adding = all.filter(({ text }) => /\.insert\(t\.audit(Events|Subjects)\)/.test(text));
  expect(adding.map(({ file }) => file)).toEqual(['db/queries/audit.ts']);
  const changing = all.filter(({ text }) => [...CHANGES, REPLACES].some((pattern) => pattern.test(text)));
  expect(changing.map(({ file }) => file)).toEqual([]);
});
