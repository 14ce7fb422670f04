/** How did an agent come to say what it says? */

import 'server-only';

import { setImmediate } from 'node:timers/promises';

import { notFound } from 'next/navigation';

import {
  type AgentWithText,
  type Db,
  getAgent,
  getLabel,
  getPublishingPolicy,
  getVersionByNumber,
  listLabelMoves,
  listLabels,
  listMergesInto,
  listUserNames,
  listVersionNames,
  listVersions,
  type VersionRow,
} from '@/db';
import {
  type HistoryAgent,
  type HistoryPage,
  type HistoryRow,
  type LabelsOfAgent,
  readVersionRef,
  type VersionDocument,
  type VersionRef,
} from '@/lib/contract';
import { can } from '@/lib/policy';

import type { Scope } from '../access';
import { safeStem } from '../export/file-names';
import { type HistoryQuery, isFoundBy, numberIn, readHistoryQuery } from '../history-query';
import { requireScope } from '../pages';
import { getStore } from '../store';

const MAX_PAGE = 50;
/** Older moves of labels are in the audit. */
const MAX_MOVES = 50;
/** A search looks at no more versions before it says what it found, and from where it goes on. */
const MOST_LOOKED = 2_000;

/** Which versions are asked for: those with a number below `before`, and of these what `query` finds. */
interface Asked {
  before?: number;
  query?: string;
}

/** Returns one page of an agent's versions, the newest first; null when the workspace has no such agent. */
export async function pageOfHistory(
  { workspaceId }: Scope,
  agentId: string,
  asked: Asked,
): Promise<HistoryPage | null> {
  const { read } = await getStore();
  const agent = await openAgent(read, workspaceId, agentId);
  if (!agent) return null;
  const key = { workspaceId, agentId };
  const isNumber = asked.before !== undefined && Number.isSafeInteger(asked.before) && asked.before > 0;
  const before = isNumber ? asked.before : undefined;
  const query = readHistoryQuery(asked.query ?? '');
  const { rows, next } = await findVersions(read, key, before, query);
  const meant = before === undefined ? await namedVersion(read, key, query) : [];
  const versions = await historyRows(read, key, [...meant, ...rows]);
  return { versions, headId: agent.version.versionId, next };
}

/** The version whose number is looked for: v7 comes before v79, and not once more. */
async function namedVersion(read: Db, key: AgentKey, query: HistoryQuery): Promise<VersionRow[]> {
  const number = numberIn(query);
  if (number === null || !Number.isSafeInteger(number)) return [];
  const rows = await listVersions(read, { ...key, before: number + 1, limit: 1 });
  return rows.filter((row) => row.number === number);
}

/** Goes down from a number until there is a page of what is looked for; `next` is where the rest begins. */
async function findVersions(read: Db, key: AgentKey, before: number | undefined, query: HistoryQuery) {
  const [isAll, named] = [query.length === 0, numberIn(query)];
  const labels = isAll ? [] : await listLabels(read, key);
  const found: VersionRow[] = [];
  let last = before;
  for (let looked = 0; looked < MOST_LOOKED; ) {
    const limit = isAll ? MAX_PAGE + 1 : 500;
    const rows = await listVersions(read, { ...key, ...(last !== undefined && { before: last }), limit });
    for (const row of rows) {
      if (found.length === MAX_PAGE) return { rows: found, next: last ?? null };
      last = row.number;
      const carried = labels.filter(({ versionId }) => versionId === row.versionId);
      const said = { ...row, labels: carried.map(({ name }) => name) };
      if (row.number !== named && (isAll || isFoundBy(query, said))) found.push(row);
    }
    if (rows.length < limit) return { rows: found, next: null };
    looked += rows.length;
    await setImmediate();
  }
  return { rows: found, next: last ?? null };
}

async function openAgent(read: Db, workspaceId: string, agentId: string): Promise<AgentWithText | null> {
  const agent = await getAgent(read, { workspaceId, agentId });
  return agent && agent.deletedAt === null ? agent : null;
}

interface AgentKey {
  workspaceId: string;
  agentId: string;
}

