/** Is this merge still to be decided, and who was faster? */

import 'server-only';

import { type Db, getMerge, type Merge } from '@/db';
import type { MergeStatus } from '@/lib/contract';

import { Failure, notFoundFailure } from './failure';

const WHY_NOT: Record<Exclude<MergeStatus, 'draft'>, string> = {
  finished: 'This merge is finished. Undo it first, or begin another.',
  undone: 'This merge was undone. Begin another.',
  discarded: 'This merge was thrown away. Begin another.',
};

/** Returns the merge; throws a failure when the workspace has none of this id. */
export async function findMerge(read: Db, workspaceId: string, mergeId: string): Promise<Merge> {
  const merge = await getMerge(read, { workspaceId, mergeId });
  if (!merge) throw notFoundFailure();
  return merge;
}

/** As `findMerge`; throws a failure in words when it is no draft any more. */
export async function requireDraft(read: Db, workspaceId: string, mergeId: string): Promise<Merge> {
  const merge = await findMerge(read, workspaceId, mergeId);
  if (merge.status !== 'draft') throw new Failure('conflict', WHY_NOT[merge.status]);
  return merge;
}

/** What somebody hears who decided on an older revision. */
export function movedAnswer({ revision, decisions, updatedBy }: Merge) {
  return { kind: 'moved' as const, revision, decisions, by: updatedBy };
}
