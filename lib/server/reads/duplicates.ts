/** Which agents of a workspace are alike, and why? */

import 'server-only';

import {
  getAgent,
  getDistinctPair,
  getMemberRole,
  listAgents,
  listAgentsById,
  listDistinctPairs,
} from '@/db';
import {
  type AgentRow,
  type DuplicateCluster,
  type DuplicateMember,
  type DuplicatesLine,
  MAX_MATRIX_MEMBERS,
  type PairAnswer,
  type SimilarAgent,
  type SimilarInput,
} from '@/lib/contract';
import type { ScoredCluster, SimilarityJobs } from '@/lib/workers/protocol';

import type { Scope } from '../access';
import { clusterId, clusterTitle, savingsOf } from '../duplicate-clusters';
import { notFoundFailure } from '../failure';
import { requirePoint } from '../limits';
import { askIndex } from '../similarity-index';
import { getStore } from '../store';
import { inWords } from '../threads/fault';
import { getThreads } from '../threads/threads';
import { inTurn } from '../turns';

const CLUSTERS_LIMIT_MS = 5 * 60_000;
const PAIR_LIMIT_MS = 20_000;
const NEIGHBOURS_LIMIT_MS = 60_000;
/** As many as somebody looks at beside a form. */
const MAX_SIMILAR = 5;
/** Lines of at most this many clusters, so that the first is on its way while the next is made. */
const CLUSTERS_A_LINE = 50;
/** Of the list only its length is asked for. */
const NO_ROWS = { offset: 0, limit: 0 };

interface Stream {
  send: (line: DuplicatesLine) => Promise<void>;
  signal: AbortSignal;
}

/**
 * Sends what is alike in a workspace: progress, the clusters of copies as soon as texts are compared, then the others, each
 * time those first that save most, then the end.
 */
export async function streamDuplicates(scope: Scope, { send, signal }: Stream): Promise<void> {
  const { workspaceId } = scope;
  const { read } = await getStore();
  const dismissed = await listDistinctPairs(read, { workspaceId });
  // Progress is not waited for: a reader that is slow misses nothing by a late line.
  const report = (step: 'reading' | 'comparing') => (progress: { done: number; total: number }) => {
    send({ kind: 'progress', step, ...progress }).catch(() => undefined);
  };
  const tell = createTeller(scope, send);
  let told = Promise.resolve();
  const onPart = ({ copies, ...progress }: SimilarityJobs['clusters']['part']) => {
    report('comparing')(progress);
    if (copies) told = told.then(() => tell(copies));
    told.catch(() => undefined);
  };
  const distinct = dismissed.map(({ a, b }): [string, string] => [a.agentId, b.agentId]);
  const found = await askIndex(
    'clusters',
    { workspaceId, distinct, matrixUpTo: MAX_MATRIX_MEMBERS },
    { signal, onProgress: report('reading'), onPart, limitMs: CLUSTERS_LIMIT_MS },
  );
  await told;
  await tell(found);
  const { total: agents } = await listAgents(read, { workspaceId, ...NO_ROWS });
  await send({ kind: 'done', agents, dismissed });
}

/** Returns what sends clusters: of those that were sent before only what has changed. */
function createTeller({ workspaceId, user }: Scope, send: Stream['send']) {
  const sent = new Map<string, DuplicateCluster>();
  return async (found: readonly ScoredCluster[]): Promise<void> => {
    const { read } = await getStore();
    // The search may have taken minutes: whoever was removed meanwhile sees nothing of what it found.
    if (!(await getMemberRole(read, { workspaceId, userId: user.id }))) throw notFoundFailure();
    const agentIds = found.flatMap(({ members }) => members);
    const all = withMembers(found, await listAgentsById(read, { workspaceId, agentIds }));
    const ids = new Set(all.map(({ id }) => id));
    const gone = [...sent.keys()].filter((id) => !ids.has(id));
    const fresh = all.filter((cluster) => !isEqual(cluster, sent.get(cluster.id)));
    if (gone.length > 0) await send({ kind: 'clusters', clusters: [], gone });
    for (let at = 0; at < fresh.length; at += CLUSTERS_A_LINE)
      await send({ kind: 'clusters', clusters: fresh.slice(at, at + CLUSTERS_A_LINE), gone: [] });
    sent.clear();
    for (const cluster of all) sent.set(cluster.id, cluster);
  };
}

