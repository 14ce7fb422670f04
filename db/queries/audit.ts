/** What happened in a workspace, and who did it? */

import { setImmediate } from 'node:timers/promises';

import { and, desc, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';

import { inBatches } from '../batches';
import type { Db, Tx } from '../database';
import { newId } from '../id';
import type { AuditDetails, AuditOutcome } from '../schema/audit-events';
import type { Tables } from '../schema/tables';

export type AuditEvent = Tables['auditEvents']['$inferSelect'];

export interface NewAuditEvent {
  /** Noun and past verb: `agent.saved`. */
  event: string;
  outcome?: AuditOutcome;
  workspaceId?: string | null;
  actorId?: string | null;
  subjectId?: string | null;
  address?: string | null;
  details?: AuditDetails;
  now: number;
}

/** Adds an event; nothing ever changes or removes one. One about several agents is found from each of them. */
export async function appendAuditEvent({ q, t }: Tx, input: NewAuditEvent): Promise<void> {
  const id = newId(input.now);
  const { now: at, workspaceId = null, subjectId = null, details = {} } = input;
  await q.insert(t.auditEvents).values({
    ...{ id, at, workspaceId, subjectId, details, event: input.event },
    outcome: input.outcome ?? 'done',
    actorId: input.actorId ?? null,
    address: input.address ?? null,
  });
  const { agents } = details;
  if (workspaceId === null || subjectId !== null || !Array.isArray(agents)) return;
  for (const ids of inBatches([...new Set(agents)])) {
    await q
      .insert(t.auditSubjects)
      .values(ids.map((agent) => ({ workspaceId, subjectId: agent, at, eventId: id })));
  }
}

/** The newest first; those of a workspace, or with null those that concern none. */
export async function listAuditEvents(
  { q, t }: Db,
  page: { workspaceId: string | null; event?: string; offset: number; limit: number },
): Promise<AuditEvent[]> {
  const scope =
    page.workspaceId === null
      ? isNull(t.auditEvents.workspaceId)
      : eq(t.auditEvents.workspaceId, page.workspaceId);
  return await q
    .select()
    .from(t.auditEvents)
    .where(and(scope, page.event === undefined ? undefined : eq(t.auditEvents.event, page.event)))
    .orderBy(desc(t.auditEvents.at), desc(t.auditEvents.id))
    .limit(page.limit)
    .offset(page.offset);
}

/** Returns the ids of what happened in a workspace since a moment. */
export async function listAuditIdsSince(
  { q, t }: Db,
  { workspaceId, since }: { workspaceId: string; since: number },
): Promise<string[]> {
  const rows = await q
    .select({ id: t.auditEvents.id })
    .from(t.auditEvents)
    .where(and(eq(t.auditEvents.workspaceId, workspaceId), gte(t.auditEvents.at, since)));
  return rows.map(({ id }) => id);
}

/** A place in the order of the audit: what comes after it is older. */
export interface AuditPlace {
  at: number;
  id: string;
}

export interface AuditQuery {
  workspaceId: string;
  /** What it is about: an agent, a merge, a person. */
  subjectId?: string | undefined;
  actorId?: string | undefined;
  /** One of these events; all of them without. */
  events?: readonly string[] | undefined;
  outcome?: AuditOutcome | undefined;
  /** By one of these people, or about one of these things: what a search for names has found. */
  named?: readonly string[] | undefined;
  /** From this moment on, in integer milliseconds, and before that one. */
  since?: number | undefined;
  until?: number | undefined;
}

export interface AuditPage {
  rows: AuditEvent[];
  /** Where the next page begins; null when there is none. It is also set when too many rows were looked at in vain. */
  next: AuditPlace | null;
}

/** Rows that the queries of one page look at, one after another: nobody waits behind a filter that lets nothing through. */
const WINDOWS = [500, ...Array.from({ length: 10 }, () => 10_000)];

/**
 * Returns a page of the audit, the newest first. It is found along an index, whatever the filter; where the rest of the
 * filter lets little through, it ends after 100,000 rows that were looked at, and `next` goes on from there.
 */
export async function pageOfAudit(
  db: Db,
  query: AuditQuery,
  { before, limit }: { before: AuditPlace | null; limit: number },
): Promise<AuditPage> {
  if (query.subjectId !== undefined) return pageOfSubject(db, query, { before, limit });
  const { driving, rest } = conditions(db, query);
  if (!rest) return cut(await select(db, and(driving, olderThan(db, before)), limit + 1), limit);
  const rows: AuditEvent[] = [];
  let place = before;
  for (const size of WINDOWS) {
    const end = await endOfWindow(db, and(driving, olderThan(db, place)), size);
    const within = and(driving, olderThan(db, place), end ? notOlderThan(db, end) : undefined, rest);
    rows.push(...(await select(db, within, limit + 1 - rows.length)));
    if (rows.length > limit || !end) return cut(rows, limit);
    place = end;
    await setImmediate();
  }
  return { rows, next: place };
}

/** What is about one thing is little: it is read whole along its two indexes, from the place on. */
async function pageOfSubject(
  db: Db,
  { subjectId = '', ...query }: AuditQuery,
  { before, limit }: { before: AuditPlace | null; limit: number },
): Promise<AuditPage> {
  const { t } = db;
  const { driving, rest } = conditions(db, query);
  const where = and(driving, rest, olderThan(db, before));
  const own = await select(db, and(where, eq(t.auditEvents.subjectId, subjectId)), limit + 1);
  const shared = await db.q
    .select({ event: t.auditEvents })
    .from(t.auditSubjects)
    .innerJoin(t.auditEvents, eq(t.auditEvents.id, t.auditSubjects.eventId))
    .where(
      and(
        eq(t.auditSubjects.workspaceId, query.workspaceId),
        eq(t.auditSubjects.subjectId, subjectId),
        before ? lte(t.auditSubjects.at, before.at) : undefined,
        where,
      ),
    )
    .orderBy(desc(t.auditSubjects.at), desc(t.auditSubjects.eventId))
    .limit(limit + 1);
  const rows = [...own, ...shared.map(({ event }) => event)];
  rows.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  return cut(rows, limit);
}

function cut(rows: AuditEvent[], limit: number): AuditPage {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: rows.length > limit && last ? { at: last.at, id: last.id } : null };
}

