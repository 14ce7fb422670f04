/** What is called by an id of the audit, and which ids does a name mean? */

import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';

import type { Named } from '@/lib/records';

import { inBatches } from '../batches';
import type { Db } from '../database';

/** Of each kind so many are looked for by a name. */
const MOST_FOUND = 20;

/**
 * Returns the names of those of these ids that the workspace has: agents, merges, templates; and of people by whom or
 * about whom it has an event or who are in it.
 */
export async function listAuditNames(
  db: Db,
  { workspaceId, ids }: { workspaceId: string; ids: readonly string[] },
): Promise<Map<string, Named>> {
  const { q, t } = db;
  const names = new Map<string, Named>();
  for (const some of inBatches([...new Set(ids)])) {
    for (const { kind, table } of kinds(db)) {
      const rows = await q
        .select({ id: table.id, text: table.title })
        .from(table)
        .where(and(eq(table.workspaceId, workspaceId), inArray(table.id, some)));
      for (const { id, text } of rows) names.set(id, { kind, text });
    }
    const people = await q
      .select({ id: t.users.id, text: t.users.name })
      .from(t.users)
      .where(inArray(t.users.id, some));
    for (const { id, text } of people) names.set(id, { kind: 'person', text });
  }
  return names;
}

/** Returns ids of what a workspace has whose name holds `text`, ignoring the case of ASCII letters. */
export async function listIdsNamed(
  db: Db,
  { workspaceId, text }: { workspaceId: string; text: string },
): Promise<string[]> {
  const { q, t } = db;
  const found: string[] = [];
  for (const { table } of kinds(db)) {
    const rows = await q
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.workspaceId, workspaceId), holds(sql`${table.title}`, text)))
      .orderBy(asc(table.id))
      .limit(MOST_FOUND);
    found.push(...rows.map(({ id }) => id));
  }
  const people = await q
    .select({ id: t.users.id })
    .from(t.memberships)
    .innerJoin(t.users, eq(t.users.id, t.memberships.userId))
    .where(and(eq(t.memberships.workspaceId, workspaceId), holds(sql`${t.users.name}`, text)))
    .orderBy(asc(t.users.id))
    .limit(MOST_FOUND);
  return [...found, ...people.map(({ id }) => id)];
}

const kinds = ({ t }: Db) =>
  [
    { kind: 'agent', table: t.agents },
    { kind: 'merge', table: t.merges },
    { kind: 'template', table: t.templates },
    { kind: 'proposal', table: t.proposals },
  ] as const;

function holds(column: SQL, text: string): SQL {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql`lower(${column}) like ${pattern} escape '\\'`;
}

/** Returns the people whose events can be asked for: the members, by name. */
export async function listAuditActors(
  { q, t }: Db,
  { workspaceId }: { workspaceId: string },
): Promise<{ userId: string; name: string }[]> {
  return await q
    .select({ userId: t.users.id, name: t.users.name })
    .from(t.memberships)
    .innerJoin(t.users, eq(t.users.id, t.memberships.userId))
    .where(eq(t.memberships.workspaceId, workspaceId))
    .orderBy(asc(t.users.name), asc(t.users.id));
}
