/** How is a merge taken back? Its sources come back as they were; the result goes to the bin, or says again what it said. */

import 'server-only';

import {
  changeMerge,
  type Db,
  deleteAgents,
  getVersion,
  listAgentHeads,
  listMergesOnward,
  listVersionNames,
  type Merge,
  restoreAgents,
  saveVersion,
  type Tx,
  touchProfiles,
  unarchiveAgents,
} from '@/db';
import { type UndoMergeResult, undoMergeInput } from '@/lib/contract';

import { agentFacts } from '../agent-facts';
import { profileOf } from '../agent-profile';
import { type WorkspaceContext, workspaceCommand } from '../command';
import { Failure, LostRace } from '../failure';
import { findMerge } from '../merge-drafts';

/** A merge that was finished. */
interface Finished extends Merge {
  resultAgentId: string;
  resultVersionId: string;
}

interface Plan {
  merge: Finished;
  /** Where the result is now. */
  head: { headId: string; deletedAt: number | null };
  /** The number of the version that the merge made. */
  number: number;
  /** Of a merge into one of its sources: what that said before. */
  before: { text: string; number: number; facts: ReturnType<typeof agentFacts> } | null;
  profile: Awaited<ReturnType<typeof profileOf>>;
}

const RESULT_GONE =
  'The result of this merge was deleted for good. Its sources are in the archive: bring them back from there.';

export const undoMerge = workspaceCommand({
  event: 'merge.undone',
  permission: 'merge:edit',
  input: undoMergeInput,
  async prepare({ mergeId }, { read, scope: { workspaceId } }): Promise<Plan> {
    const merge = requireFinished(await findMerge(read, workspaceId, mergeId));
    const { resultAgentId, resultVersionId } = merge;
    const [head] = await listAgentHeads(read, { workspaceId, agentIds: [resultAgentId] });
    const [made] = await listVersionNames(read, { workspaceId, versionIds: [resultVersionId] });
    if (!head || !made) throw new Failure('conflict', RESULT_GONE);
    const onward = await mergedOnward(read, workspaceId, merge, made.number);
    if (onward) {
      const message = `"${head.title}" was merged onward, in "${onward.title}". Undo that merge first.`;
      throw new Failure('conflict', message);
    }
    const before = await textBefore(read, workspaceId, merge);
    const profile = before ? await profileOf(before.text) : undefined;
    return { merge, head, number: made.number, before, profile };
  },
  async commit(tx, plan, _input, context) {
    const { merge, head, number } = plan;
    const { workspaceId, user } = context.scope;
    const { mergeId, status, revision, resultAgentId, resultVersionId } = merge;
    const change = { workspaceId, userId: user.id, now: context.now };
    const agentIds = merge.sources.map(({ agentId }) => agentId);
    const others = agentIds.filter((agentId) => agentId !== resultAgentId);
    const back = await unarchiveAgents(tx, { ...change, agentIds: others, mergedInto: resultAgentId });
    await takeBackResult(tx, plan, context);
    await touchProfiles(tx, { workspaceId, agentIds: back });
    // Looked at again now that the result is locked: a merge of it may have been finished meanwhile.
    if (await mergedOnward(tx, workspaceId, merge, number)) throw new LostRace();
    const undone = await changeMerge(tx, {
      ...{ ...change, mergeId, from: { status, revision } },
      status: 'undone',
    });
    if (undone === null) throw new LostRace();
    const output: UndoMergeResult = { agentIds, edited: head.headId !== resultVersionId };
    const details = { agentId: resultAgentId, sources: agentIds, edited: output.edited };
    return { output, subjectId: mergeId, details };
  },
});

function requireFinished(merge: Merge): Finished {
  const { status, resultAgentId, resultVersionId } = merge;
  if (status === 'finished' && resultAgentId && resultVersionId) {
    return { ...merge, resultAgentId, resultVersionId };
  }
  const message =
    status === 'undone'
      ? 'This merge was undone already.'
      : 'This merge was never finished, so nothing changed.';
  throw new Failure('conflict', message);
}

/** Returns a finished merge that took what this one made, or what came after it, as a source. */
async function mergedOnward(
  db: Db,
  workspaceId: string,
  { mergeId, resultAgentId }: Finished,
  number: number,
): Promise<{ title: string } | undefined> {
  const merges = await listMergesOnward(db, { workspaceId, agentId: resultAgentId });
  return merges.find((other) => other.mergeId !== mergeId && other.number >= number);
}

async function textBefore(read: Db, workspaceId: string, merge: Finished): Promise<Plan['before']> {
  const source = merge.sources.find(({ agentId }) => agentId === merge.resultAgentId);
  if (!source) return null;
  const version = await getVersion(read, { workspaceId, ...source });
  if (!version) throw new Error(`Merge ${merge.mergeId} pinned a version that is not there.`);
  const { text, number } = version;
  return { text, number, facts: agentFacts(text, null) };
}

async function takeBackResult(
  tx: Tx,
  { merge, head, before, profile }: Plan,
  { scope, now }: WorkspaceContext,
): Promise<void> {
  const { resultAgentId: agentId } = merge;
  const change = { workspaceId: scope.workspaceId, userId: scope.user.id, now };
  const inBin = head.deletedAt !== null;
  if (!before) {
    const binned = await deleteAgents(tx, { ...change, agentIds: [agentId] });
    if (binned.length === 0 && !inBin) throw new LostRace();
    return;
  }
  if (inBin) await restoreAgents(tx, { ...change, agentIds: [agentId] });
  const saved = await saveVersion(tx, {
    ...change,
    ...{ agentId, baseVersionId: head.headId, text: before.text, facts: before.facts },
    message: `Merge undone: version ${before.number} again.`,
    ...(profile && { profile }),
  });
  if (!saved) throw new LostRace();
}