/** What the history says of versions beside their texts. */
async function historyRows(read: Db, key: AgentKey, rows: readonly VersionRow[]): Promise<HistoryRow[]> {
  const { workspaceId } = key;
  const versionIds = rows.flatMap(({ parents }) => parents);
  const names = await listVersionNames(read, { workspaceId, versionIds });
  const nameOf = new Map(names.map((name) => [name.versionId, name]));
  const made = await listMergesInto(read, key);
  const mergeOf = new Map(made.map(({ versionId, mergeId }) => [versionId, mergeId]));
  const labels = await listLabels(read, key);
  const people = await listUserNames(read, { userIds: rows.flatMap(({ authors }) => authors) });
  return rows.map(({ versionId, number, savedAt, savedBy, savedById, authors, message, parents }) => ({
    ...{ versionId, number, savedAt, savedBy, savedById, message },
    others: authors.flatMap((id) => {
      const name = id === savedById ? undefined : people.get(id);
      return name === undefined ? [] : { id, name };
    }),
    parents: parents.flatMap((id) => nameOf.get(id) ?? []),
    mergeId: mergeOf.get(versionId) ?? null,
    labels: labels.filter((label) => label.versionId === versionId).map(({ name }) => name),
  }));
}

/** Returns an agent as the page of its history shows it; a 404 when it is in the bin or in another workspace. */
export async function requireHistory(slug: string, agentId: string): Promise<HistoryAgent> {
  const scope = await requireScope(slug, 'agent:read');
  const { read } = await getStore();
  const agent = await openAgent(read, scope.workspaceId, agentId);
  return agent ? historyAgent(read, scope, agent) : notFound();
}

/** Returns one version by its number or a label; a 404 when there is none. */
export async function requireVersion(slug: string, agentId: string, asked: string): Promise<VersionDocument> {
  const scope = await requireScope(slug, 'agent:read');
  return (await openVersion(scope, agentId, asked)) ?? notFound();
}

async function historyAgent(read: Db, scope: Scope, agent: AgentWithText): Promise<HistoryAgent> {
  const { role, workspaceId, slug } = scope;
  const policy = await getPublishingPolicy(read, { workspaceId });
  const isOpen = agent.archivedAt === null;
  return {
    id: agent.id,
    workspace: slug,
    title: agent.title,
    head: agent.version,
    rights: {
      restore: isOpen && can(role, 'agent:save'),
      label: can(role, 'agent:label'),
      publish: can(role, 'agent:publish') && !policy?.enabled,
    },
  };
}

/** Returns where the labels of an agent stand and how they came there; null when the workspace has no such agent. */
export async function labelsOfAgent({ workspaceId }: Scope, agentId: string): Promise<LabelsOfAgent | null> {
  const { read } = await getStore();
  if (!(await openAgent(read, workspaceId, agentId))) return null;
  const labels = await listLabels(read, { workspaceId, agentId });
  return { labels, moves: await listLabelMoves(read, { workspaceId, agentId, limit: MAX_MOVES }) };
}

/** Returns one version by its number or by a label that it carries, as addresses say it; null when there is none. */
export async function openVersion(
  scope: Scope,
  agentId: string,
  asked: string,
): Promise<VersionDocument | null> {
  const { workspaceId } = scope;
  const { read } = await getStore();
  const ref = readVersionRef(asked);
  const agent = await openAgent(read, workspaceId, agentId);
  const found = ref && agent && (await findVersion(read, { workspaceId, agentId }, ref));
  if (!agent || !found) return null;
  const { text, ...row } = found;
  const [version] = await historyRows(read, { workspaceId, agentId }, [row]);
  if (!version) return null;
  return {
    agent: await historyAgent(read, scope, agent),
    version,
    text,
    fileName: `${safeStem(agent.title)}.md`,
    former: row.number > 1 ? row.number - 1 : null,
    next: row.number < agent.version.number ? row.number + 1 : null,
  };
}

/** Returns the version of an agent that is meant, with its text; null when there is none. */
export async function findVersion(read: Db, key: AgentKey, ref: VersionRef) {
  if ('number' in ref) return getVersionByNumber(read, { ...key, number: ref.number });
  const label = await getLabel(read, { ...key, name: ref.label });
  return label && getVersionByNumber(read, { ...key, number: label.number });
}