const isEqual = (one: DuplicateCluster, other: DuplicateCluster | undefined): boolean =>
  other !== undefined && JSON.stringify(one) === JSON.stringify(other);

/** The clusters with what is shown of their members, the greatest saving first. */
function withMembers(found: readonly ScoredCluster[], rows: readonly AgentRow[]): DuplicateCluster[] {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const clusters = found.flatMap((cluster): DuplicateCluster[] => {
    const members = cluster.members.flatMap((id) => rowOf.get(id) ?? []);
    // Somebody removed one since the index was asked: the next look has the cluster as it is then.
    if (members.length !== cluster.members.length) return [];
    const { tier, score, reasons, scores } = cluster;
    return [
      {
        id: clusterId(cluster.members),
        title: clusterTitle(members),
        ...{ tier, score, reasons, scores },
        members: members.map(memberOf),
        ...savingsOf(members),
      },
    ];
  });
  return clusters.sort(
    (a, b) => b.rosterTokens - a.rosterTokens || b.hiddenAgents - a.hiddenAgents || (a.id < b.id ? -1 : 1),
  );
}

function memberOf(row: AgentRow): DuplicateMember {
  const { id: agentId, title, name, description, model, loads, hidden } = row;
  const { descriptionTokens, bodyTokens, updatedAt } = row;
  return {
    ...{ agentId, title, name, description, model, loads, hidden, descriptionTokens, bodyTokens, updatedAt },
  };
}

/** Returns the evidence for a pair; null when one of them is not in the workspace, or not in use. */
export async function pairEvidence(
  { workspaceId, user }: Scope,
  pair: readonly [string, string],
  signal: AbortSignal,
): Promise<PairAnswer | null> {
  await requirePoint('compare', user.id);
  const { read } = await getStore();
  const [a, b] = await Promise.all(pair.map((agentId) => getAgent(read, { workspaceId, agentId })));
  if (!a || !b || a.id === b.id) return null;
  if (a.deletedAt !== null || b.deletedAt !== null) return null;
  const dismissed = await getDistinctPair(read, { workspaceId, pair });
  const { texts } = getThreads();
  // The figure is the one of the matrix: rarity depends on what else the workspace holds.
  const ids = { workspaceId, a: a.id, b: b.id };
  const score = await askIndex('score', ids, { signal, limitMs: PAIR_LIMIT_MS });
  const sides = { a: a.text, b: b.text, score };
  const explain = () => texts.run('explain', sides, { signal, limitMs: PAIR_LIMIT_MS });
  const evidence = await inWords(inTurn('texts', user.id, explain, signal));
  return {
    a: { agentId: a.id, title: a.title, text: a.text },
    b: { agentId: b.id, title: b.title, text: b.text },
    evidence,
    dismissed,
  };
}

/** Returns the agents that are most like a text that is being written, the most alike first. */
export async function similarAgents(
  { workspaceId, user }: Scope,
  { text, except }: SimilarInput,
  signal: AbortSignal,
): Promise<SimilarAgent[]> {
  await requirePoint('similar', user.id);
  const { read } = await getStore();
  const found = await askIndex(
    'neighbours',
    { workspaceId, text, except: except ?? null, limit: MAX_SIMILAR },
    { signal, limitMs: NEIGHBOURS_LIMIT_MS },
  );
  const agentIds = found.map(({ agentId }) => agentId);
  const rows = new Map((await listAgentsById(read, { workspaceId, agentIds })).map((row) => [row.id, row]));
  return found.flatMap((neighbour) => {
    const row = rows.get(neighbour.agentId);
    return row ? [{ ...neighbour, title: row.title, description: row.description }] : [];
  });
}
