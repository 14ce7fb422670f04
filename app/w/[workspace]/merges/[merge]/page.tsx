/** The board of one merge. The browser fetches what it shows: to work out a result of many sources takes a while. */

import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';

import { BoardLoader } from '@/components/merge/board-loader';
import { BOARD_SPLIT } from '@/components/merge/split';
import { readSplitSizes, splitCookie } from '@/components/ui/split-sizes';
import { requireMergeRow } from '@/lib/server/reads/merges';
import { requireWorkspace } from '@/lib/server/reads/workspaces';

import { discardMerge, finishMerge, rebaseMerge, saveMerge, undoMerge } from '../../actions';

interface Props {
  params: Promise<{ workspace: string; merge: string }>;
}

export const metadata: Metadata = { title: 'Merge' };

export default async function Page({ params }: Props) {
  const { merge, workspace: slug } = await params;
  const { workspace, can } = await requireWorkspace(slug);
  if (!can('merge:read')) notFound();
  const row = await requireMergeRow(workspace.slug, merge);
  const remembered = (await cookies()).get(splitCookie(BOARD_SPLIT.id))?.value;
  return (
    <BoardLoader
      key={row.mergeId}
      workspace={workspace.slug}
      merge={row}
      canEdit={can('merge:edit')}
      sizes={readSplitSizes(remembered, BOARD_SPLIT.sizes)}
      saveMerge={saveMerge}
      rebaseMerge={rebaseMerge}
      finishMerge={finishMerge}
      undoMerge={undoMerge}
      discardMerge={discardMerge}
    />
  );
}
