/** How do several agents become one? By a version that has all of them as parents; the others are archived for it. */

import 'server-only';

import {
  addNotifications,
  archiveAgents,
  changeMerge,
  createAgent,
  type Db,
  listCreators,
  listPinnedVersions,
  type Merge,
  type NewNotification,
  newId,
  type PinnedSource,
  type PinnedVersion,
  saveVersion,
  type Tx,
  touchProfiles,
} from '@/db';
import { type FinishMergeResult, finishMergeInput } from '@/lib/contract';
import type { Proposal } from '@/lib/merge';

import { agentFacts } from '../agent-facts';
import { profileOf } from '../agent-profile';
import { type WorkspaceContext, workspaceCommand } from '../command';
import { Failure, LostRace, notFoundFailure } from '../failure';
import { isInUse, textBlockers } from '../merge-board';
import { movedAnswer, requireDraft } from '../merge-drafts';
import { proposalOf } from '../proposals';

interface Plan {
  merge: Merge;
  proposal: Proposal;
  /** The source that the result goes into; null for a new agent. */
  target: PinnedSource | null;
  /** Everyone whose work is in the sources. */
  authors: string[];
  /** Who made a source or wrote its last version, with what it is called. */
  keepers: { userId: string; agentId: string; title: string }[];
  facts: ReturnType<typeof agentFacts>;
  profile: Awaited<ReturnType<typeof profileOf>>;
}

export const finishMerge = workspaceCommand({
  event: 'merge.finished',
  permission: 'merge:edit',
  input: finishMergeInput,
  async prepare({ mergeId, revision, into }, { read, scope }): Promise<{ done: FinishMergeResult } | Plan> {
    const { workspaceId } = scope;
    const merge = await requireDraft(read, workspaceId, mergeId);
    if (merge.revision !== revision) return { done: movedAnswer(merge) };
    const pinned = await listPinnedVersions(read, { workspaceId, sources: merge.sources });
    const agentIds = movedSources(merge.sources, pinned);
    if (agentIds.length > 0) return { done: { kind: 'changed', agentIds } };
    const target = into.kind === 'new' ? null : requireSource(merge, into.agentId);
    const proposal = await proposalOf(merge, pinned, { userId: scope.user.id });
    const [blocker] = textBlockers(proposal.text);
    if (blocker) throw new Failure('invalid_input', blocker);
    const facts = agentFacts(proposal.text, null);
    const authors = pinned.flatMap((version) => version.authors);
    const keepers = await keepersOf(read, workspaceId, pinned);
    return { merge, proposal, target, authors, keepers, facts, profile: await profileOf(proposal.text) };
  },
  async commit(tx, plan, { message }, context) {
    if ('done' in plan) return { output: plan.done, nothingChanged: true };
    const { merge, proposal } = plan;
    const { workspaceId, user } = context.scope;
    const { mergeId, status, revision } = merge;
    const result = await writeResult(tx, plan, message ?? null, context);
    const finished = await changeMerge(tx, {
      ...{ workspaceId, mergeId, from: { status, revision }, userId: user.id, now: context.now },
      status: 'finished',
      resultAgentId: result.agentId,
      resultVersionId: result.versionId,
      proposal: JSON.stringify(proposal),
    });
    if (finished === null) throw new LostRace();
    const keepers = {
      workspaceId,
      actorId: user.id,
      now: context.now,
      items: tellKeepers(plan, result.agentId),
    };
    const told = await addNotifications(tx, keepers);
    const output: FinishMergeResult = { kind: 'finished', ...result };
    const sources = merge.sources.map(({ agentId }) => agentId);
    return {
      output,
      subjectId: mergeId,
      details: { ...result, sources, decisions: merge.decisions.length },
      told,
    };
  },
});

async function keepersOf(
  read: Db,
  workspaceId: string,
  pinned: readonly PinnedVersion[],
): Promise<Plan['keepers']> {
  const agentIds = pinned.map(({ agentId }) => agentId);
  const creators = await listCreators(read, { workspaceId, agentIds });
  return pinned.flatMap(({ agentId, title, authors }) => {
    const creator = creators.get(agentId);
    const people = new Set(creator ? [creator, ...authors] : authors);
    return [...people].map((userId) => ({ userId, agentId, title }));
  });
}

/** What those get to know whose agents went into another. */
function tellKeepers({ merge, keepers, target, facts }: Plan, resultId: string): NewNotification[] {
  const into = facts.title === '' ? 'another agent' : facts.title;
  return keepers
    .filter(({ agentId }) => agentId !== target?.agentId)
    .map(({ userId, title }) => ({
      ...{ userId, kind: 'merge' as const, agentId: resultId, subjectId: merge.mergeId },
      summary: `merged ${title} into ${into}`,
    }));
}

/** Ids of the agents that do not say any more what was pinned, or are not in use. */
function movedSources(sources: readonly PinnedSource[], pinned: readonly PinnedVersion[]): string[] {
  const still = pinned.filter((version) => isInUse(version) && version.headId === version.versionId);
  const ids = new Set(still.map(({ agentId }) => agentId));
  return sources.map(({ agentId }) => agentId).filter((agentId) => !ids.has(agentId));
}

function requireSource({ sources }: Merge, agentId: string): PinnedSource {
  const source = sources.find((each) => each.agentId === agentId);
  // Of an agent elsewhere nothing is said, not even that it is there.
  if (!source) throw notFoundFailure();
  return source;
}

/**
 * Archives the sources, then writes the version: agents before profiles, so that no two changes wait for each other.
 * Whoever changed one of them meanwhile makes this begin anew.
 */
async function writeResult(
  tx: Tx,
  { merge, proposal, target, authors, facts, profile }: Plan,
  message: string | null,
  { scope, now }: WorkspaceContext,
): Promise<{ agentId: string; versionId: string }> {
  const { workspaceId, user } = scope;
  const others = merge.sources.filter((source) => source !== target);
  const agentId = target?.agentId ?? newId(now);
  const archive = { workspaceId, agents: others, mergedInto: agentId, userId: user.id, now };
  const archived = await archiveAgents(tx, archive);
  if (archived.length < others.length) throw new LostRace();
  const version = {
    ...{ workspaceId, agentId, userId: user.id, text: proposal.text, facts, now },
    parents: [...(target ? [target] : []), ...others].map(({ versionId }) => versionId),
    authors: [...new Set([...authors, user.id])],
    message: message || null,
    ...(profile && { profile }),
  };
  const saved = target
    ? await saveVersion(tx, { ...version, baseVersionId: target.versionId })
    : await createAgent(tx, version);
  if (!saved) throw new LostRace();
  await touchProfiles(tx, { workspaceId, agentIds: archived });
  return { agentId, versionId: saved.versionId };
}
