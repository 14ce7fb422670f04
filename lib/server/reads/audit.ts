/** What happened in a workspace, refused attempts and addresses included? */

import 'server-only';

import {
  type AuditEvent,
  type AuditPlace,
  type AuditQuery,
  type Db,
  listAuditActors,
  listIdsNamed,
  pageOfAudit,
} from '@/db';
import {
  type AuditFilter,
  type AuditRow,
  type AuditRows,
  auditFilter,
  type RecordedPerson,
} from '@/lib/contract';

import { showHidden } from '@/lib/text';

import type { Scope } from '../access';
import { requireScope } from '../pages';
import { placeInWords, tellRows } from '../records';
import { getStore } from '../store';

const PAGE = 50;
/** Rows that an export reads at once. */
const EXPORT_PAGE = 500;
const DAY_MS = 86_400_000;
/** What is too long for a row of the page is cut; exports have it whole. */
const MOST_DETAILS = 400;

export interface Audit {
  page: AuditRows;
  people: RecordedPerson[];
  filter: Omit<AuditFilter, 'before'>;
}

/** Returns what happened, the last first, for the page that asks for it. */
export async function listAudit(slug: string, asked: Record<string, unknown>): Promise<Audit> {
  const scope = await requireScope(slug, 'audit:read');
  const { read } = await getStore();
  const { before: _before, ...filter } = auditFilter.parse(asked);
  return {
    page: await pageOfAuditRows(scope, asked),
    people: await listAuditActors(read, scope),
    filter,
  };
}

/** As `listAudit`, for whoever has a scope. */
export async function pageOfAuditRows(
  { workspaceId }: Scope,
  asked: Record<string, unknown>,
): Promise<AuditRows> {
  const filter = auditFilter.parse(asked);
  const { read } = await getStore();
  const query = await queryOf(read, workspaceId, filter);
  const { rows, next } = await pageOfAudit(read, query, { before: filter.before ?? null, limit: PAGE });
  const told = await tellAudit(read, workspaceId, rows);
  const cut = (text: string) => (text.length > MOST_DETAILS ? `${text.slice(0, MOST_DETAILS)}…` : text);
  return {
    rows: told.map((row) => ({ ...row, details: cut(row.details) })),
    next: placeInWords(next),
  };
}

/** What had happened at a moment. */
export interface AuditMoment {
  at: number;
  hasHappened: (event: { id: string; at: number }) => boolean;
}

/**
 * Yields all rows that the filter lets through, the newest first, a few hundred in memory at a time; what happens while
 * it is read, the row of the export among it, is not in it.
 */
export async function* streamAudit(
  { workspaceId }: Scope,
  asked: Record<string, unknown>,
  { at, hasHappened }: AuditMoment = { at: Date.now() - 1, hasHappened: () => true },
): AsyncGenerator<AuditRow[]> {
  const { read } = await getStore();
  const query = await queryOf(read, workspaceId, auditFilter.parse(asked));
  const fixed = { ...query, until: Math.min(query.until ?? Number.MAX_SAFE_INTEGER, at + 1) };
  let before: AuditPlace | null = null;
  do {
    const page: { rows: AuditEvent[]; next: AuditPlace | null } = await pageOfAudit(read, fixed, {
      before,
      limit: EXPORT_PAGE,
    });
    const rows = page.rows.filter(hasHappened);
    if (rows.length > 0) yield await tellAudit(read, workspaceId, rows);
    before = page.next;
  } while (before);
}

async function queryOf(read: Db, workspaceId: string, filter: AuditFilter): Promise<AuditQuery> {
  const { by, event, outcome, from, to, q } = filter;
  const text = q?.trim();
  return {
    workspaceId,
    ...{ actorId: by, outcome },
    events: event === undefined ? undefined : [event],
    named: text ? await listIdsNamed(read, { workspaceId, text }) : undefined,
    since: from === undefined ? undefined : Date.parse(from),
    until: to === undefined ? undefined : Date.parse(to) + DAY_MS,
  };
}

async function tellAudit(read: Db, workspaceId: string, rows: readonly AuditEvent[]): Promise<AuditRow[]> {
  const told = await tellRows(read, { workspaceId, rows });
  return told.map((row, at) => {
    const { event, outcome, address, details } = rows[at] as AuditEvent;
    return { ...row, event, outcome, address, details: showHidden(JSON.stringify(details)) };
  });
}
