/** How does a draft follow its sources? It pins what they say now; decisions whose instructions are gone lie idle. */

import 'server-only';

import { changeMerge, listAgentHeads } from '@/db';
import { type RebaseMergeResult, rebaseMergeInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { Failure, LostRace } from '../failure';
import { isInUse } from '../merge-board';
import { requireDraft } from '../merge-drafts';

export const rebaseMerge = workspaceCommand({
  event: 'merge.rebased',
  permission: 'merge:edit',
  input: rebaseMergeInput,
  async prepare({ mergeId }, { read, scope: { workspaceId } }) {
    const merge = await requireDraft(read, workspaceId, mergeId);
    const agentIds = merge.sources.map(({ agentId }) => agentId);
    const heads = await listAgentHeads(read, { workspaceId, agentIds });
    const headOf = new Map(heads.map((head) => [head.agentId, head]));
    const gone: string[] = [];
    const changed: string[] = [];
    const sources = merge.sources.flatMap(({ agentId, versionId }) => {
      const head = headOf.get(agentId);
      if (!head || !isInUse(head)) {
        gone.push(head?.title ?? 'An agent');
        return [];
      }
      if (head.headId !== versionId) changed.push(head.title);
      return [{ agentId, versionId: head.headId }];
    });
    if (sources.length < 2) {
      throw new Failure(
        'conflict',
        'Fewer than two of the agents are still there. Restore them, or throw this merge away.',
      );
    }
    return { merge, sources, changed, gone };
  },
  async commit(tx, { merge, sources, changed, gone }, { mergeId }, { scope, now }) {
    const { status, revision } = merge;
    if (changed.length === 0 && gone.length === 0) {
      const output: RebaseMergeResult = { revision, changed, gone };
      return { output, nothingChanged: true };
    }
    const { workspaceId, user } = scope;
    const change = { workspaceId, mergeId, from: { status, revision }, userId: user.id, now };
    const next = await changeMerge(tx, { ...change, sources });
    if (next === null) throw new LostRace();
    const output: RebaseMergeResult = { revision: next, changed, gone };
    return { output, subjectId: mergeId, details: { changed, gone } };
  },
});