/**
 * The condition that an index answers, and the others. Only one: which index an engine takes for several is its own
 * guess, and a wrong one sorts a million rows.
 */
function conditions({ t }: Db, query: AuditQuery): { driving: SQL | undefined; rest: SQL | undefined } {
  const { events, actorId, outcome, named, since, until } = query;
  const asked = [
    { column: sql`${t.auditEvents.event}`, value: events?.length === 1 ? events[0] : events },
    { column: sql`${t.auditEvents.outcome}`, value: outcome },
    { column: sql`${t.auditEvents.actorId}`, value: actorId },
  ].filter(({ value }) => value !== undefined);
  // What most rows are is no help to find them.
  const first = asked.find(({ value }) => typeof value === 'string' && value !== 'done');
  const rest = asked
    .filter((each) => each !== first)
    .map(({ column, value = '' }) =>
      inArray(plain(column), typeof value === 'string' ? [value] : [...value]),
    );
  const ids = named && [...named];
  return {
    driving: and(
      eq(t.auditEvents.workspaceId, query.workspaceId),
      first && sql`${first.column} = ${first.value}`,
      since === undefined ? undefined : gte(t.auditEvents.at, since),
      until === undefined ? undefined : lt(t.auditEvents.at, until),
    ),
    rest: and(
      ...rest,
      ids && or(inArray(plain(t.auditEvents.actorId), ids), inArray(plain(t.auditEvents.subjectId), ids)),
    ),
  };
}

/** The value of a column as no index knows it. */
const plain = (column: unknown): SQL => sql`(${column} || '')`;

/** The first comparison is one that an index can begin at. */
function olderThan({ t }: Db, place: AuditPlace | null): SQL | undefined {
  const { at, id } = t.auditEvents;
  return place ? and(lte(at, place.at), or(lt(at, place.at), lt(id, place.id))) : undefined;
}

function notOlderThan({ t }: Db, place: AuditPlace): SQL | undefined {
  const { at, id } = t.auditEvents;
  return and(gte(at, place.at), or(sql`${at} > ${place.at}`, gte(id, place.id)));
}

function select({ q, t }: Db, where: SQL | undefined, limit: number): Promise<AuditEvent[]> {
  const { auditEvents } = t;
  const order = [desc(auditEvents.at), desc(auditEvents.id)];
  return q
    .select()
    .from(auditEvents)
    .where(where)
    .orderBy(...order)
    .limit(limit) as unknown as Promise<AuditEvent[]>;
}

/** The last row of the next window; null when the rows that are left do not fill one. */
async function endOfWindow({ q, t }: Db, where: SQL | undefined, size: number): Promise<AuditPlace | null> {
  const { auditEvents } = t;
  const [end] = await q
    .select({ at: auditEvents.at, id: auditEvents.id })
    .from(auditEvents)
    .where(where)
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(1)
    .offset(size - 1);
  return end ?? null;
}
