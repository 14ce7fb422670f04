/** How does a draft of a merge go? Its sources are as they were; what was decided is kept, and not shown any more. */

import 'server-only';

import { changeMerge } from '@/db';
import { discardMergeInput } from '@/lib/contract';

import { workspaceCommand } from '../command';
import { LostRace } from '../failure';
import { requireDraft } from '../merge-drafts';

export const discardMerge = workspaceCommand({
  event: 'merge.discarded',
  permission: 'merge:edit',
  input: discardMergeInput,
  async prepare({ mergeId }, { read, scope: { workspaceId } }) {
    return requireDraft(read, workspaceId, mergeId);
  },
  async commit(tx, merge, { mergeId }, { scope, now }) {
    const { workspaceId, user } = scope;
    const { status, revision } = merge;
    const change = { workspaceId, mergeId, from: { status, revision }, userId: user.id, now };
    const changed = await changeMerge(tx, { ...change, status: 'discarded' });
    if (changed === null) throw new LostRace();
    return { output: { mergeId }, subjectId: mergeId, details: { title: merge.title } };
  },
});
