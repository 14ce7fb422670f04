/** Which merges are there, and how does one stand? */

import 'server-only';

import { notFound } from 'next/navigation';

import { getMerge, listMerges as selectMerges } from '@/db';
import type { MergeBoard, MergePage, MergeRow, MergeStatus } from '@/lib/contract';

import type { Scope } from '../access';
import { requirePoint } from '../limits';
import { mergeBoard } from '../merge-board';
import { requireScope } from '../pages';
import { getStore } from '../store';

const MAX_PAGE = 100;
/** What was thrown away is not listed. */
const LISTED: MergeStatus[] = ['draft', 'finished', 'undone'];

/** Returns one page of the workspace's merges, the last change first. */
export async function listMerges(slug: string, query: { offset?: number } = {}): Promise<MergePage> {
  return pageOfMerges(await requireScope(slug, 'merge:read'), query);
}

/** As `listMerges`, for whoever has a scope. */
export async function pageOfMerges(
  { workspaceId }: Scope,
  { offset: asked = 0 }: { offset?: number },
): Promise<MergePage> {
  const { read } = await getStore();
  const offset = Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
  const page = { workspaceId, statuses: LISTED, offset, limit: MAX_PAGE + 1 };
  const rows = await selectMerges(read, page);
  const merges = rows.slice(0, MAX_PAGE);
  return { merges, next: rows.length > MAX_PAGE ? offset + MAX_PAGE : null };
}

/** Returns one merge as the list shows it, which is quick; a 404 when the workspace has none of this id. */
export async function requireMergeRow(slug: string, mergeId: string): Promise<MergeRow> {
  const { workspaceId } = await requireScope(slug, 'merge:read');
  const { read } = await getStore();
  const merge = (await getMerge(read, { workspaceId, mergeId })) ?? notFound();
  const { title, status, sources, updatedAt, updatedBy, updatedById } = merge;
  return { mergeId, title, status, sources: sources.length, updatedAt, updatedBy, updatedById };
}

/** Returns a merge as its board shows it, for whoever has a scope; null when there is none. */
export async function openMerge(
  scope: Scope,
  mergeId: string,
  signal?: AbortSignal,
): Promise<MergeBoard | null> {
  await requirePoint('board', scope.user.id);
  const { read } = await getStore();
  const merge = await getMerge(read, { workspaceId: scope.workspaceId, mergeId });
  return merge && mergeBoard(scope, merge, signal);
}
