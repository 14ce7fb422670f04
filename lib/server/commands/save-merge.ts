/** How are decisions kept? All of them at once, if nobody else has kept others meanwhile. */

import 'server-only';

import { changeMerge } from '@/db';
import { type SaveMergeResult, saveMergeInput } from '@/lib/contract';

import { type Committed, workspaceCommand } from '../command';
import { LostRace } from '../failure';
import { movedAnswer, requireDraft } from '../merge-drafts';

export const saveMerge = workspaceCommand({
  event: 'merge.saved',
  permission: 'merge:edit',
  input: saveMergeInput,
  async prepare({ mergeId }, { read, scope: { workspaceId } }) {
    return requireDraft(read, workspaceId, mergeId);
  },
  async commit(
    tx,
    merge,
    { mergeId, revision, decisions },
    { scope, now },
  ): Promise<Committed<SaveMergeResult>> {
    if (merge.revision !== revision) return { output: movedAnswer(merge), nothingChanged: true };
    const { workspaceId, user } = scope;
    const from = { status: merge.status, revision };
    const saved = await changeMerge(tx, { workspaceId, mergeId, from, decisions, userId: user.id, now });
    if (saved === null) throw new LostRace();
    const details = { revision: saved, decisions: decisions.length };
    return { output: { kind: 'saved', revision: saved }, subjectId: mergeId, details };
  },
});
