/** What would a change of many agents do, and which were done? */

import 'server-only';

import type { z } from 'zod';

import {
  type AgentHead,
  type Db,
  listAgentHeads,
  listVersionTexts,
  listBulkChanges as selectBulkChanges,
} from '@/db';
import type { BulkChange } from '@/lib/bulk';
import type {
  agentChoice,
  BulkDetail,
  BulkPage,
  BulkPreview,
  BulkPreviewLine,
  bulkDetailInput,
} from '@/lib/contract';

import type { Scope } from '../access';
import { askBulk, requireSound } from '../bulk-jobs';
import { listChosenIds } from '../chosen-agents';
import { notFoundFailure } from '../failure';
import { requirePoint } from '../limits';
import { requireScope } from '../pages';
import { getStore } from '../store';

const MAX_PAGE = 50;
/** Agents that are planned at once; each may have 1 MiB. */
const BATCH = 32;
/** Batches that are read and planned while the one before is sent. */
const AHEAD = 3;

/** Returns one page of the changes of many, the last first. */
export async function listBulkChanges(slug: string, query: { offset?: number } = {}): Promise<BulkPage> {
  return pageOfBulkChanges(await requireScope(slug, 'agent:read'), query);
}

/** As `listBulkChanges`, for whoever has a scope. */
export async function pageOfBulkChanges(
  { workspaceId }: Scope,
  { offset: asked = 0 }: { offset?: number },
): Promise<BulkPage> {
  const { read } = await getStore();
  const offset = Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
  const rows = await selectBulkChanges(read, { workspaceId, offset, limit: MAX_PAGE + 1 });
  return { changes: rows.slice(0, MAX_PAGE), next: rows.length > MAX_PAGE ? offset + MAX_PAGE : null };
}

/** Returns the chosen agents that are in use, by their titles. Throws when the choice or the change cannot be. */
export async function headsToChange(
  scope: Scope,
  { choice, change }: { choice: z.output<typeof agentChoice>; change: BulkChange },
): Promise<AgentHead[]> {
  await requirePoint('bulk-preview', scope.user.id);
  requireSound(change);
  const { read } = await getStore();
  const { workspaceId } = scope;
  const agentIds = await listChosenIds(read, scope, choice, Date.now());
  const heads = await listAgentHeads(read, { workspaceId, agentIds });
  return heads
    .filter(({ deletedAt, archivedAt }) => deletedAt === null && archivedAt === null)
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

interface Stream {
  send: (line: BulkPreviewLine) => Promise<void>;
  signal: AbortSignal;
}

/** Sends what the change would make of each of these agents, in their order. */
export async function streamBulkPreview(
  scope: Scope,
  { heads, change }: { heads: readonly AgentHead[]; change: BulkChange },
  { send, signal }: Stream,
): Promise<void> {
  const { read } = await getStore();
  await send({ kind: 'total', total: heads.length });
  // When one batch fails, those that were begun behind it end, too.
  const failed = new AbortController();
  const plan = (some: readonly AgentHead[]) =>
    planned(read, scope, some, change, AbortSignal.any([signal, failed.signal]));
  const ahead: Promise<BulkPreview[]>[] = [];
  const sendFirst = async () => send({ kind: 'agents', agents: (await ahead.shift()) ?? [] });
  try {
    for (let at = 0; at < heads.length; at += BATCH) {
      const batch = plan(heads.slice(at, at + BATCH));
      batch.catch(() => undefined);
      ahead.push(batch);
      if (ahead.length === AHEAD) await sendFirst();
    }
    while (ahead.length > 0) await sendFirst();
  } catch (error) {
    failed.abort();
    throw error;
  }
  await send({ kind: 'done' });
}

async function planned(
  read: Db,
  { workspaceId, user }: Scope,
  heads: readonly AgentHead[],
  change: BulkChange,
  signal: AbortSignal,
): Promise<BulkPreview[]> {
  const versionIds = heads.map(({ headId }) => headId);
  const rows = await listVersionTexts(read, { workspaceId, versionIds });
  const textOf = new Map(rows.map(({ versionId, text }) => [versionId, text]));
  // Somebody may have removed one for good in the meantime.
  const there = heads.filter(({ headId }) => textOf.has(headId));
  const texts = there.map(({ headId }) => textOf.get(headId) ?? '');
  const plans = await askBulk('preview', { change, texts }, { userId: user.id, signal });
  return there.flatMap(({ agentId, title, headId: versionId }, at) => {
    const plan = plans[at];
    return plan ? [{ agentId, title, versionId, ...plan }] : [];
  });
}

/** Returns all lines that the change would make come and go in one agent, and the places that were found. */
export async function detailOfBulk(
  scope: Scope,
  { agentId, versionId, change, skip }: z.output<typeof bulkDetailInput>,
  signal: AbortSignal,
): Promise<BulkDetail> {
  await requirePoint('bulk-preview', scope.user.id);
  requireSound(change);
  const { read } = await getStore();
  const [row] = await listVersionTexts(read, { workspaceId: scope.workspaceId, versionIds: [versionId] });
  if (!row || row.agentId !== agentId) throw notFoundFailure();
  return askBulk('detail', { change, text: row.text, skip }, { userId: scope.user.id, signal });
}
