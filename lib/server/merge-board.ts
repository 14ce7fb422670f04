/** How does a merge stand: what are its sources now, what would they be as one, and what stands in the way? */

import 'server-only';

import {
  type Db,
  getFinishedProposal,
  listAgentHeads,
  listAgentNames,
  listPinnedVersions,
  type Merge,
  type PinnedVersion,
} from '@/db';
import { checkText, readAgentFile } from '@/lib/agent-file';
import type { MergeBoard, MergeSourceRow } from '@/lib/contract';
import type { Proposal } from '@/lib/merge';

import { mayIn, type Scope } from './access';
import { agentFacts } from './agent-facts';
import { Failure } from './failure';
import { proposalOf } from './proposals';
import { getStore } from './store';

/** Returns the board of a merge; of one that was finished, as it was finished. */
export async function mergeBoard(scope: Scope, merge: Merge, signal?: AbortSignal): Promise<MergeBoard> {
  const { read } = await getStore();
  const { workspaceId } = scope;
  const isDraft = merge.status === 'draft';
  const pinned = await listPinnedVersions(read, { workspaceId, sources: merge.sources });
  const finished = await getFinishedProposal(read, { workspaceId, mergeId: merge.mergeId });
  if (!finished && pinned.length === 0) throw nothingLeft(merge);
  const proposal = finished ?? (await proposalOf(merge, pinned, { userId: scope.user.id, signal }));
  const sources = sourceRows(merge, pinned, isDraft);
  const { mergeId, title, status, revision, decisions, updatedAt, updatedBy } = merge;
  return {
    ...{ mergeId, title, status, revision, decisions, sources, proposal, updatedAt, updatedBy },
    savedTokens: proposal.metrics.sourceRosterTokens - proposal.metrics.rosterTokens,
    blockers: isDraft ? [...goneForGood(merge, sources), ...blockersOf(proposal.text, sources)] : [],
    notices: isDraft ? await noticesOf(read, { workspaceId, merge, proposal }) : [],
    canEdit: mayIn(scope, 'merge:edit'),
    result: await resultOf(read, workspaceId, merge),
  };
}

function sourceRows(merge: Merge, pinned: readonly PinnedVersion[], isDraft: boolean): MergeSourceRow[] {
  const byId = new Map(pinned.map((version) => [version.agentId, version]));
  return merge.sources.flatMap(({ agentId, versionId }) => {
    const version = byId.get(agentId);
    if (!version) return [];
    const { title, number, text, headId } = version;
    const gone = isDraft && !isInUse(version);
    const changed = isDraft && (gone || headId !== versionId);
    return [{ agentId, title, versionId, versionNumber: number, changed, gone, text }];
  });
}

/** Says whether an agent is neither in the bin nor archived. */
export function isInUse({ deletedAt, archivedAt }: Pick<PinnedVersion, 'deletedAt' | 'archivedAt'>): boolean {
  return deletedAt === null && archivedAt === null;
}

/** Returns why this text cannot take the place of its sources, in words. */
export function textBlockers(text: string): string[] {
  const check = checkText(text);
  if (!check.ok) return [check.message];
  const { loads, problem } = agentFacts(text, null);
  if (loads) return [];
  return [`Claude Code would not load the result, and its sources would be gone. ${problem ?? ''}`.trim()];
}

function nothingLeft({ sources: { length }, status }: Merge): Failure {
  const what = `All ${length} agents of this merge were deleted for good, so nothing is left to merge.`;
  return new Failure('conflict', status === 'draft' ? `${what} Throw the draft away.` : what);
}

/** Agents that were taken out of the bin for good have no row that could say so. */
function goneForGood({ sources: { length } }: Merge, rows: readonly MergeSourceRow[]): string[] {
  const gone = length - rows.length;
  return gone === 0
    ? []
    : [
        `${gone} of its ${length} agents ${gone === 1 ? 'was' : 'were'} deleted for good. Begin a new merge without.`,
      ];
}

function blockersOf(text: string, sources: readonly MergeSourceRow[]): string[] {
  const moved = sources.filter(({ changed }) => changed).map(({ title }) => `"${title}"`);
  const changed =
    moved.length === 0
      ? []
      : [`${moved.join(', ')} changed since this merge began. Take the present versions in, then finish.`];
  return [...changed, ...textBlockers(text)];
}

async function noticesOf(
  read: Db,
  { workspaceId, merge, proposal }: { workspaceId: string; merge: Merge; proposal: Proposal },
): Promise<string[]> {
  const { name } = readAgentFile(proposal.text).effective;
  if (name === null) return [];
  const exceptIds = merge.sources.map(({ agentId }) => agentId);
  const others = await listAgentNames(read, { workspaceId, exceptIds });
  if (!others.includes(name)) return [];
  return [
    `Another agent is called "${name}", too: in one project Claude Code loads only one of them. Choose another name, or take that agent into the merge.`,
  ];
}

async function resultOf(read: Db, workspaceId: string, merge: Merge): Promise<MergeBoard['result']> {
  const { resultAgentId: agentId, resultVersionId: versionId } = merge;
  if (!agentId || !versionId) return null;
  const [agent] = await listAgentHeads(read, { workspaceId, agentIds: [agentId] });
  return agent ? { agentId, title: agent.title, versionId } : null;
}
